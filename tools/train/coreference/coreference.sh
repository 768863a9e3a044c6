#!/usr/bin/env bash
# Fits tools/compiler/entities/antecedent_weights.inc, by which the compiler decides whom or what a pronoun means, to the
# training documents of GUM, and to judged.tsv of visitors' texts, in ../shared/data (or $1). Needs a build with
# -DPITH_BUILD_TRAINERS=ON in build/dev (or $2) and Debian's python3-torch. A minute on one core; the same
# machine and libraries give the same weights.
#
# In: GUM's coreference layer, judged.tsv, and what coreference_dump prints of their pronouns. Out: the weights. Used by
# hand.
#
#   tools/train/coreference/coreference.sh [DATA [BUILD]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$build/bin/coreference_dump" tools/models/en.model "$build/share/pith/en-standard.lang" "$data" \
  tools/train/coreference/judged.tsv >"$scratch/pronouns.tsv"
/usr/bin/python3 tools/train/coreference/coreference_fit.py "$scratch/pronouns.tsv" >"$scratch/weights.inc"
mv "$scratch/weights.inc" tools/compiler/entities/antecedent_weights.inc
