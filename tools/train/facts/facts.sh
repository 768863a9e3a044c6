#!/usr/bin/env bash
# Fits tools/compiler/facts/fact_confidence_weights.inc, from which a fact's confidence follows, to the facts that were
# judged by eye (tools/train/facts/judged.tsv). Needs a build with -DPITH_BUILD_TRAINERS=ON in build/dev (or $2) and
# Debian's python3-numpy. Half a minute; deterministic.
#
# In: the facts of the texts in texts.txt. Out: the weights. Used by hand, after the extraction has changed; what nobody
# has judged, bench/facts.sh lists.
#
#   tools/train/facts/facts.sh [DATA [BUILD]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools/train/facts/facts_dump.sh "$@" >"$scratch/facts.tsv"
/usr/bin/python3 tools/train/facts/facts_fit.py "$scratch/facts.tsv" tools/train/facts/judged.tsv \
  --fit tools/compiler/facts/fact_confidence.h >"$scratch/weights.inc"
mv "$scratch/weights.inc" tools/compiler/facts/fact_confidence_weights.inc
