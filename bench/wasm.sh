#!/bin/bash
# What pith_ask costs as WebAssembly in Node, beside the same machine's own builds: the sample's questions, each with
# its quickest time of 50 rounds, by percentile.
#
#   bench/wasm.sh BUILD_FOLDER      one with pith_bench in it (-DPITH_BUILD_BENCH=ON)
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
tools/npm/build.sh "$build/bench-npm"
"$build/bin/pith_bench" --benchmark_filter='Ask(Portable)?$' 2> /dev/null | grep -E '^Ask|_us'
node bench/wasm.mjs "$build/bench-npm/pith-engine" "$build/sample.pith" "$build/sample-questions.txt"
