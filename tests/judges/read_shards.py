#!/usr/bin/env python3
"""Reads the shards of one data set, written in every format, with each format's own reader, and holds
them to each other: the same keys, class indices, facts and bit-identical arrays in all of them.

usage: read_shards.py FOLDER READER…
FOLDER holds webdataset/, mds/, tfrecord/, npy/ and safetensors/, each a folder with shards.
Readers (PyPI): webdataset, mds (mosaicml-streaming), tfrecord, tensorflow, npy (numpy), safetensors.
"""
import io
import json
import pathlib
import sys

import numpy as np


def from_webdataset(folder):
    import webdataset

    for shard in sorted(folder.glob("*.tar")):
        for sample in webdataset.WebDataset(str(shard), shardshuffle=False):
            yield (
                sample["__key__"],
                int(sample["cls"]),
                json.loads(sample["json"]),
                np.load(io.BytesIO(sample["npy"])),
            )


def from_mds(folder):
    import without_torch  # noqa: F401
    from streaming import LocalDataset

    shards = json.loads((folder / "index.json").read_text())["shards"]
    assert len(shards) == len(list(folder.glob("*.mds"))), "index.json does not name every shard"
    for sample in LocalDataset(str(folder)):
        yield sample["key"], sample["class_index"], sample["json"], sample["data"]


def from_tfrecord(folder):
    from tfrecord.reader import tfrecord_loader

    for shard in sorted(folder.glob("*.tfrecord")):
        index = shard.with_suffix(".idx")
        for sample in tfrecord_loader(str(shard), str(index)):
            shape = [int(extent) for extent in np.atleast_1d(sample["data/shape"])]
            kind = bytes(sample["data/dtype"]).decode()
            yield (
                bytes(sample["key"]).decode(),
                int(np.atleast_1d(sample["class_index"])[0]),
                json.loads(bytes(sample["json"])),
                np.frombuffer(bytes(sample["data"]), kind).reshape(shape),
            )


def from_tensorflow(folder):
    import tensorflow as tf

    features = {name: tf.io.FixedLenFeature([], tf.string) for name in ("data", "data/dtype", "key", "json")}
    features["class_index"] = tf.io.FixedLenFeature([], tf.int64)
    features["data/shape"] = tf.io.FixedLenSequenceFeature([], tf.int64, allow_missing=True)
    shards = [str(shard) for shard in sorted(folder.glob("*.tfrecord"))]
    for record in tf.data.TFRecordDataset(shards):
        sample = tf.io.parse_single_example(record, features)
        kind = np.dtype(sample["data/dtype"].numpy().decode())
        array = tf.reshape(tf.io.decode_raw(sample["data"], tf.as_dtype(kind)), sample["data/shape"])
        yield (
            sample["key"].numpy().decode(),
            int(sample["class_index"]),
            json.loads(sample["json"].numpy()),
            array.numpy(),
        )


def from_npy(folder):
    for shard in sorted(folder.glob("part-*[0-9].npy")):
        arrays = np.load(shard, mmap_mode="r")
        labels = np.load(shard.with_suffix(".labels.npy"))
        lines = shard.with_suffix(".jsonl").read_text().splitlines()
        assert len(arrays) == len(labels) == len(lines), shard
        for array, label, line in zip(arrays, labels, lines):
            facts = json.loads(line)
            yield facts.pop("key"), int(label), facts, np.asarray(array)


def from_safetensors(folder):
    from safetensors import safe_open

    for shard in sorted(folder.glob("*.safetensors")):
        with safe_open(str(shard), framework="numpy") as tensors:
            for key, facts in tensors.metadata().items():
                facts = json.loads(facts)
                yield key, facts["class_index"], facts, tensors.get_tensor(key)


READERS = {
    "webdataset": from_webdataset,
    "mds": from_mds,
    "tfrecord": from_tfrecord,
    "tensorflow": from_tensorflow,
    "npy": from_npy,
    "safetensors": from_safetensors,
}


FOLDERS = {"tensorflow": "tfrecord"}


def main():
    root = pathlib.Path(sys.argv[1])
    expected = None
    for name in sys.argv[2:]:
        found = {}
        folder = root / FOLDERS.get(name, name)
        for key, label, facts, array in READERS[name](folder):
            assert key not in found, f"{name}: {key} twice"
            found[key] = (label, facts, array)
        assert found, f"{name}: no record in {folder}"
        if expected is None:
            expected = found
        assert sorted(found) == sorted(expected), f"{name}: other keys"
        for key, (label, facts, array) in found.items():
            want_label, want_facts, want_array = expected[key]
            assert label == want_label, f"{name}: {key}: class {label}, expected {want_label}"
            assert facts == want_facts, f"{name}: {key}: {facts}, expected {want_facts}"
            assert array.dtype == want_array.dtype and array.shape == want_array.shape, (name, key)
            assert array.tobytes() == want_array.tobytes(), f"{name}: {key}: other elements"
        print(f"{name}: {len(found)} records agree")


if __name__ == "__main__":
    main()
