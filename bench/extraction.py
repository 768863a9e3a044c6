"""Token F1, titles and dates of text taken from web pages, against the right ones.

    extraction.py PAGES NAME=RESULTS.jsonl...

PAGES is a folder of pages, each NAME.html with NAME.txt beside it: "title:", "date:", an empty line, the text. RESULTS
has a line of JSON for each page: "file", "title", "date", "text". Tokens are runs of letters and digits in lower case; F1
is that of the two bags of tokens, averaged over the pages. A title is right if its letters and digits are.
"""

import collections
import json
import pathlib
import re
import sys


def tokens(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def f1(ours, right):
    shared = sum((tokens(ours) & tokens(right)).values())
    total = sum(tokens(ours).values()) + sum(tokens(right).values())
    return 2 * shared / total if total else 1.0


def right_answers(folder):
    pages = {}
    for file in sorted(pathlib.Path(folder).glob("*.txt")):
        head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
        fields = dict(line.split(":", 1) for line in head.splitlines())
        pages[file.stem] = {"title": fields["title"].strip(), "date": fields["date"].strip(), "text": text}
    return pages


def main():
    pages = right_answers(sys.argv[1])
    columns = {}
    for argument in sys.argv[2:]:
        name, _, path = argument.partition("=")
        lines = [json.loads(line) for line in open(path, encoding="utf-8")]
        columns[name] = {pathlib.Path(line["file"]).stem: line for line in lines}
    print(f"{'page':16}" + "".join(f"{name:>14}" for name in columns))
    scores = {name: [] for name in columns}
    for page, right in pages.items():
        for name, lines in columns.items():
            scores[name].append(f1(lines.get(page, {}).get("text") or "", right["text"]))
        print(f"{page:16}" + "".join(f"{scores[name][-1]:14.3f}" for name in columns))
    print(f"{'F1':16}" + "".join(f"{sum(scores[name]) / len(pages):14.3f}" for name in columns))
    for field in ("title", "date"):
        shares = []
        for lines in columns.values():
            said = {page: lines.get(page, {}).get(field) or "" for page in pages}
            shares.append(sum(tokens(said[page]) == tokens(pages[page][field]) for page in pages) / len(pages))
        print(f"{field:16}" + "".join(f"{share:14.0%}" for share in shares))


if __name__ == "__main__":
    main()
