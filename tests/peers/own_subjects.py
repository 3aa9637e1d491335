"""Tables of labels and subjects for SplitBenchmark, from the images and recordings of the real test data.

Writes FOLDER/tables/NAME.csv with `class,subject` lines, both numbered from 0:
brain-slices, the axial slices of ds002748's volumes (depressed or not); tumour-images, which name no subject, so each is
one; physio-recordings, the runs of ds210 by task; ssvep-trials, the annotated trials of the SSVEP recordings by stimulus.
Usage: own_subjects.py DATA FOLDER, where DATA holds `mri` and `signals`
"""
import csv
import gzip
import pathlib
import re
import struct
import sys

TEXT = re.compile(rb"[+-][\d.]+(?:\x15[\d.]+)?\x14([^\x14\x00]+)\x14")


def brain_slices(data):
    folder = data / "mri/openneuro-ds002748"
    with open(folder / "participants.tsv", encoding="utf-8") as file:
        groups = {row["participant_id"]: row["group"] for row in csv.DictReader(file, delimiter="\t")}
    for volume in sorted(folder.glob("sub-*/anat/*_T1w.nii.gz")):
        subject = volume.parts[-3]
        with gzip.open(volume) as file:
            slices = struct.unpack("<8h", file.read(56)[40:])[3]
        yield from [(groups[subject], subject)] * slices


def tumour_images(data):
    for image in sorted((data / "mri/sartaj-brain-tumor").glob("*/*/*.jpg")):
        yield image.parent.name, str(image)


def physio_recordings(data):
    for run in sorted((data / "signals/ds210_physio").glob("sub-*/func/*_physio.tsv.gz")):
        yield re.search(r"task-(\w+?)_", run.name).group(1), run.parts[-3]


def ssvep_trials(data):
    for session in sorted((data / "signals/ssvep_exo/edf").glob("*.edf")):
        subject = session.name.split("_")[0]
        for text in TEXT.findall(session.read_bytes()):
            yield text.decode(), subject


SETS = {
    "brain-slices": brain_slices,
    "tumour-images": tumour_images,
    "physio-recordings": physio_recordings,
    "ssvep-trials": ssvep_trials,
}


def main():
    data = pathlib.Path(sys.argv[1])
    folder = pathlib.Path(sys.argv[2], "tables")
    folder.mkdir(parents=True, exist_ok=True)
    for name, samples in SETS.items():
        rows = list(samples(data))
        classes = sorted({label for label, _ in rows})
        subjects = sorted({subject for _, subject in rows})
        lines = [f"{classes.index(label)},{subjects.index(subject)}\n" for label, subject in rows]
        (folder / f"{name}.csv").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(rows)} samples of {len(subjects)} subjects in {len(classes)} classes {classes[:6]}")


if __name__ == "__main__":
    main()
