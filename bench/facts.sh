#!/bin/bash
# How many of the compiler's facts a careful reader signs, of all and of those shown by default, by kind of text; how far
# their confidence is a probability; and which facts nobody has judged (tools/train/facts/judged.tsv).
#
#   bench/facts.sh [DATA [BUILD]]
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools/train/facts/facts_dump.sh "$@" >"$scratch/facts.tsv"
/usr/bin/python3 tools/train/facts/facts_fit.py "$scratch/facts.tsv" tools/train/facts/judged.tsv
