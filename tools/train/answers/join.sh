#!/usr/bin/env bash
# Learns how the reader and the ranker go together, and when a sentence settles a yes/no question (the end of
# tools/models/en/weights.txt), and prints how right answers are on questions that it did not learn from: of SQuAD's
# development articles, and of visitors' questions. A few minutes on one core.
#
#   tools/train/answers/join.sh [DATA [BUILD]]     DATA: ../shared/data; BUILD: build/dev, with trainers, unless said
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 tools/train/reader/questions.py "$data/squad" "$scratch"
/usr/bin/python3 tools/train/reader/visitors.py "$scratch/visitor" "$data/visitor" tools/train/reader/own
cat "$data"/squad/{train,unanswerable}-questions.jsonl "$scratch/reworded-questions.jsonl" >"$scratch/paragraphs-questions.jsonl"
cat "$scratch/article-questions.jsonl" "$scratch"/{near,reworded}-article-questions.jsonl >"$scratch/articles-questions.jsonl"
# Writes those of the documents $1 that split.py's $2 accepts to $3, and compiles them.
choose() {
  PYTHONPATH=tools/train/reader /usr/bin/python3 -c "
import json, sys
from split import $2
for line in sys.stdin:
    if $2(json.loads(line)['id']): sys.stdout.write(line)" <"$1" >"$scratch/$3.jsonl"
  "$build/bin/pith" compile "$scratch/$3.jsonl" -o "$scratch/$3.pith"
}
choose "$data/squad/train-docs.jsonl" is_development paragraphs
choose "$scratch/article-docs.jsonl" is_development articles
choose "$scratch/visitor-docs.jsonl" is_visitor_judged judged
choose "$scratch/visitor-docs.jsonl" is_visitor_development visited
cp tools/models/en/weights.txt "$scratch/weights.txt"
"$build/bin/join_main" halves "$scratch/paragraphs.pith" "$scratch/paragraphs-questions.jsonl" \
  halves "$scratch/articles.pith" "$scratch/articles-questions.jsonl" \
  learn "$scratch/judged.pith" "$scratch/visitor-questions.jsonl" \
  measure "$scratch/visited.pith" "$scratch/visitor-questions.jsonl" "$scratch/weights.txt"
mv "$scratch/weights.txt" tools/models/en/weights.txt
