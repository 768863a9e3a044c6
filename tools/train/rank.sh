#!/usr/bin/env bash
# Fits tools/compiler/rank_weights.inc, by which the compiler orders sentences, to ../shared/data (or $1). Needs a build
# with -DPITH_BUILD_TRAINERS=ON in build/dev (or $2) and Debian's python3-torch and python3-nltk. Half an hour on one core,
# nearly all of it for the analysis of the articles; deterministic.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

/usr/bin/python3 tools/train/rank_sets.py "$data" "$scratch/sets"
mkdir "$scratch/dumps"
for docs in "$scratch"/sets/*.docs.jsonl; do
  name=$(basename "$docs" .docs.jsonl)
  case $name in newts-topic.*) continue ;; esac
  "$build/bin/rank_dump" tools/models/en.model "$build/share/pith/en-standard.lang" "$docs" >"$scratch/dumps/$name.jsonl"
done
/usr/bin/python3 tools/train/rank_fit.py tools/compiler/rank_features.h "$scratch/sets" "$scratch/dumps" \
  >"$scratch/weights.inc"
mv "$scratch/weights.inc" tools/compiler/rank_weights.inc
