"""Writes decode-digests.tsv beside it: what the field's readers make of the shared recordings.

Usage: make_decode_digests.py SIGNALS_FOLDER
Made with mne 1.13.2, pyEDFlib 0.1.42, wfdb 4.3.1, numpy 2.4.6, scipy 1.17.1.

Each row: file, reader, channel labels joined by '|', time points, SHA-256 of the float64 values,
little-endian, channel after channel. MNE's values are volts (BrainVision: read with scale=1e6, so
that they are the file's microvolts); the others' are in the file's own units.
"""
import csv, hashlib, pathlib, sys, warnings
import numpy as np
import pyedflib

root = pathlib.Path(sys.argv[1])
rows = []

def add(file, reader, labels, values):
    values = np.ascontiguousarray(values, dtype="<f8")
    rows.append([file, reader, "|".join(labels), values.shape[1],
                 hashlib.sha256(values.tobytes()).hexdigest()])

edf = sorted(str(p.relative_to(root)) for p in [
    *root.glob("eegmmidb/*.edf"), *root.glob("ssvep_exo/edf/*.edf"), *root.glob("edfjl/*df"),
    *root.glob("mne/*df")])

for file in edf:                      # before MNE is imported: both in one process disturb pyEDFlib
    try:
        reader = pyedflib.EdfReader(str(root / file))
    except OSError:
        continue                      # not compliant enough for it
    labels = reader.getSignalLabels()
    rates = reader.getSampleFrequencies()
    for rate in sorted(set(rates)):
        chosen = [i for i, label in enumerate(labels)
                  if rates[i] == rate and labels.count(label) == 1 and label != "Status"]
        if chosen:
            add(file, "pyedflib", [labels[i] for i in chosen],
                np.stack([reader.readSignal(i) for i in chosen]))
    reader.close()

warnings.filterwarnings("ignore")
import mne, wfdb
from scipy.io import wavfile
mne.set_log_level("ERROR")

for file in edf:
    read = mne.io.read_raw_bdf if file.endswith("bdf") else mne.io.read_raw_edf
    raw = read(root / file, preload=True)
    if "uneven" in file:              # MNE resamples it
        continue
    if "stim_channel" in file or "test.edf" in file:
        raw = raw.pick(["eeg"])       # MNE alters trigger channels
    else:
        raw = raw.pick(["eeg", "misc"]) if "test.bdf" not in file else raw.pick(["eeg"])
    add(file, "mne", raw.ch_names, raw.get_data())

for file in ["mne/test.vhdr", "mne/testv2.vhdr", "mne/test_old_layout_latin1_software_filter.vhdr"]:
    raw = mne.io.read_raw_brainvision(root / file, preload=True, scale=1e6)
    keep = [c for c, u in raw._orig_units.items() if u == "µV"]
    raw = raw.pick(keep)
    add(file, "mne", raw.ch_names, raw.get_data())

for file in ["100", "a103l", "binformats"]:
    record = wfdb.rdrecord(str(root / "wfdb" / file))
    add(f"wfdb/{file}.hea", "wfdb", record.sig_name, record.p_signal.T)

add("lfp_neurodsp/sample_data_1.npy", "numpy", ["channel 1"],
    np.load(root / "lfp_neurodsp/sample_data_1.npy").reshape(1, -1))
for subject in ["01", "07"]:
    file = f"ds210_physio/sub-{subject}/func/sub-{subject}_task-rest_run-01_physio.tsv.gz"
    add(file, "numpy", ["cardiac", "respiratory"], np.loadtxt(root / file).T)

with open(pathlib.Path(__file__).with_name("decode-digests.tsv"), "w", newline="") as out:
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(["file", "reader", "channels", "time_points", "sha256"])
    writer.writerows(rows)
print(len(rows), "rows")
