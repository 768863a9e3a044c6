#!/bin/bash
# How well questions are answered.
#
#   bench/quality.sh [SCORER]                        the sample's questions: the scorer's line and what the index costs;
#                                                    SCORER: score_qa.py, ../shared/eval/score_qa.py unless said
#   bench/quality.sh --articles [FOLDER] [OPTION]... SQuAD's development articles, per kind of question: bench/articles.py
#                                                    says which options there are (--profile, --questions, --worst, ...)
#   bench/quality.sh --news [FOLDER] [OPTION]...     news stories, by questions about their highlights: bench/news.py
#   bench/quality.sh --visitor [FOLDER] [OPTION]...  questions in a visitor's own words: bench/visitor.py
#
# PITH names the command, else the one that quickstart.sh or test.sh built.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/pith.sh
if [ "${1:-}" = --articles ]; then exec python3 bench/articles.py "$pith" "${@:2}"; fi
if [ "${1:-}" = --news ]; then exec python3 bench/news.py "$pith" "${@:2}"; fi
if [ "${1:-}" = --visitor ]; then exec python3 bench/visitor.py "$pith" "${@:2}"; fi

scorer=${1:-../shared/eval/score_qa.py}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$pith" compile examples/sample.txt -o "$work/sample.pith"
"$pith" ask "$work/sample.pith" --questions examples/sample-questions.jsonl > "$work/answers.jsonl"
python3 "$scorer" examples/sample-questions.jsonl "$work/answers.jsonl"
"$pith" compile examples/sample.txt -o "$work/external.pith" --language external
text=$("$pith" text "$work/external.pith" | wc -c)
echo "index without language block: $(stat -c %s "$work/external.pith") bytes, of which $text are the text"
