"""Five folds by scikit-learn's StratifiedGroupKFold, the best of 20 shuffles, against ours.

Usage: folds_sklearn.py FOLDER [SHUFFLES]; FOLDER as SplitBenchmark left it, whose files under `folds` have
`class,subject,fold` lines. Prints a Markdown table; ends with 1 if ours is farther off in the mean square on any data set.

How far off a fold's share of a class is from a fifth: `mean square` is the root of the mean of the squares, over
all folds and classes; `deviation` the standard deviation of a class's shares, on average over the classes, which is
what StratifiedGroupKFold itself lessens; `worst` the largest. `ratio` is how far a class's ratio within a fold is from
its ratio in all, on average. The best shuffle is chosen for each measure by itself.
"""
import pathlib
import sys
import time

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

FOLDS = 5
ROUNDING = 1e-12


def distances(classes, fold_of):
    table = np.zeros((classes.max() + 1, FOLDS))
    np.add.at(table, (classes, fold_of), 1)
    table = table[table.sum(axis=1) > 0]
    off = np.abs(table / table.sum(axis=1, keepdims=True) - 1 / FOLDS)
    sizes = np.maximum(table.sum(axis=0, keepdims=True), 1)
    ratios = np.abs(table / sizes - table.sum(axis=1, keepdims=True) / table.sum())
    square = (off**2).mean(axis=1)
    return np.array([np.sqrt(square.mean()), np.sqrt(square).mean(), off.max(), ratios.mean()])


def shuffled(classes, subjects, seed):
    fold_of = np.empty_like(classes)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for fold, (_, members) in enumerate(folds.split(classes, classes, subjects)):
        fold_of[members] = fold
    return fold_of


def main():
    shuffles = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    print("| data set | samples | subjects | mean square | deviation | worst | ratio | s of processor a shuffle |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    farther = []
    for file in sorted(pathlib.Path(sys.argv[1], "folds").glob("*.csv")):
        classes, subjects, fold_of = np.loadtxt(file, delimiter=",", dtype=int).T
        ours = distances(classes, fold_of)
        start = time.process_time()
        theirs = [distances(classes, shuffled(classes, subjects, s)) for s in range(shuffles)]
        seconds = (time.process_time() - start) / shuffles
        best = np.min(theirs, axis=0)
        if ours[0] > best[0] + ROUNDING:
            farther.append(file.stem)
        pairs = " | ".join(f"{a:.5f} : {b:.5f}" for a, b in zip(ours, best))
        print(f"| {file.stem} | {len(classes):,} | {len(set(subjects)):,} | {pairs} | {seconds:.4f} |")
    print(f"ours : best of {shuffles}; ours is farther off in the mean square on {', '.join(farther) or 'none'}")
    sys.exit(1 if farther else 0)


if __name__ == "__main__":
    main()
