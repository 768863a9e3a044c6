#!/bin/bash
# ROUGE of Pith's summaries and of classical peers, on the halves of the data that the ranker was not trained on.
#
#   bench/summaries.sh [DATA] [SCORER] [SET...]    ../shared/data and ../shared/eval/score_summaries.py unless said
#
# Needs Debian's python3-nltk and python3-numpy. PITH names the command, else the one that was built.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/pith.sh
data=${1:-../shared/data}
scorer=${2:-../shared/eval/score_summaries.py}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 tools/train/rank/rank_sets.py "$data" "$work/sets"
/usr/bin/python3 bench/summaries.py "$pith" "$scorer" "$work/sets" "$work" "${@:3}"
