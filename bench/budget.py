#!/usr/bin/env python3
"""Compares what the engine takes with bench/budget.json: instructions of each call over the sample article and its
questions (callgrind, with the loops that every processor can run), stack of each call, bytes of code and of the index.
All of them are the same in every run. Fails if one has grown by 5 percent. The stack on a Cortex-M is held there too:
tests/portable/mcu.sh compares it.

  bench/budget.py BUILD            a tree of the preset dev, such as build/dev; needs valgrind
  bench/budget.py BUILD --update   writes the figures instead, for a change that is meant to change them

Exits with 77, "skipped", where they cannot be compared: another compiler, or no valgrind.
"""
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

BUDGET = pathlib.Path(__file__).with_name("budget.json")
MOST_GROWTH = 1.05
CALLS = ["pith_open", "pith_verify", "pith_ask", "pith_search", "pith_summarize", "pith_lookup", "pith_key_facts"]


CORTEX_M = "cortex_m_stack_bytes"


def output_of(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def instructions(build):
    """Of each call and all that it calls."""
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/callgrind"
        output_of("valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", build / "bin/calls",
                  build / "sample.pith", build / "sample-questions.txt")
        table = output_of("callgrind_annotate", "--inclusive=yes", "--threshold=100", out)
    found = {}
    for count, call in re.findall(r"^ *([\d,]+) .*?[:/](pith_\w+)(?: \[|$)", table, re.M):
        if call in CALLS:
            found.setdefault(call, int(count.replace(",", "")))
    return {call: found[call] for call in CALLS}


def stack(build):
    report = output_of(build / "bin/stack", build / "sample.pith", build / "sample-questions.txt")
    return {call: int(size) for call, size in re.findall(r"^(\w+) +(\d+) bytes$", report, re.M)}


def code_bytes(build):
    return sum(int(line.split()[0]) for line in output_of("size", build / "engine/libpith.a").splitlines()[1:])


def index_bytes(build):
    """Without the language block."""
    index = (build / "sample.pith").read_bytes()
    (sections,) = struct.unpack_from("<I", index, 12)
    entries = [struct.unpack_from("<4sIQQ", index, 32 + 32 * i) for i in range(sections)]
    return len(index) - sum(size for name, _, _, size in entries if name == b"LANG")


def measured(build):
    return {"instructions": instructions(build), "stack_bytes": stack(build), "code_bytes": code_bytes(build),
            "index_bytes": index_bytes(build)}


def flat(figures, prefix=""):
    for name, figure in figures.items():
        if isinstance(figure, dict):
            yield from flat(figure, f"{prefix}{name} ")
        else:
            yield prefix + name, figure


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1])
    if shutil.which("valgrind") is None:
        print("no valgrind")
        sys.exit(77)
    compiler = output_of("c++", "--version").splitlines()[0]
    budget = json.loads(BUDGET.read_text())
    cortex_m = budget.pop(CORTEX_M)
    if sys.argv[2:] == ["--update"]:
        figures = {"compiler": compiler, **measured(build), CORTEX_M: cortex_m}
        BUDGET.write_text(json.dumps(figures, indent=1) + "\n")
        return
    if budget.pop("compiler") != compiler:
        print(f"the figures are of another compiler than {compiler}")
        sys.exit(77)
    now, grown = dict(flat(measured(build))), []
    for name, most in flat(budget):
        print(f"{name:32} {now[name]:>14,} {now[name] / most - 1:+8.1%}")
        if now[name] > most * MOST_GROWTH:
            grown.append(name)
    if grown:
        sys.exit("grown by more than 5 %: " + ", ".join(grown) + "; bench/budget.py --update where that is meant")


main()
