#!/bin/bash
# Holds indexes and answers to the byte: compiles the example texts, asks their questions, prints all that the command
# prints of them, and compares the digests with digests.txt beside this script.
#
#   tests/golden/golden.sh BUILD [--data FOLDER] [--keep FOLDER] [--update]
#
#   BUILD          a built tree, such as build/dev
#   --data FOLDER  also 1,000 paragraphs of FOLDER/squad and their questions (about a minute)
#   --keep FOLDER  leaves the outputs there: diff -r of two such folders shows what changed
#   --update       writes the digests instead of comparing them, for a change that is meant to change them
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
usage() { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
build=${1:-} data='' keep='' update=''
[ -n "$build" ] || usage
shift
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=${2:?} && shift 2 ;;
    --keep) keep=${2:?} && shift 2 ;;
    --update) update=1 && shift ;;
    *) usage ;;
  esac
done
pith=$build/bin/pith
digests=$here/digests.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=${keep:-$work/out}
mkdir -p "$out"
if [ -n "$(ls -A "$out")" ]; then echo "$out is not empty" >&2; exit 2; fi

# everything INDEX NAME: each verb's output on INDEX as NAME.VERB.
everything() {
  local index=$1 name=$2
  "$pith" facts "$index" --json > "$out/$name.facts"
  "$pith" timeline "$index" --json > "$out/$name.timeline"
  "$pith" entities "$index" --json > "$out/$name.entities"
  "$pith" suggest "$index" --json > "$out/$name.suggest"
  "$pith" list "$index" --json > "$out/$name.list"
}

for profile in tiny standard full; do
  cp "$build/share/pith/en-$profile.lang" "$out/en-$profile.lang"
  for text in sample guide label science; do
    name=$text.$profile index=$out/$text.$profile.pith
    "$pith" compile "$root/examples/$text.txt" -o "$index" --profile "$profile"
    "$pith" ask "$index" --questions "$root/examples/$text-questions.jsonl" --top 5 --threshold 0 > "$out/$name.ask"
    "$pith" search "$index" "people in the city" --json > "$out/$name.search"
    "$pith" summarize "$index" --sentences 3 --json > "$out/$name.summary"
    "$pith" summarize "$index" --query "people in the city" --bytes 400 --json >> "$out/$name.summary"
    everything "$index" "$name"
  done
done
for text in sample guide label science; do "$pith" parse "$root/examples/$text.txt" > "$out/$text.parse"; done

if [ -n "$data" ]; then
  # Every 18th paragraph, so that all kinds of articles are among them.
  awk 'NR % 18 == 1 && ++kept <= 1000' "$data/squad/train-docs.jsonl" > "$work/squad.jsonl"
  python3 - "$work/squad.jsonl" "$data/squad/train-questions.jsonl" > "$work/squad-questions.jsonl" <<'PYTHON'
import json
import sys

ids = {json.loads(line)["id"] for line in open(sys.argv[1], encoding="utf-8")}
for line in open(sys.argv[2], encoding="utf-8"):
    if json.loads(line)["doc"] in ids:
        sys.stdout.write(line)
PYTHON
  "$pith" compile "$work/squad.jsonl" -o "$out/squad.pith"
  "$pith" ask "$out/squad.pith" --questions "$work/squad-questions.jsonl" --top 3 --threshold 0 > "$out/squad.ask"
  everything "$out/squad.pith" squad
  "$pith" parse "$work/squad.jsonl" > "$out/squad.parse"
fi

(cd "$out" && sha256sum -- *) > "$work/digests.txt"
if [ -n "$update" ]; then
  if [ -z "$data" ]; then grep ' squad\.' "$digests" >> "$work/digests.txt" || true; fi
  cp "$work/digests.txt" "$digests"
  echo "wrote $(wc -l < "$digests") digests"
  exit
fi
# Another digest, or an output on one side alone; without --data the recorded ones of squad have no other side.
changed=$(awk -v data="$data" '
  NR == FNR { recorded[$2] = $1; next }
  { if (recorded[$2] != $1) print $2; delete recorded[$2] }
  END { for (name in recorded) if (data != "" || name !~ /^squad\./) print name }' "$digests" "$work/digests.txt")
if [ -n "$changed" ]; then
  echo "Not as recorded in tests/golden/digests.txt:" >&2
  # shellcheck disable=SC2086
  printf '  %s\n' $changed >&2
  exit 1
fi
echo "$(wc -l < "$work/digests.txt") outputs as recorded"
