#!/bin/bash
# Kills `pith compile` at random moments: whatever happens, the output is the old index or the new one, whole, and the
# next run leaves nothing of the killed ones behind.
# killed.sh PITH TIMES
set -euo pipefail
pith=$(realpath "$1") times=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo 'Ada Verne built the mill in 1931.' > old.txt
for i in $(seq 40); do printf '{"id": "a%s", "text": "Ana met %s dogs in Oslo on 3 May 1990."}\n' $i $i; done > new.jsonl
mkdir out
"$pith" compile old.txt -o old.pith --language external 2> /dev/null
"$pith" compile new.jsonl -o new.pith --language external 2> /dev/null
old=0 new=0
for i in $(seq "$times"); do
  cp old.pith out/a.pith
  "$pith" compile new.jsonl -o out/a.pith --language external 2> /dev/null &
  process=$!
  sleep "0.$(printf %03d $((RANDOM % 700)))"
  kill -KILL $process 2> /dev/null || true
  wait $process 2> /dev/null || true
  if cmp -s out/a.pith old.pith; then
    old=$((old + 1))
  elif cmp -s out/a.pith new.pith; then
    new=$((new + 1))
  else
    echo "neither the old index nor the new one after $i kills" >&2
    exit 1
  fi
done
"$pith" compile new.jsonl -o out/a.pith --language external 2> /dev/null
if [ "$(ls -A out)" != a.pith ]; then
  echo "left behind: $(ls -A out)" >&2
  exit 1
fi
echo "$times kills: $old times the old index, $new times the new one"
