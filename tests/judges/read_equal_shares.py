#!/usr/bin/env python3
"""Reads a split as so many training ranks do, each through webdataset's own split by rank, and holds every rank
to the same number of records, for every number of ranks that divides the one it was written for.

usage: read_equal_shares.py FOLDER RANKS
"""
import os
import pathlib
import sys

import webdataset


def records(shards, rank, ranks):
    os.environ["RANK"], os.environ["WORLD_SIZE"] = str(rank), str(ranks)
    reader = webdataset.WebDataset(shards, shardshuffle=False, nodesplitter=webdataset.split_by_node, empty_check=False)
    return [sample["__key__"] for sample in reader]


def main():
    folder, written_for = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    shards = [str(shard) for shard in sorted(folder.glob("*.tar"))]
    for ranks in [n for n in range(1, written_for + 1) if written_for % n == 0]:
        read = [records(shards, rank, ranks) for rank in range(ranks)]
        assert len({len(keys) for keys in read}) == 1, [len(keys) for keys in read]
        print(f"{ranks} ranks read {len(read[0])} records each, {len(set(sum(read, [])))} different ones in all")


if __name__ == "__main__":
    main()
