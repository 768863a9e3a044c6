#!/bin/bash
# Kills the verbs that write an index at random moments, and lets their writes fail: whatever happens, the output is the
# old index or the new one, whole, and the next run leaves nothing of the others behind.
# killed.sh PITH TIMES        TIMES: kills of each verb
set -euo pipefail
pith=$(realpath "$1") times=$2
folder=$(mktemp -d)
cleanup() {
  if mountpoint -q "$folder/small"; then umount "$folder/small"; fi
  rm -rf "$folder"
}
trap cleanup EXIT
cd "$folder"
fail() { echo "$*" >&2 && exit 1; }

echo 'Ada Verne built the mill in 1931.' > old.txt
for i in $(seq 40); do printf '{"id": "a%s", "text": "Ana met %s dogs in Oslo on 3 May 1990."}\n' $i $i; done > new.jsonl
"$pith" keygen a.key > said
"$pith" compile old.txt -o old.pith 2> said
"$pith" compile new.jsonl -o other.pith 2> said

# writing VERB FILE: the command that replaces the index FILE, as $run.
writing() {
  case $1 in
    compile) run=("$pith" compile new.jsonl -o "$2") ;;
    link) run=("$pith" link old.pith other.pith -o "$2") ;;
    sign) run=("$pith" sign "$2" --key a.key) ;;
  esac
}
# A moment of at most $1 microseconds.
moment() { local t=$((RANDOM * RANDOM % $1)) && sleep "$(printf '%d.%06d' $((t / 1000000)) $((t % 1000000)))"; }

# whole FILE: the old index or the new one; counts which.
whole() {
  if cmp -s "$1" old.pith; then
    old=$((old + 1))
  elif cmp -s "$1" new.pith; then
    new=$((new + 1))
  else
    fail "$verb: neither the old index nor the new one"
  fi
}
# What is still there after a run that was not disturbed.
alone() {
  "${run[@]}" > said 2>&1 || fail "$verb: $(cat said)"
  cmp -s out/a.pith new.pith && [ "$(ls -A out)" = a.pith ] || fail "$verb left behind: $(ls -A out)"
}
# fails FOLDER WORDS: that the old index is still there, alone, after exit 3 with these words.
fails() {
  [ $code -eq 3 ] && grep -q "$2" said || fail "$verb: exit $code instead of '$2': $(cat said)"
  cmp -s "$1/a.pith" old.pith && [ "$(ls -A "$1")" = a.pith ] || fail "$verb, $2: $(ls -lA "$1")"
}

mkdir out small
for verb in compile link sign; do
  writing $verb out/a.pith
  cp old.pith out/a.pith
  before=$(date +%s%N)
  "${run[@]}" 2> said
  took=$((($(date +%s%N) - before) / 1000))
  cp out/a.pith new.pith
  if cmp -s old.pith new.pith; then fail "$verb changes nothing"; fi

  old=0 new=0
  for i in $(seq "$times"); do
    cp old.pith out/a.pith
    "${run[@]}" > said 2>&1 &
    moment $took
    kill -KILL $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    whole out/a.pith
  done
  alone
  echo "$verb: $times kills: $old times the old index, $new times the new one"

  # Its folder is renamed meanwhile.
  for i in $(seq $((times / 10))); do
    cp old.pith out/a.pith
    code=0
    "${run[@]}" > said 2>&1 &
    moment $took
    mv out gone
    wait $! || code=$?
    [ $code -eq 0 ] || [ $code -eq 3 ] || fail "$verb, its folder gone: exit $code, $(cat said)"
    whole gone/a.pith
    rm -rf out
    mv gone out
    alone
  done

  # A limit on the size of files, as a write that fails half-way.
  cp old.pith out/a.pith
  code=0
  (ulimit -f 100 && exec "${run[@]}") > said 2>&1 || code=$?
  fails out 'File too large'

  # A full disk, where one may be mounted.
  if mount -t tmpfs -o size=$(($(stat -c %s old.pith) * 3 / 2)) none small 2> /dev/null; then
    cp old.pith small/a.pith
    writing $verb small/a.pith
    code=0
    "${run[@]}" > said 2>&1 || code=$?
    fails small 'No space left'
    umount small
  else
    echo "$verb: no full disk, as nothing may be mounted here"
  fi
done
