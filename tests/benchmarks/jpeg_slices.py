#!/usr/bin/env python3
"""JPEG slices to WebDataset shards: this program against Pillow and NumPy, whole processes, alternating.

Both decode 512 x 512 grey JPEGs, crop the brain (docs: crop-brain), resize to 224 x 224 antialiased
bilinear, and write a tar of .npy, .cls and .json files. CPU and wall times are medians over the rounds;
steady state is what the second half of the files costs beyond the first. Needs Pillow and NumPy.

  python3 tests/benchmarks/jpeg_slices.py [--files 2000] [--rounds 5] [--threads 1] [--images DIR]
      [--program LAUNCHER]

--images takes JPEGs of your own, resized to 512 x 512, instead of synthetic ones.
"""
import argparse, io, json, os, pathlib, resource, shutil, statistics, subprocess, sys, tarfile, tempfile, time

import numpy as np
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = """
dataset:
  name: slices
  source: {source}
  pattern: "(?<label>[^/]+)/[^/]+"
  duplicates: {{bytes: false, content: false}}
  split: {{train: 1}}
recipe: [decode-image, grey, crop-brain, {{resize: {{size: 224, filter: bilinear}}}}, image-to-tensor]
output: {{format: webdataset}}
"""


def make_files(folder, count, images):
    """Writes `count` different JPEGs in two classes."""
    random = np.random.default_rng(7)
    originals = [Image.open(path).convert("L").resize((512, 512)) for path in images]
    y, x = np.mgrid[0:512, 0:512]
    for i in range(count):
        if originals:
            picture = originals[i % len(originals)].rotate(i // len(originals) % 7)
        else:
            radius = np.hypot((x - 256) / 180, (y - 256) / 210)
            texture = 90 + 40 * np.sin(x / (5 + i % 9)) * np.cos(y / (7 + i % 5)) + random.normal(0, 9, x.shape)
            picture = Image.fromarray(np.where(radius < 1, texture, 2).clip(0, 255).astype(np.uint8))
        target = folder / ("a" if i % 2 else "b") / f"{i:06d}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        picture.save(target, quality=90)


def brain_box(grey):
    """The bounding box of what is bright after a 5 x 5 blur, as a NumPy user would find it."""
    kernel = np.array([1, 4, 6, 4, 1], np.float32) / 16
    padded = np.pad(grey.astype(np.float32), 2, mode="reflect")
    rows = sum(kernel[k] * padded[k : k + grey.shape[0], :] for k in range(5))
    bright = sum(kernel[k] * rows[:, k : k + grey.shape[1]] for k in range(5)) > 45
    down, across = np.flatnonzero(bright.any(1)), np.flatnonzero(bright.any(0))
    return (across[0], down[0], across[-1] + 1, down[-1] + 1) if down.size else (0, 0, *grey.shape[::-1])


def pillow(source, target):
    """The peer's whole work; runs in a process of its own."""
    with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as tar:
        for i, path in enumerate(sorted(pathlib.Path(source).rglob("*.jpg"))):
            picture = Image.open(path).convert("L")
            picture = picture.crop(brain_box(np.asarray(picture))).resize((224, 224), Image.BILINEAR)
            array = io.BytesIO()
            np.save(array, np.asarray(picture)[None])
            facts = json.dumps({"source": str(path), "index": i}).encode()
            for name, data in (("data.npy", array.getvalue()), ("cls", path.parent.name.encode()), ("json", facts)):
                info = tarfile.TarInfo(f"{i:06d}.{name}")
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))


def timed(words, cores):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(["taskset", "-c", cores, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(program, config, work, threads, cores):
    """One worker over the manifests that a build, not timed, has made."""
    shutil.rmtree(work, ignore_errors=True)
    built = subprocess.run([program, "build", config, "--work", work, "--json"],
                           stdout=subprocess.PIPE, text=True)
    if built.returncode:
        sys.exit(f"build failed: {built.stdout}")
    dataset = json.loads(built.stdout)["dataset"]["uri"]
    return timed([program, "process", config, "--manifests", dataset, "--output",
                  f"{work}/out", "--cores", str(threads)], cores)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--images", type=pathlib.Path)
    parser.add_argument("--program", default=str(ROOT / "shardline"), help="the launcher to measure")
    parser.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return pillow(*options.peer)
    images = sorted(options.images.rglob("*.jpg")) if options.images else []
    cores = ",".join(str(core) for core in sorted(os.sched_getaffinity(0))[: options.threads])
    times = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for size in (options.files // 2, options.files):
            make_files(folder / str(size), size, images)
            (folder / f"{size}.yaml").write_text(CONFIG.format(source=folder / str(size)))
        for _ in range(options.rounds):
            for size in (options.files // 2, options.files):
                mine = ours(options.program, str(folder / f"{size}.yaml"), str(folder / f"work-{size}"), options.threads, cores)
                peer = timed([sys.executable, __file__, "--peer", str(folder / str(size)), str(folder / "peer.tar")], cores)
                times.setdefault((size, "ours"), []).append(mine)
                times.setdefault((size, "Pillow"), []).append(peer)
    report(times, options.files, Image.__version__, np.__version__)


def report(times, files, pillow_version, numpy_version):
    def median(size, who, what):
        return statistics.median(each[what] for each in times[size, who])

    print(f"Pillow {pillow_version}, NumPy {numpy_version}; medians; ratios above 1: ours is faster")
    for what, name in ((0, "wall"), (1, "CPU")):
        mine, peer = median(files, "ours", what), median(files, "Pillow", what)
        print(f"whole process, {files} files, {name}: ours {mine:.2f} s, Pillow {peer:.2f} s, ratio {peer / mine:.2f}")
        step = files - files // 2
        mine = (mine - median(files // 2, "ours", what)) / step
        peer = (peer - median(files // 2, "Pillow", what)) / step
        print(f"steady state, {name}: ours {1e6 * mine:.0f} us, Pillow {1e6 * peer:.0f} us a file, ratio {peer / mine:.2f}")


if __name__ == "__main__":
    main()
