#!/bin/bash
# How many instructions the engine's calls take over the sample article and its questions, by callgrind: the same
# number in every run, so that a change of a percent shows where a clock would see noise.
#
#   bench/instructions.sh [BUILD]     a built tree: build/dev unless said. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for call in pith_open pith_lookup pith_search pith_ask pith_summarize; do
  valgrind --tool=callgrind --callgrind-out-file="$work/out" --collect-atstart=no --toggle-collect=$call \
    "$build/bin/answers" "$build/sample.pith" "$build/sample-questions.txt" > /dev/null 2> "$work/log"
  printf '%-16s %12s\n' $call "$(sed -n 's/^summary: //p' "$work/out")"
done
