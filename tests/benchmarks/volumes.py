"""Volumes to 128³ arrays: this program against nibabel + SciPy, whole processes, alternating.

    python tests/benchmarks/volumes.py --shardline ./shardline --volumes 12 --more 24 --rounds 3 [--threads 2] [--whole-run] [--oblique]

Makes `--volumes` and `--more` .nii.gz volumes of int16 (heads in noise, 1 mm, LAS), then lets both sides do the same
with the first set and with both: load, RAS, 1.5 mm linear, percentile clip 0.5/99.5, z-score, crop and pad to 128³, NPY.
Prints, for each side, wall and CPU seconds of the whole process, and from the difference of the two sets the steady rate, as
ratios peer / ours. Ours is a worker (`shardline process`: fetching, digests, ledgers and commit with it) over manifests that a
build, not timed, has made; with `--whole-run` it is `shardline run`, listing, split and report included. With `--oblique` the
heads are tilted by ten degrees, and both sides turn them upright. Each side has `--threads` cores (taskset): ours as threads,
the peer as so many processes. Needs numpy, nibabel and SciPy; their versions are printed.
"""
import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PEER = r"""
import sys, os, numpy as np, nibabel as nib
from nibabel.processing import resample_to_output
source, target, share, shares = *sys.argv[1:3], *map(int, sys.argv[3:5])
for name in sorted(os.listdir(source))[share::shares]:
    image = nib.as_closest_canonical(nib.load(os.path.join(source, name)))
    data = resample_to_output(image, (1.5, 1.5, 1.5), order=1).get_fdata(dtype=np.float32)
    low, high = np.percentile(data, (0.5, 99.5))
    data = np.clip(data, low, high)
    data = (data - data.mean()) / max(data.std(), 1e-8)
    out = np.zeros((128, 128, 128), np.float32)
    cut, put = [], []
    for have in data.shape:
        if have > 128:
            cut.append(slice(have // 2 - 64, have // 2 + 64)); put.append(slice(0, 128))
        else:
            before = (128 - have) // 2
            cut.append(slice(0, have)); put.append(slice(before, before + have))
    out[tuple(put)] = data[tuple(cut)]
    np.save(os.path.join(target, name + ".npy"), out)
"""

CONFIG = """
dataset:
  name: bench
  source: {source}
  samples: single
  duplicates: {{bytes: false, content: false}}
  split: {{train: 1.0}}
  parts: {{target-bytes: 64MiB}}
recipe:
  - decode-volume
  - reorient
  - resample-volume: {{spacing: 1.5, keep-fractions: true}}
  - percentile-clip
  - z-score-volume
  - pad-or-crop-volume: {{shape: 128}}
  - volume-to-tensor
output: {{format: webdataset}}
"""


def make(folder, first, count, size, tilt):
    import nibabel as nib
    import numpy as np

    os.makedirs(folder, exist_ok=True)
    grids = np.meshgrid(*(np.linspace(-1, 1, extent) for extent in size), indexing="ij")
    for number in range(first, first + count):
        noise = np.random.default_rng(number)
        head = sum(grid**2 for grid in grids) < 0.6 + 0.01 * (number % 10)
        data = (head * 600 + noise.normal(60, 20, size)).clip(0, 4000).astype(np.int16)
        affine = np.diag([-1.0, 1, 1, 1])
        affine[:3, 3] = [size[0] / 2, -size[1] / 2, -size[2] / 2]
        affine[1:3, :] = [[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]] @ affine[1:3, :]
        nib.save(nib.Nifti1Image(data, affine), f"{folder}/sub-{number:03d}.nii.gz")


def timed(cores, *commands):
    """Wall and CPU seconds of commands that run at once."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    running = [
        subprocess.Popen(["taskset", "-c", f"0-{cores - 1}", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    if any([process.wait() for process in running]):
        sys.exit(f"failed: {commands}")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peer(source, scratch, cores):
    target = os.path.join(scratch, "peer")
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    return timed(cores, *([sys.executable, "-c", PEER, source, target, str(share), str(cores)] for share in range(cores)))


def ours(chosen, source, scratch):
    work = os.path.join(scratch, "work")
    shutil.rmtree(work, ignore_errors=True)
    config = os.path.join(scratch, "bench.yaml")
    with open(config, "w") as file:
        file.write(CONFIG.format(source=source))
    if chosen.whole_run:
        return timed(chosen.threads, [chosen.shardline, "run", config, "--work", work, "--quiet"])
    built = subprocess.run([chosen.shardline, "build", config, "--work", work, "--json"], stdout=subprocess.PIPE, check=True)
    return timed(
        chosen.threads,
        [chosen.shardline, "process", config, "--manifests", json.loads(built.stdout)["dataset"]["uri"],
         "--output", f"{work}/out", "--cores", str(chosen.threads)])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shardline", required=True)
    options.add_argument("--volumes", type=int, default=12)
    options.add_argument("--more", type=int, default=24)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--whole-run", action="store_true")
    options.add_argument("--oblique", action="store_true")
    options.add_argument("--size", type=int, nargs=3, default=(256, 256, 180))
    chosen = options.parse_args()
    import nibabel
    import numpy
    import scipy

    with tempfile.TemporaryDirectory() as scratch:
        few, many = os.path.join(scratch, "few"), os.path.join(scratch, "many")
        tilt = numpy.radians(10 if chosen.oblique else 0)
        make(few, 0, chosen.volumes, tuple(chosen.size), tilt)
        shutil.copytree(few, many)
        make(many, chosen.volumes, chosen.more, tuple(chosen.size), tilt)
        # A virtual machine's memory is dear to whoever touches it first: one round does not count.
        peer(few, scratch, chosen.threads), ours(chosen, few, scratch)
        rounds = []
        for _ in range(chosen.rounds):
            rounds.append({
                "peer-few": peer(few, scratch, chosen.threads), "ours-few": ours(chosen, few, scratch),
                "peer-many": peer(many, scratch, chosen.threads), "ours-many": ours(chosen, many, scratch),
            })
    middle = {name: [statistics.median(one[name][i] for one in rounds) for i in (0, 1)] for name in rounds[0]}
    result = {
        "versions": {"nibabel": nibabel.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__},
        "seconds": middle,
        "whole-process": {kind: round(middle["peer-few"][i] / middle["ours-few"][i], 2) for i, kind in enumerate(("wall", "cpu"))},
        "steady": {
            kind: round((middle["peer-many"][i] - middle["peer-few"][i]) / (middle["ours-many"][i] - middle["ours-few"][i]), 2)
            for i, kind in enumerate(("wall", "cpu"))},
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
