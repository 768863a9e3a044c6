#!/usr/bin/env bash
# Fits tools/compiler/rank/rank_weights.inc, by which the compiler orders sentences, to ../shared/data (or $1), and
# prints the weights for queries, best first (Gain in engine/api/summarize.cc holds them). With --ablation instead prints
# what each group of features is worth. Needs a build with -DPITH_BUILD_TRAINERS=ON in build/dev (or $2) and Debian's
# python3-torch and python3-nltk. Five minutes on one core, twice that with --ablation; deterministic.
#
# In: texts with summaries that people wrote, and what rank_dump prints of their sentences. Out: the weights of
# tools/compiler/rank. Used by hand; bench/summaries.sh cuts the same data with rank_sets.py.
#
#   tools/train/rank/rank.sh [--ablation] [DATA [BUILD]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
ablation=no
if [ "${1:-}" = --ablation ]; then
  ablation=yes
  shift
fi
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

/usr/bin/python3 tools/train/rank/rank_sets.py "$data" "$scratch/sets"
mkdir "$scratch/dumps"
for docs in "$scratch"/sets/*.docs.jsonl; do
  name=$(basename "$docs" .docs.jsonl)
  "$build/bin/rank_dump" tools/models/en.model "$build/share/pith/en-standard.lang" "$docs" \
    "$scratch/sets/$name.requests.jsonl" >"$scratch/dumps/$name.jsonl"
done
export BUILD=$build
if [ $ablation = yes ]; then
  /usr/bin/python3 tools/train/rank/rank_fit.py "$scratch/sets" "$scratch/dumps" --ablation
  exit
fi
/usr/bin/python3 tools/train/rank/rank_fit.py "$scratch/sets" "$scratch/dumps" --json "$scratch/weights.json" \
  >"$scratch/weights.inc"
/usr/bin/python3 tools/train/rank/rank_query.py "$scratch/weights.json" "$scratch/sets" "$scratch/dumps" |
  sed -n 1,10p >&2
mv "$scratch/weights.inc" tools/compiler/rank/rank_weights.inc
