#!/usr/bin/env bash
# Learns what each kind of question wants of the sentence that answers it (tools/models/en/wanted.txt),
# from visitors' questions and from SQuAD's about whole articles. Two minutes; then, after a build, run answers.sh and
# join.sh, which learn from the sentences that are found with these weights.
#
#   tools/train/answers/wanted.sh [DATA [BUILD]]     DATA: ../shared/data; BUILD: build/dev, with trainers, unless said
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 tools/train/reader/questions.py "$data/squad" "$scratch"
/usr/bin/python3 tools/train/reader/visitors.py "$scratch/visitor" "$data/visitor" tools/train/reader/own
PYTHONPATH=tools/train/reader /usr/bin/python3 -c "
import json, sys
from split import is_visitor_development
for line in sys.stdin:
    if not is_visitor_development(json.loads(line)['doc']): sys.stdout.write(line)" \
  <"$scratch/visitor-questions.jsonl" >"$scratch/asked.jsonl"
"$build/bin/pith" compile "$scratch/visitor-docs.jsonl" -o "$scratch/visitor.pith" --jobs 2
"$build/bin/pith" compile "$scratch/article-docs.jsonl" -o "$scratch/articles.pith" --jobs 2
"$build/bin/wanted_main" "$scratch/visitor.pith" "$scratch/asked.jsonl" \
  "$scratch/articles.pith" "$scratch/article-questions.jsonl" "$scratch/wanted.txt"
mv "$scratch/wanted.txt" tools/models/en/wanted.txt
