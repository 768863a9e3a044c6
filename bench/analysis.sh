#!/bin/bash
# How right and how fast the compiler's analysis is: the figures under Scores in docs/models.md, without training.
#
#   bench/analysis.sh [DATA]     DATA: ../shared/data unless said; see docs/models.md for what it holds
#
# BUILD names a build with the trainers (the dev preset), else build/dev. A minute or two on one core.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-../shared/data}
build=${BUILD:-build/dev}
if [ ! -x "$build/bin/facts_eval" ]; then echo "build the dev preset first, or set BUILD" >&2; exit 2; fi
model=tools/models/en.model
language=$build/share/pith/en-standard.lang
texts=$data/language

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
head -200 "$data/summaries/cnndm_val1000-docs.jsonl" > "$work/news.jsonl"

echo "== parts of speech, lemmas, trees: the treebanks' words"
"$build/bin/syntax_main" "$data" "$model"
echo "== names"
"$build/bin/names_main" "$data" "$model" --evaluate
echo "== sentences: EWT test, GUM"
"$build/bin/sentences_eval" "$texts/ud-ewt/test.conllu" "$texts"/gum/GUM_*.conllu
echo "== times"
find "$texts/timex" -name '*.xml' -print0 | sort -z | xargs -0 "$build/bin/times_eval" "$language"
for part in dev test; do
  echo "== coreference: GUM $part"
  "$build/bin/coreference_eval" "$model" "$language" "$data" $part
done
echo "== facts: CaRB dev"
"$build/bin/facts_eval" "$model" "$language" "$texts/openie"
echo "== speed: 200 articles"
"$build/bin/analysis_speed" "$model" "$language" "$work/news.jsonl"
