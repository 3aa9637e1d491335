"""Times two whole programs by turns and prints the medians of wall time, processor time and peak memory.

usage: alternate.py ROUNDS NAME COMMAND NAME COMMAND       ({round} in a command is the round's number)

Peak memory is that of the largest process of each program.
"""
import os
import statistics
import subprocess
import sys
import time


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed with status {os.waitstatus_to_exitcode(status)}: {command}")
    # wait4 counts the children that the program waited for, not their memory together.
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    rounds, programs = int(sys.argv[1]), list(zip(sys.argv[2::2], sys.argv[3::2]))
    figures = {name: [] for name, _ in programs}
    for number in range(rounds):
        for name, command in programs:
            figures[name].append(run(command.format(round=number)))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
    for name, (wall, processor, memory) in medians.items():
        print(f"{name:<24} wall {wall:7.2f} s   processor {processor:7.2f} s   peak {memory:7.0f} MiB")
    (first, a), (second, b) = medians.items()
    print(f"{second} / {first}: wall {b[0] / a[0]:.2f}, processor {b[1] / a[1]:.2f}, peak {b[2] / a[2]:.2f}")


if __name__ == "__main__":
    main()
