#!/usr/bin/env python3
"""Writes the engine as two files, for builds that take no folders: pith.h and pith.cc.

    tools/amalgamate.py OUT_FOLDER

pith.cc is every file of engine/, each header once and before what includes it. Compile it as C++17, with -fno-exceptions
-fno-rtti where the rest of a program is built so.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'#include "([^"]+)"[^\n]*\n')


class Writer:
    """Puts files behind one another, what they include first."""

    def __init__(self):
        self.done = set()
        self.out = []

    def add(self, path):
        if path in self.done:
            return
        self.done.add(path)
        text = path.read_text(encoding="utf-8")
        for name in INCLUDE.findall(text):
            if not name.startswith("pith/"):
                self.add(ROOT / name)
        text = INCLUDE.sub("", text)
        self.out.append(f"\n// ==== {path.relative_to(ROOT)} ====\n\n{text}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    header = (ROOT / "include/pith/pith.h").read_text(encoding="utf-8")
    (folder / "pith.h").write_text(header, encoding="utf-8")
    writer = Writer()
    for path in sorted((ROOT / "engine").glob("*/*.cc")):
        writer.add(path)
    version = re.search(r'#define PITH_VERSION "(.*)"', header)[1]
    (folder / "pith.cc").write_text(
        f"// Pith {version}, the engine in one file, made by tools/amalgamate.py. Apache License 2.0.\n"
        f'\n#include "pith.h"\n{"".join(writer.out)}', encoding="utf-8")


if __name__ == "__main__":
    main()
