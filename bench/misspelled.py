#!/usr/bin/env python3
"""Measures what misspelled words of a question cost in a long article, where they are sought among all of its words:

  misspelled.py [--build BUILD] [--words N]      compiles an article of N words (400,000) and asks it

Prints processor time, the least of twelve calls, of a search and a question of eight words, spelled right and wrong.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
RIGHT = "protesters resignation parliament airport government president economic emergency"
WRONG = "protsters resignaton parlament arport goverment presdent econmic emergncy"


def least_milliseconds(call):
    times = []
    for _ in range(12):
        begin = time.process_time()
        call()
        times.append(1000 * (time.process_time() - begin))
    return min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "dev"))
    parser.add_argument("--words", type=int, default=400000)
    args = parser.parse_args()
    os.environ["PITH_LIBRARY"] = os.path.join(args.build, "engine", "libpith.so")
    sys.path.insert(0, os.path.join(ROOT, "tools", "python"))
    import pith

    with tempfile.TemporaryDirectory() as folder:
        growth = [sys.executable, os.path.join(ROOT, "bench", "growth.py"), "--shape", "natural"]
        subprocess.run(growth + ["--words", str(args.words), "--write", folder], check=True)
        compiled = os.path.join(folder, "natural.pith")
        article = os.path.join(folder, "natural.txt")
        subprocess.run([os.path.join(args.build, "bin", "pith"), "compile", article, "-o", compiled], check=True)
        with pith.open(compiled) as index:
            for spelling, words in (("right", RIGHT), ("wrong", WRONG)):
                print(f"search, spelled {spelling}: {least_milliseconds(lambda: index.search(words)):.1f} ms")
                question = f"When did {words} happen?"
                # Python's ask also looks for what is near where there is no answer, which is a second search.
                print(f"ask, spelled {spelling}: {least_milliseconds(lambda: index.ask(question)):.1f} ms")


if __name__ == "__main__":
    main()
