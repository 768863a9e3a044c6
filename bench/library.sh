#!/bin/bash
# How well and how fast search finds in an index of many articles: 996 questions for SQuAD's training paragraphs, by
# paragraph, and 1,474 in visitors' own words, by text.
#
#   bench/library.sh DATA BUILD_FOLDER      DATA: the folder with squad/ and visitor/; compiling takes some minutes
set -euo pipefail
data=$(cd "$1" && pwd) build=$(cd "$2" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# questions EVERY FROM FILE...: every so many of a file's questions, with the article that answers.
questions() {
  python3 - "$@" << 'PYTHON'
import json, sys
every, start = int(sys.argv[1]), int(sys.argv[2])
for path in sys.argv[3:]:
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % every == start:
                asked = json.loads(line)
                print(asked["doc"] + "\t" + " ".join(asked["question"].split()))
PYTHON
}
questions 88 7 "$data/squad/train-questions.jsonl" > squad.tsv
questions 3 0 "$data"/visitor/*-questions.jsonl > visitor.tsv
"$build/bin/pith" compile "$data/squad/train-docs.jsonl" -o squad.pith
cat "$data"/visitor/*-docs.jsonl > visitor.jsonl
"$build/bin/pith" compile visitor.jsonl -o visitor.pith
for name in squad visitor; do
  echo "$name: $("$build/bin/library_search" "$name.pith" "$name.tsv")"
done
