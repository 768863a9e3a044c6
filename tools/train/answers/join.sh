#!/usr/bin/env bash
# Learns how the reader and the ranker go together (the end of tools/models/en/weights.txt) and prints how right answers
# are on development articles that it did not learn from. A few minutes on one core.
#
#   tools/train/answers/join.sh [DATA [BUILD]]     DATA: ../shared/data; BUILD: build/dev, with trainers, unless said
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 tools/train/reader/questions.py "$data/squad" "$scratch"
cat "$data/squad/train-questions.jsonl" "$scratch"/{near,reworded}-questions.jsonl >"$scratch/paragraphs-questions.jsonl"
cat "$scratch/article-questions.jsonl" "$scratch"/{near,reworded}-article-questions.jsonl >"$scratch/articles-questions.jsonl"
# Of the documents only the development articles'.
development() {
  PYTHONPATH=tools/train/reader /usr/bin/python3 -c '
import json, sys
from split import is_development
for line in sys.stdin:
    if is_development(json.loads(line)["id"]): sys.stdout.write(line)' <"$1" >"$2"
}
development "$data/squad/train-docs.jsonl" "$scratch/paragraphs.jsonl"
development "$scratch/article-docs.jsonl" "$scratch/articles.jsonl"
for set in paragraphs articles; do "$build/bin/pith" compile "$scratch/$set.jsonl" -o "$scratch/$set.pith"; done
cp tools/models/en/weights.txt "$scratch/weights.txt"
"$build/bin/join_main" "$scratch/paragraphs.pith" "$scratch/paragraphs-questions.jsonl" \
  "$scratch/articles.pith" "$scratch/articles-questions.jsonl" "$scratch/weights.txt"
mv "$scratch/weights.txt" tools/models/en/weights.txt
