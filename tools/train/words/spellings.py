"""Puts words that are spelled in two ways into one family: "colour" into that of "color".

    spellings.py WORDS.tsv          changes the file in place; make_words.py does the same before it writes it
"""

import os
import re
import sys

# British endings and what stands for them. A pair counts if the block has both words.
RULES = [(r"(\w{3,})our(s|ed|ing|ite|ites|able|ful|er|ers|less|hood|hoods|y)?$", r"\1or\2"),
         (r"(\w{2,}[bcdghptv])re(s|d)?$", r"\1er\2"),
         (r"(\w{4,})is(e|es|ed|ing|er|ers|ation|ations)$", r"\1iz\2"),
         (r"(\w{3,})ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),
         (r"(\w{3,})ogue(s)?$", r"\1og\2"),
         (r"(\w*[aeiouy]+\w*[^aeiouy][aeo])ll(ed|ing|er|ers|or|ors|ous)$", r"\1l\2"),
         (r"(\w{2,})ae(\w{3,})$", r"\1e\2"),
         (r"(\w{1,})oe(\w{4,})$", r"\1e\2")]
UNLIKE = set("alexandre analyses andres cadre catalyses chartres entre madre noether phoenix poetical schaeffer sobre tigres "
             "timbre".split())


def pairs_of(words, path):
    """(British, American) for every pair of which both words are there."""
    with open(path, encoding="utf-8") as file:
        pairs = [tuple(line.split()) for line in file if line.strip() and not line.startswith("#")]
    for word in words:
        for pattern, replacement in RULES:
            other = re.sub(pattern, replacement, word)
            if other != word and word not in UNLIKE:
                pairs.append((word, other))
    return sorted({(a, b) for a, b in pairs if a in words and b in words})


def join(rows, path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "spellings.txt")):
    """rows: lists of word, family ("-": itself), weight and class; changed in place.

    The British word alone moves: families that were told apart by derivation stay apart.
    """
    row_of = {row[0]: row for row in rows}
    joined = 0
    for british, american in pairs_of(row_of, path):
        row, other = row_of[british], row_of[american]
        family = other[0] if other[1] == "-" else other[1]
        if family == (row[0] if row[1] == "-" else row[1]):
            continue
        row[1], row[2] = "-" if family == british else family, other[2]
        joined += 1
    return joined


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    head = [line for line in lines if not line or line.startswith("# ")]
    print(join(rows), "words moved", file=sys.stderr)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in head + ["\t".join(row) for row in rows])


if __name__ == "__main__":
    main()
