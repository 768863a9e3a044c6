#!/usr/bin/env bash
# Lays out what the reader learns from in OUT: SQuAD's paragraphs and whole articles with their questions, with near
# misses, in other words (reworded by WordNet, everyday by the lexicon) and with the questions that people made so that
# they have no answer; the sentences of QAMR and QA-SRL; visitors' questions, DATA's and those of own/.
#
#   tools/train/reader/data.sh OUT [DATA [BUILD]]     DATA: ../shared/data unless said; BUILD: build/dev, with trainers
#
# Seven minutes on one core, 3 GB of disk.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
data=${2:-../shared/data}
build=${3:-build/dev}
mkdir -p "$out"
/usr/bin/python3 tools/train/reader/questions.py "$data/squad" "$out"
/usr/bin/python3 tools/train/reader/everyday.py "$data/squad" tools/models/en/everyday.tsv tools/models/en/frames.jsonl "$out"
/usr/bin/python3 tools/train/reader/visitors.py "$out/visitor" "$data/visitor"
/usr/bin/python3 tools/train/reader/visitors.py "$out/own" tools/train/reader/own

# With all relatives of words that there are: the profile full has them.
compile() { "$build/bin/pith" compile "${@:2}" -o "$out/$1.pith" --jobs 2 --profile full; }
export_set() {
  mkdir -p "$out/$1"
  "$build/bin/reader_export" "$out/$2.pith" "$3" "$out/$1"
}
compile visitor "$out/visitor-docs.jsonl"
export_set visitor visitor "$out/visitor-questions.jsonl"
compile own "$out/own-docs.jsonl"
export_set own own "$out/own-questions.jsonl"
compile paragraphs "$data/squad/train-docs.jsonl"
cat "$data/squad/train-questions.jsonl" "$out"/{near,reworded}-questions.jsonl > "$out/paragraph-questions.jsonl"
export_set paragraphs paragraphs "$out/paragraph-questions.jsonl"
export_set everyday paragraphs "$out/everyday-questions.jsonl"
export_set deceptive paragraphs "$data/squad/unanswerable-questions.jsonl"
compile sentences "$data"/qa-sentences/*-docs.jsonl
cat "$data"/qa-sentences/*-questions.jsonl > "$out/sentence-questions.jsonl"
export_set sentences sentences "$out/sentence-questions.jsonl"
compile articles "$out/article-docs.jsonl"
cat "$out"/{near,reworded}-article-questions.jsonl >> "$out/article-questions.jsonl"
export_set articles articles "$out/article-questions.jsonl"
