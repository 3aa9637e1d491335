"""Manifests of generated keys with pandas and scikit-learn: the peer of ManifestBenchmark.

Makes the same keys, reads label and subject from each, splits twice with train_test_split, stratified
by label, and writes the catalog and three ManifestFiles. Usage: manifests_pandas.py [KEYS] [FOLDER]
"""
import json
import os
import resource
import sys
import tempfile
import time

import pandas as pd
from sklearn.model_selection import train_test_split

CLASSES = ["glioma", "meningioma", "notumor", "pituitary"]
SLICES = 20


def keys(count):
    per_class = count // len(CLASSES)
    for label in CLASSES:
        for i in range(per_class):
            yield f"{label}/sub{i // SLICES:07d}_{i % SLICES:02d}.jpg"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
    folder = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    listed = list(keys(count))
    start = time.perf_counter()
    begun = time.process_time()
    frame = pd.DataFrame({"prefix": listed})
    frame[["class_label", "subject"]] = frame["prefix"].str.extract(r"([^/]+)/([^/_]+)_[^/]+")
    frame["class_index"] = frame["class_label"].astype("category").cat.codes
    train, rest = train_test_split(
        frame, test_size=0.3, stratify=frame["class_label"], random_state=7
    )
    validation, test = train_test_split(
        rest, test_size=0.5, stratify=rest["class_label"], random_state=7
    )
    parts = {"train": train, "validation": validation, "test": test}
    for name, part in parts.items():
        frame.loc[part.index, "channel"] = name
        with open(os.path.join(folder, f"{name}.manifest"), "w") as file:
            json.dump([{"prefix": "s3://bucket/data/"}, *part["prefix"]], file)
    frame.to_csv(os.path.join(folder, "catalog.csv"), index=False)
    seconds = time.perf_counter() - start
    processor = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count:,} keys: {seconds:.2f} s, processor {processor:.2f} s, peak {peak:,} MiB")


if __name__ == "__main__":
    main()
