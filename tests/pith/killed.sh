#!/bin/bash
# Kills the verbs that write an index, and lets what they ask of the system fail: whatever happens, the output is the old
# index or the new one, whole, and the next run leaves nothing of the others behind. Each of their calls is the moment
# once (faulty.cc), so that nothing depends on chance.
#
#   killed.sh PITH FAULTY [TIMES]        FAULTY: the library made of faulty.cc; TIMES: as many kills of each verb at
#                                        random moments besides, and a tenth of that its folder renamed
set -euo pipefail
pith=$(realpath "$1") faulty=$(realpath "$2") times=${3:-0}
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
# faulty FAULT: runs the command with it; its exit code is $code.
faulty() {
  code=0
  # The shell says of each that is killed that it was.
  { PITH_FAULT=$1 LD_PRELOAD=$faulty "${run[@]}" > said 2>&1; } 2> killed || code=$?
}
# A moment of at most $1 microseconds.
moment() { local t=$((RANDOM * RANDOM % $1)) && sleep "$(printf '%d.%06d' $((t / 1000000)) $((t % 1000000)))"; }

# whole FILE WHEN: the old index or the new one; counts which.
whole() {
  if cmp -s "$1" old.pith; then
    old=$((old + 1))
  elif cmp -s "$1" new.pith; then
    new=$((new + 1))
  else
    fail "$verb, $2: neither the old index nor the new one"
  fi
}
# alone WHEN: what is still there after a run that was not disturbed.
alone() {
  "${run[@]}" > said 2>&1 || fail "$verb after $1: $(cat said)"
  cmp -s out/a.pith new.pith && [ "$(ls -A out)" = a.pith ] || fail "$verb after $1 left behind: $(ls -A out)"
}
# said_so WHEN: that the command ended well, or with exit 3 and words.
said_so() {
  [ $code -eq 0 ] || { [ $code -eq 3 ] && grep -q '^pith: .*cannot ' said; } || fail "$verb, $1: exit $code: $(cat said)"
}
# fails FOLDER WORDS: that the old index is still there, alone, after exit 3 with these words.
fails() {
  [ $code -eq 3 ] && grep -q "$2" said || fail "$verb: exit $code instead of '$2': $(cat said)"
  cmp -s "$1/a.pith" old.pith && [ "$(ls -A "$1")" = a.pith ] || fail "$verb, $2: $(ls -lA "$1")"
}

# A moment that the clock gives.
at_random() {
  local before took i
  before=$(date +%s%N)
  "${run[@]}" > said 2>&1
  took=$((($(date +%s%N) - before) / 1000 + 1))
  old=0 new=0
  for i in $(seq "$times"); do
    cp old.pith out/a.pith
    "${run[@]}" > said 2>&1 &
    moment $took
    kill -KILL $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    whole out/a.pith "killed at random"
  done
  alone "kills at random"
  echo "$verb: $times kills at random: $old times the old index, $new times the new one"
  for i in $(seq $((times / 10))); do
    cp old.pith out/a.pith
    code=0
    "${run[@]}" > said 2>&1 &
    moment $took
    mv out gone
    wait $! || code=$?
    said_so "its folder gone at random"
    whole gone/a.pith "its folder gone at random"
    mv gone out
    alone "its folder was gone at random"
  done
}

mkdir out small
for verb in compile link sign; do
  writing $verb out/a.pith
  cp old.pith out/a.pith
  faulty "count calls"
  cp out/a.pith new.pith
  [ $code -eq 0 ] && ! cmp -s old.pith new.pith || fail "$verb changes nothing: exit $code: $(cat said)"
  calls=$(cat calls)

  for kind in kill fail gone; do
    old=0 new=0
    for i in $(seq "$calls"); do
      cp old.pith out/a.pith
      faulty "$kind $i out gone"
      place=out
      if [ -d gone ]; then place=gone; fi
      if [ $kind = kill ]; then [ $code -eq 137 ] || fail "$verb, call $i: not killed"; else said_so "$kind $i"; fi
      whole $place/a.pith "$kind $i"
      if [ $place = gone ]; then mv gone out; fi
      # What is left behind shows in the end, and one whole run costs more than all that are disturbed.
      if [ "$(ls -A out)" != a.pith ] || [ "$i" -eq "$calls" ]; then alone "$kind $i"; fi
    done
    echo "$verb, $kind at each of $calls calls: $old times the old index, $new times the new one"
    [ $old -gt 0 ] || fail "$verb, $kind: never the old index"
  done

  cp old.pith out/a.pith
  faulty "short 0"
  [ $code -eq 0 ] && cmp -s out/a.pith new.pith || fail "$verb, short writes: exit $code: $(cat said)"

  if [ "$times" -gt 0 ]; then at_random; fi

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
