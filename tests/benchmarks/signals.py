#!/usr/bin/env python3
"""Compares work on recordings with SciPy and NumPy, one core each, alternating.

    python3 tests/benchmarks/signals.py --classpath CP [--files 64] [--seconds 600] [--rounds 5] [--work DIR]
    python3 tests/benchmarks/signals.py --classpath CP --edf        # decoding speed and memory of a 24 h BDF

CP is the class path of the module tests (target/test-classes, the modules' target/classes and the libraries). Needs
NumPy and SciPy. Prints medians of wall and CPU time in steady state and as whole processes, and the ratios: peer over
ours. Run it on a machine that does nothing else; results of both sides are compared before anything is timed.
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
import zipfile
from pathlib import Path

CHANNELS, RATE = 32, 256
BANDS = [(0.5, 4), (4, 8), (8, 12), (12, 30), (30, 45)]
JAVA = ["--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"]


def corpus(folder: Path, files: int, seconds: int) -> None:
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    for i in range(files):
        path = folder / f"r{i:03d}.npy"
        if not path.exists():
            noise = np.random.default_rng(i).standard_normal((CHANNELS, seconds * RATE), dtype=np.float32)
            np.save(path, np.cumsum(noise, axis=1, dtype=np.float32) * 0.1 + noise)


def bands(freqs, psd):
    import numpy as np
    from scipy.integrate import simpson

    columns = []
    for low, high in BANDS:
        inside = (freqs >= low) & (freqs <= high)
        columns.append(simpson(psd[:, inside], dx=freqs[1] - freqs[0], axis=1))
    return np.stack(columns, axis=1)


def scipy_welch(x):
    from scipy.signal import welch

    freqs, psd = welch(x, RATE, "hann", 1024, 512, detrend="constant", axis=-1)
    return bands(freqs, psd).astype("f4")


def numpy_welch(x):
    """Float32 throughout: strided segments, means and window in place, scipy.fft.rfft keeps single precision."""
    import numpy as np
    import scipy.fft
    from scipy.signal import get_window

    window = get_window("hann", 1024).astype("f4")
    segments = np.lib.stride_tricks.sliding_window_view(x, 1024, axis=-1)[:, ::512]
    psd = np.empty((x.shape[0], 513), "f4")
    for i in range(x.shape[0]):
        block = segments[i] - segments[i].mean(axis=-1, keepdims=True)
        block *= window
        spectrum = scipy.fft.rfft(block, axis=-1)
        psd[i] = (spectrum.real**2 + spectrum.imag**2).mean(axis=0)
    psd *= 1 / (RATE * float((window.astype("f8") ** 2).sum()))
    psd[:, 1:-1] *= 2
    return bands(np.fft.rfftfreq(1024, 1 / RATE), psd).astype("f4")


def scipy_epochs(x):
    import numpy as np
    from scipy.signal import butter, resample_poly, sosfiltfilt

    sos = butter(4, [0.5, 40], "bandpass", fs=RATE, output="sos")
    y = resample_poly(sosfiltfilt(sos, x, axis=-1), 25, 64, axis=-1)
    count = y.shape[1] // 3000
    epochs = y[:, : count * 3000].reshape(len(y), count, 3000).transpose(1, 0, 2)
    mean, deviation = epochs.mean(-1, keepdims=True), epochs.std(-1, keepdims=True)
    return ((epochs - mean) / deviation).astype("f4")


PEERS = {"scipy-welch": scipy_welch, "numpy-welch": numpy_welch, "scipy-epochs": scipy_epochs}


def peer(name: str, folder: Path, output: Path) -> None:
    """A pass over the folder for each line on standard input."""
    import numpy as np

    output.mkdir(parents=True, exist_ok=True)
    print("ready", flush=True)
    for _ in sys.stdin:
        for path in sorted(folder.glob("*.npy")):
            np.save(output / path.name, PEERS[name](np.load(path)))
        print("done", flush=True)


class Worker:
    def __init__(self, command):
        env = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
        self.expect("ready")

    def expect(self, word: str) -> None:
        line = self.process.stdout.readline().strip()
        if line != word:
            raise SystemExit(f"{self.process.args}: expected {word}, found {line!r}")

    def cpu(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def run(self):
        wall, cpu = time.perf_counter(), self.cpu()
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        self.expect("done")
        return time.perf_counter() - wall, self.cpu() - cpu

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def whole(command):
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    worker = Worker(command)
    worker.run()
    worker.close()
    wall, after = time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def jars(classpath: str, work: Path) -> str:
    """The class path with jars for folders: a cache of classes is not made of folders."""
    entries = []
    for entry in classpath.split(":"):
        if entry.endswith("*"):
            entries += sorted(str(jar) for jar in Path(entry).parent.glob("*.jar"))
        elif Path(entry).is_dir():
            packed = work / "jars" / f"{len(entries)}.jar"
            packed.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(packed, "w") as jar:
                for file in sorted(Path(entry).rglob("*.*")):
                    jar.write(file, file.relative_to(entry))
            entries.append(str(packed))
        else:
            entries.append(entry)
    return ":".join(entries)


def ours(work: str, classpath: str, place: Path, folder: Path) -> list:
    """Java's command, with a cache of what a rehearsal loaded, as the launcher has one (ADR 16)."""

    def command(option: str, recordings: Path) -> list:
        benchmark = ["dev.shardline.benchmark.signal.SignalBenchmark", work, str(recordings), str(place / "out" / work)]
        return ["java", option, *JAVA, "-cp", classpath, *benchmark]

    rehearsal, cache = place / "rehearsal", place / f"{work}.aot"
    corpus(rehearsal, 2, 60)
    whole(command(f"-XX:AOTCacheOutput={cache}", rehearsal))
    return command(f"-XX:AOTCache={cache}", folder)


