#!/bin/bash
# SQuAD's development articles (one in ten, by a fixed hash of the title; the others are for training): 2,000 questions,
# the paragraph given, best guess wanted.
#
#   bench/squad.sh [FOLDER] [QUESTIONS]     FOLDER with train-docs.jsonl, train-questions.jsonl: ../shared/data/squad
#                                           unless said; 2000 questions unless said
set -euo pipefail
cd "$(dirname "$0")/.."
pith=${PITH:-}
for built in build/release/bin/pith build/dev/bin/pith; do
  if [ -z "$pith" ] && [ -x $built ]; then pith=$built; fi
done
if [ -z "$pith" ]; then echo "build Pith first, or set PITH" >&2; exit 2; fi
exec python3 bench/squad.py "$pith" "${1:-../shared/data/squad}" "${2:-2000}"
