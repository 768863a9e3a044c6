#!/usr/bin/env python3
"""Measures how the compiler's time and memory grow with the length of a text, for texts of every shape:

  growth.py [--pith PITH] [--words N ...] [--shape NAME ...]      compiles and prints a table
  growth.py --write FOLDER --words N                              only writes the texts, as FOLDER/SHAPE.txt
  growth.py --check --words N                                     only compiles; fails if one of them is refused

Time is processor time of `pith compile`, memory its peak resident size; those of a text of one word are taken off, so
that neither the models nor the language block count. Each is given per word, and time also as a multiple of natural
text's, of the same --words in the same run. "Natural" is the examples' sentences in random order, with other names in
the places of theirs. Punctuation marks count as words, because they cost as much; where a text has hardly any words
(one long token, no spaces), every six bytes count as one.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
EXAMPLES = ["sample", "guide", "label", "science"]
ONSETS, VOWELS, CODAS = "b c d f g h k l m n p r s t v w br dr gr st tr".split(), "a e i o u ea".split(), "n r l s nd rt".split()


def syllable(rng):
    return rng.choice(ONSETS) + rng.choice(VOWELS)


def invented(rng):
    """A name that no word list holds."""
    return "".join(syllable(rng) for _ in range(rng.randint(2, 3))).capitalize() + rng.choice(CODAS)


def natural_sentences(words, rng):
    """Sentences of the examples, of as many words in all, with other names."""
    text = " ".join(open(os.path.join(ROOT, "examples", name + ".txt")).read() for name in EXAMPLES)
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", text) if len(s.split()) > 4]
    cast = [invented(rng) for _ in range(words // 100 + 10)]
    name = lambda match: match.group(1) + cast[int(len(cast) * rng.random() ** 2)]  # a few of them often
    count = 0
    while count < words:
        sentence = re.sub(r"([a-z,] )[A-Z][a-z]+", name, rng.choice(sentences)).replace("\n", " ")
        count += len(sentence.split())
        yield sentence


def natural(words, rng):
    pieces = []
    for number, sentence in enumerate(natural_sentences(words, rng)):
        pieces += [sentence, "\n\n" if number % 4 == 3 else " "]
    return "".join(pieces)


def repeated(piece, words):
    return (piece + " ") * (words // len(piece.split()))


def name_pairs(words, rng):
    return [invented(rng) + " " + invented(rng) for _ in range(words // 2)]


SHAPES = {
    "natural": natural,
    "no full stop": lambda n, rng: re.sub(r"[.!?;:,]|\n", "", natural(n, rng)),
    "one name": lambda n, rng: repeated("Anna Ruiz", n),
    "one name and": lambda n, rng: repeated("Anna Ruiz and", n),
    "all names different": lambda n, rng: " ".join(name_pairs(n, rng)),
    "a name a sentence": lambda n, rng: " ".join(f"{name} met {invented(rng)}." for name in name_pairs(n // 2, rng)),
    "one surname": lambda n, rng: " ".join(f"{invented(rng)} Ruiz left." for _ in range(n // 3)),
    "acronyms": lambda n, rng: " ".join("".join(rng.choices("ABCDEFGHIJ", k=4)) + " won." for _ in range(n // 2)),
    "said that": lambda n, rng: " ".join(f"{invented(rng)} said that" for _ in range(n // 3)) + " it rained.",
    "one long token": lambda n, rng: "a" * (6 * n),
    "no spaces": lambda n, rng: re.sub(r"\s", "", natural(n, rng)),
    "digits": lambda n, rng: " ".join(str(rng.randrange(10**rng.randint(1, 9))) for _ in range(n)),
    "capitals": lambda n, rng: natural(n, rng).upper(),
    "a word a paragraph": lambda n, rng: "\n\n".join(natural(n, rng).split()),
    "one quotation": lambda n, rng: '"' + natural(n, rng).replace("\n\n", " ") + '" said Anna Ruiz.',
    "pronouns": lambda n, rng: " ".join(f"{rng.choice(['He', 'She', 'It', 'They'])} saw {rng.choice(['him', 'her', 'it', 'them'])}."
                                        for _ in range(n // 3)),
    "pronouns without full stop": lambda n, rng: repeated("he saw her and she told it to his", n),
    "dates": lambda n, rng: repeated("on Monday and on 3 May 1991 she said that they came and", n),
    "commas": lambda n, rng: ", ".join(natural(n, rng).split()),
    "the country": lambda n, rng: " ".join(f"The {rng.choice(['country', 'bank', 'city'])} met {invented(rng)}." for _ in range(n // 4)),
}


def count_words(text):
    return max(len(re.findall(r"\w+|[^\w\s]", text)), len(text) // 6)


def compile_text(pith, text, folder):
    """Processor seconds and peak bytes of compiling the text."""
    path = os.path.join(folder, "text.txt")
    with open(path, "w") as file:
        file.write(text)
    with subprocess.Popen([pith, "compile", path, "-o", os.path.join(folder, "text.pith"), "--jobs", "1"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as child:
        said = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"pith compile ended with {child.returncode}: {said}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pith", default=os.path.join(ROOT, "build/dev/bin/pith"))
    parser.add_argument("--words", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--shape", nargs="+", choices=list(SHAPES), default=list(SHAPES), metavar="NAME")
    parser.add_argument("--write", metavar="FOLDER")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    shapes = dict.fromkeys(["natural"] + arguments.shape)
    with tempfile.TemporaryDirectory() as folder:
        base = None if arguments.write else compile_text(arguments.pith, "Rain.", folder)
        if base is not None and not arguments.check:
            print(f"{'shape':<26} {'words':>9} {'µs/word':>8} {'times':>6} {'B/word':>7}")
        for words in arguments.words:
            for shape in shapes:
                text = SHAPES[shape](words, random.Random(words))
                if arguments.write:
                    with open(os.path.join(arguments.write, shape.replace(" ", "-") + ".txt"), "w") as file:
                        file.write(text)
                    continue
                seconds, peak = compile_text(arguments.pith, text, folder)
                if arguments.check:
                    continue
                count = count_words(text)
                cost = max(seconds - base[0], 1e-9) / count
                if shape == "natural":
                    usual = cost
                print(f"{shape:<26} {count:>9} {1e6 * cost:>8.1f} {cost / usual:>6.2f} "
                      f"{max(0, peak - base[1]) / count:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