def compare(work: str, ours: list, theirs: dict, rounds: int, size: float) -> None:
    workers = {"ours": Worker(ours), **{name: Worker(command) for name, command in theirs.items()}}
    steady = {name: [] for name in workers}
    for round_ in range(rounds + 1):
        for name, worker in workers.items():
            times = worker.run()
            if round_:  # the first warms up
                steady[name].append(times)
    for worker in workers.values():
        worker.close()
    table(f"{work}, steady state", steady, size)
    commands = {"ours": ours, **theirs}
    processes = {name: [] for name in commands}
    for _ in range(max(1, rounds // 2)):
        for name, command in commands.items():
            processes[name].append(whole(command))
    table(f"{work}, whole process", processes, size)


def table(title: str, times: dict, size: float) -> None:
    print(title)
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in times.items()}
    for name, (wall, cpu) in middle.items():
        ratio = f"peer/ours: wall {wall / middle['ours'][0]:.2f}, CPU {cpu / max(middle['ours'][1], 1e-9):.2f}"
        print(f"  {name:14} wall {wall:8.3f} s  CPU {cpu:8.3f} s  {size / wall / 1e6:8.0f} MB/s  {ratio if name != 'ours' else ''}")


def agree(work: str, ours: Path, theirs: Path) -> None:
    """The bands to 1e-4, the epochs to 1e-3 of a deviation: float32 against double."""
    import numpy as np

    for path in sorted(theirs.glob("*.npy"))[:2]:
        expected = np.load(path)
        with open(ours / path.name, "rb") as file:
            found = np.load(file) if work == "welch" else np.stack([np.load(file) for _ in range(len(expected))])
        np.testing.assert_allclose(found, expected, rtol=1e-3 if work == "welch" else 0, atol=0 if work == "welch" else 2e-3)
    print(f"{work}: both sides agree")


def edf(classpath: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, channels, rate, hours, width in (("short.edf", 32, 256, 4, 2), ("day.bdf", 256, 256, 24, 3)):
        path = folder / name
        write_header(path, channels, rate, int(hours * 3600), width)
        print(f"{name}: {path.stat().st_size / 1e9:.1f} GB, {channels} signal channels at {rate} Hz, {hours} h", flush=True)
        passes = "3" if name == "short.edf" else "1"
        command = ["java", *JAVA[:3], "-Xmx256m", "-cp", classpath, "dev.shardline.benchmark.signal.EdfBenchmark", str(path), passes]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  largest resident set so far: {peak:.0f} MiB")


def write_header(path: Path, channels: int, rate: int, seconds: int, width: int) -> None:
    """A file of zeros behind a sound header: sparse, so that it takes no room on the disk."""
    low, high = (-(1 << 15), (1 << 15) - 1) if width == 2 else (-(1 << 23), (1 << 23) - 1)
    version = b"0".ljust(8) if width == 2 else b"\xffBIOSEMI"
    fields = [("X", 80), ("Startdate X X X X", 80), ("01.01.00", 8), ("00.00.00", 8), (str(256 * (channels + 1)), 8),
              ("24BIT" if width == 3 else "", 44), (str(seconds), 8), ("1", 8), (str(channels), 4)]
    each = [([f"ch{i}" for i in range(channels)], 16), ("", 80), ("uV", 8), ("-1000", 8), ("1000", 8), (str(low), 8),
            (str(high), 8), ("", 80), (str(rate), 8), ("", 32)]
    header = version + b"".join(text.encode().ljust(size) for text, size in fields)
    for value, size in each:
        values = value if isinstance(value, list) else [value] * channels
        header += b"".join(text.encode().ljust(size) for text in values)
    with open(path, "wb") as file:
        file.write(header)
        file.truncate(len(header) + seconds * channels * rate * width)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classpath")
    parser.add_argument("--files", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path("/tmp/shardline-signal-benchmark"))
    parser.add_argument("--edf", action="store_true")
    parser.add_argument("--peer", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return peer(options.peer[0], Path(options.peer[1]), Path(options.peer[2]))
    if options.edf:
        return edf(options.classpath, options.work / "edf")
    folder = options.work / f"{options.files}x{options.seconds}"
    corpus(folder, options.files, options.seconds)
    classpath = jars(options.classpath, options.work)
    size = sum(path.stat().st_size for path in folder.glob("*.npy"))
    for work, peers in (("welch", ["scipy-welch", "numpy-welch"]), ("epochs", ["scipy-epochs"])):
        outputs = {name: options.work / "out" / name for name in [work, *peers]}
        java = ours(work, classpath, options.work, folder)
        theirs = {name: [sys.executable, __file__, "--peer", name, str(folder), str(outputs[name])] for name in peers}
        for command in [java, *theirs.values()]:
            worker = Worker(command)
            worker.run()
            worker.close()
        for name in peers:
            agree(work, outputs[work], outputs[name])
        compare(work, java, theirs, options.rounds, size)


if __name__ == "__main__":
    main()
