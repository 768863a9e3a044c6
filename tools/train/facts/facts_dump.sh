#!/usr/bin/env bash
# Prints the facts of the texts in texts.txt, as facts_dump does.
#
#   tools/train/facts/facts_dump.sh [DATA [BUILD]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
build=${2:-build/dev}
model=$build/share/pith/en.model
language=$build/share/pith/en-standard.lang
while read -r file id; do
  case $file in
    '#'* | '') ;;
    own) "$build/bin/facts_dump" "$model" "$language" tools/train/facts/own-docs.jsonl "$id" ;;
    gum) "$build/bin/facts_dump" "$model" "$language" --gum "$data" "$id" ;;
    *) "$build/bin/facts_dump" "$model" "$language" "$data/$file-docs.jsonl" "$id" ;;
  esac
done <tools/train/facts/texts.txt
