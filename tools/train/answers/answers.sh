#!/usr/bin/env bash
# Learns tools/models/en/weights.txt, by which the engine judges answers, from ../shared/data (or $1). Some minutes on
# one core; then run join.sh, whose weights come behind these. Needs a build with -DPITH_BUILD_TRAINERS=ON in build/dev
# (or $2).
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$build/bin/pith" compile "$data/squad/train-docs.jsonl" -o "$scratch/squad.pith" --jobs 2
"$build/bin/pith" compile "$data/qa-sentences/qamr_dev-docs.jsonl" "$data/qa-sentences/qamr_test-docs.jsonl" \
  -o "$scratch/qamr.pith" --jobs 2
cat "$data"/qa-sentences/qamr_{dev,test}-questions.jsonl >"$scratch/qamr.jsonl"
"$build/bin/answers_main" "$scratch/squad.pith" "$data/squad/train-questions.jsonl" \
  "$scratch/qamr.pith" "$scratch/qamr.jsonl" "$scratch/weights.txt"
mv "$scratch/weights.txt" tools/models/en/weights.txt
