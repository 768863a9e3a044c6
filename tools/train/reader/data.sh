#!/usr/bin/env bash
# Lays out what the reader learns from in OUT: SQuAD's paragraphs and whole articles with their questions and with near
# misses and in other words, and the sentences of QAMR and QA-SRL.
#
#   tools/train/reader/data.sh OUT [DATA [BUILD]]     DATA: ../shared/data unless said; BUILD: build/dev, with trainers
#
# About five minutes on one core, 2 GB of disk.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
mkdir -p "$out"
/usr/bin/python3 tools/train/reader/questions.py "$data/squad" "$out"

compile() { "$build/bin/pith" compile "${@:2}" -o "$out/$1.pith" --jobs 2; }
export_set() {
  mkdir -p "$out/$1"
  "$build/bin/reader_export" "$out/$2.pith" "$3" "$out/$1"
}
compile paragraphs "$data/squad/train-docs.jsonl"
compile articles "$out/article-docs.jsonl"
compile sentences "$data"/qa-sentences/*-docs.jsonl
cat "$data"/qa-sentences/*-questions.jsonl > "$out/sentence-questions.jsonl"
cat "$data/squad/train-questions.jsonl" "$out"/{near,reworded}-questions.jsonl > "$out/paragraph-questions.jsonl"
cat "$out"/{near,reworded}-article-questions.jsonl >> "$out/article-questions.jsonl"
export_set paragraphs paragraphs "$out/paragraph-questions.jsonl"
export_set articles articles "$out/article-questions.jsonl"
export_set sentences sentences "$out/sentence-questions.jsonl"
