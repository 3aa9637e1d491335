"""What a Pillow + NumPy script does with a folder of slices: decode, grey, crop to what is bright, resize 224,
scale, WebDataset shards. No split by subject, no search for copies, no ledger.

usage: slices_pillow.py SOURCE OUT PROCESSES
"""
import io
import json
import multiprocessing
import pathlib
import sys
import tarfile

import numpy as np
from PIL import Image

THRESHOLD = 45
SAMPLES_A_SHARD = 64


def slice_of(path):
    grey = Image.open(path).convert("L")
    bright = np.asarray(grey) > THRESHOLD
    rows, columns = np.flatnonzero(bright.any(1)), np.flatnonzero(bright.any(0))
    if rows.size:
        grey = grey.crop((columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))
    resized = grey.resize((224, 224), Image.Resampling.BILINEAR)
    return np.asarray(resized, np.float32)[None] / np.float32(255)


def add(tar, name, data):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))


def shard(work):
    number, paths, classes, out = work
    with tarfile.open(f"{out}/shard-{number:05d}.tar", "w", format=tarfile.USTAR_FORMAT) as tar:
        for index, path in enumerate(paths):
            key = f"{number:05d}{index:05d}"
            npy = io.BytesIO()
            np.save(npy, slice_of(path))
            add(tar, f"{key}.npy", npy.getvalue())
            add(tar, f"{key}.cls", str(classes.index(path.parent.name)).encode())
            add(tar, f"{key}.json", json.dumps({"sample": str(path)}).encode())


def main():
    source, out, processes = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    pathlib.Path(out).mkdir(parents=True)
    paths = sorted(source.rglob("*.jpg"))
    classes = sorted({path.parent.name for path in paths})
    works = [
        (number, paths[start : start + SAMPLES_A_SHARD], classes, out)
        for number, start in enumerate(range(0, len(paths), SAMPLES_A_SHARD))
    ]
    with multiprocessing.Pool(processes) as pool:
        pool.map(shard, works, chunksize=1)


if __name__ == "__main__":
    main()
