#!/usr/bin/env python3
"""Runs the benchmark programs under several interpreters, one after the other in turns.

    bench/compare.py                       all programs, pyconc against the interpreters found
    bench/compare.py -k 5 floats calls     five turns of two programs
    bench/compare.py cpython=python3.11 pyconc='./pyconc run' integers
    bench/compare.py -k 5 --record bench/results.json

What --record writes, docs/pictures/chart.py draws.

The first interpreter named is the one that the others are compared with. Every interpreter must
print the same result. The tables show medians over the turns and, in brackets, how many times as
fast as the first one: the whole run, the first round, the best round; and the memory at its peak.
"""

import argparse
import datetime
import json
import math
import os
import platform
import resource
import shlex
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
MEASURES = ("whole", "first", "best", "memory")


def interpreters_found():
    found = {}
    for name, command in (("cpython", "python3"), ("pypy", "pypy3"), ("graalpy", "graalpy")):
        if shutil.which(command):
            found[name] = command
    found["pyconc"] = shlex.quote(os.path.join(os.path.dirname(HERE), "pyconc")) + " run"
    return found


def all_programs():
    names = sorted(n[:-3] for n in os.listdir(PROGRAMS) if n.endswith(".py"))
    return [name for name in names if name != "harness"]


def run(command, program):
    """What one run prints, as a dict; raises RuntimeError with the reason if it fails."""
    path = os.path.join(PROGRAMS, program + ".py")
    process = subprocess.Popen(
        shlex.split(command) + [path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    out, err = process.communicate(timeout=600)
    if process.returncode:
        last = err.strip().splitlines()[-1:] or ["exit status %d" % process.returncode]
        raise RuntimeError(last[0])
    measured = {}
    for line in out.splitlines():
        name, _, value = line.partition(" ")
        measured[name] = value if name == "result" else float(value)
    return measured


def run_and_weigh(command, program):
    """As run, in a process of its own, so that the peak of memory is that of this run alone."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        try:
            measured = run(command, program)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            measured["memory"] = peak / 1024
            answer = repr(measured)
        except Exception as e:
            answer = repr(str(e))
        os.write(send, answer.encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    measured = eval(answer)
    if isinstance(measured, str):
        raise RuntimeError(measured)
    return measured


def collect(interpreters, programs, turns):
    values = {}
    failures = {}
    for turn in range(turns):
        for program in programs:
            results = {}
            for name, command in interpreters.items():
                if (name, program) in failures:
                    continue
                if sys.stderr.isatty():
                    print("\r%d/%d %s %s\033[K" % (turn + 1, turns, program, name),
                          end="", file=sys.stderr, flush=True)
                try:
                    measured = run_and_weigh(command, program)
                except (RuntimeError, subprocess.TimeoutExpired) as e:
                    failures[name, program] = str(e)
                    continue
                results[name] = measured["result"]
                for measure in MEASURES:
                    values.setdefault((name, program, measure), []).append(measured[measure])
            if len(set(results.values())) > 1:
                sys.exit("%s: the results differ: %s" % (program, results))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return values, failures


def table(measure, unit, interpreters, programs, values):
    names = list(interpreters)
    base = names[0]
    print("\n| %s [%s] | %s |" % (measure, unit, " | ".join(names)))
    print("|---|%s" % ("---:|" * len(names)))
    ratios = {name: [] for name in names}
    for program in programs:
        cells = []
        first = values.get((base, program, measure))
        for name in names:
            own = values.get((name, program, measure))
            if not own:
                cells.append("-")
                continue
            median = statistics.median(own)
            if name == base or not first:
                cells.append("%.4g" % median)
            else:
                ratio = statistics.median(first) / median
                ratios[name].append(ratio)
                cells.append("%.4g (%.2fx)" % (median, ratio))
        print("| %s | %s |" % (program, " | ".join(cells)))
    means = []
    for name in names:
        logs = [math.log(r) for r in ratios[name]]
        means.append("%.2fx" % math.exp(sum(logs) / len(logs)) if logs else "")
    print("| geometric mean | %s |" % " | ".join(means))


def record(path, turns, interpreters, programs, values):
    """Writes the medians, as chart.py reads them."""
    medians = {
        program: {
            name: {
                measure: round(statistics.median(values[name, program, measure]), 4)
                for measure in MEASURES
            }
            for name in interpreters
            if (name, program, MEASURES[0]) in values
        }
        for program in programs
    }
    about = {
        "date": datetime.date.today().isoformat(),
        "machine": "%s, %d processors" % (platform.machine(), os.cpu_count()),
        "load": round(os.getloadavg()[0], 1),
        "turns": turns,
        "interpreters": list(interpreters),
    }
    with open(path, "w") as file:
        json.dump({"about": about, "medians": medians}, file, indent=1)
        file.write("\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-k", type=int, default=3, help="how many turns (default 3)")
    parser.add_argument("--record", metavar="FILE", help="write the medians into a file")
    parser.add_argument("names", nargs="*", help="NAME=COMMAND of interpreters, and programs")
    options = parser.parse_args()
    interpreters = dict(n.split("=", 1) for n in options.names if "=" in n) or interpreters_found()
    programs = [n for n in options.names if "=" not in n] or all_programs()
    unknown = [p for p in programs if p not in all_programs()]
    if unknown:
        sys.exit("no such program: %s; there are: %s" % (unknown[0], ", ".join(all_programs())))
    values, failures = collect(interpreters, programs, options.k)
    print("%d turns; load average %.1f" % (options.k, os.getloadavg()[0]))
    for measure in MEASURES:
        table(measure, "MB" if measure == "memory" else "s", interpreters, programs, values)
    if options.record:
        record(options.record, options.k, interpreters, programs, values)
    for (name, program), reason in failures.items():
        print("\n%s failed under %s: %s" % (program, name, reason))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
