"""Five folds by scikit-learn's StratifiedGroupKFold, the best of 20 shuffles: the peer of SplitBenchmark.

Usage: folds_sklearn.py FOLDER [SHUFFLES]; FOLDER as SplitBenchmark wrote it.
"""
import pathlib
import sys
import time

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

FOLDS = 5


def worst_distance(classes, fold_of):
    table = np.zeros((classes.max() + 1, FOLDS))
    np.add.at(table, (classes, fold_of), 1)
    totals = table.sum(axis=1, keepdims=True)
    shares = np.divide(table, totals, out=np.full_like(table, 1 / FOLDS), where=totals > 0)
    return np.abs(shares - 1 / FOLDS).max()


def main():
    shuffles = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    for file in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
        classes, subjects = np.loadtxt(file, delimiter=",", dtype=int).T
        seconds, distances = [], []
        for seed in range(shuffles):
            start = time.perf_counter()
            fold_of = np.empty_like(classes)
            folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
            for fold, (_, members) in enumerate(folds.split(classes, classes, subjects)):
                fold_of[members] = fold
            seconds.append(time.perf_counter() - start)
            distances.append(worst_distance(classes, fold_of))
        print(
            f"{file.stem}: {len(classes):,} samples, {np.median(seconds):.4f} s a shuffle, "
            f"worst class share off by {min(distances):.6f} at best of {shuffles}"
        )


if __name__ == "__main__":
    main()
