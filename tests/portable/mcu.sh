#!/bin/bash
# The microcontroller example on the boards of QEMU, the engine in one file, and how much flash each call takes.
# mcu.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/mcu
rm -rf "$out"
mkdir -p "$out"
cd "$out"

fail() { echo "mcu: $*" >&2; exit 1; }

# board NAME MACHINE: builds the firmware and runs it; it must say what the command says.
board() {
  cmake -S "$source/examples/mcu" -B "$1" -DCMAKE_TOOLCHAIN_FILE="$source/examples/mcu/$1.cmake" \
    -DPITH_COMMAND="$build/bin/pith" > "$1.log"
  cmake --build "$1" -j 2 >> "$1.log" 2>&1 || { tail -20 "$1.log" >&2; fail "$1 does not build"; }
  qemu-system-arm -M "$2" -display none -monitor none -serial "file:$1.txt" \
    -semihosting-config enable=on,target=native -kernel "$1/firmware.elf" || fail "the firmware ends with $?"
  grep -v '^stack' "$1.txt" | cmp - expected.txt || fail "$1 says something else"
  local stack
  stack=$(sed -n 's/^stack //p' "$1.txt")
  [ "$stack" -le 4096 ] || fail "$1 takes $stack bytes of stack; at most 4096 are promised on a Cortex-M"
  # Like the other figures there, with room for 5 %; what falls by as much is to be written down.
  local held
  held=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["cortex_m_stack_bytes"][sys.argv[2]])' \
    "$source/bench/budget.json" "$1")
  [ $((stack * 100)) -le $((held * 105)) ] || fail "$1 takes $stack bytes of stack, bench/budget.json says $held"
  [ $((stack * 105)) -ge $((held * 100)) ] || fail "$1 takes $stack bytes of stack: write that into bench/budget.json"
  echo "$1: the command's words; $stack bytes of stack"
}

pith=$build/bin/pith
"$pith" compile "$source/examples/sample.txt" --profile tiny -o tiny.pith
field() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/" <<< "$2"; }
question="How many businesses were damaged?"
fact=$("$pith" lookup tiny.pith Armenia "prime minister" --json | sed -n 1p)
{
  echo "ask $question $(field text "$("$pith" ask tiny.pith "$question" --json)")"
  echo "ask What is the capital of France? not in this text"
  echo "lookup $(field subject "$fact") $(field relation "$fact") $(field object "$fact")"
  echo "search $(field text "$("$pith" search tiny.pith "protesters burned" --json | sed -n 1p)")"
  "$pith" summarize tiny.pith --sentences 2 --json | grep -o '"text":"[^"]*"' | sed -n 1,2p |
    sed 's/^"text":"\(.*\)"$/summary \1/'
} > expected.txt
board cortex-m4 mps2-an386
board cortex-m33 mps2-an505

# The engine in one file, by this machine's compiler and the board's.
"$source/tools/amalgamate.py" one
g++ -std=c++17 -Os -Wall -Wextra -Werror -fno-exceptions -fno-rtti -ffunction-sections -I one -I "$source" \
  -I "$source/include" one/pith.cc "$source"/tests/portable/{answers,report}.cc -o one/answers
"$build/bin/answers" tiny.pith "$build/sample-questions.txt" > host.txt
one/answers tiny.pith "$build/sample-questions.txt" | cmp - host.txt || fail "the engine in one file answers otherwise"
echo "in one file: the same answers"

flags="-mcpu=cortex-m4 -mthumb -Os -std=c++17 -DNDEBUG -DPITH_SETS=0 -fno-exceptions -fno-rtti -fno-threadsafe-statics
  -ffunction-sections -fdata-sections -Wall -Wextra -Werror"
# shellcheck disable=SC2086
arm-none-eabi-g++ $flags -c one/pith.cc -o one/pith.o
# flash NAME MOST CALL...: code and constants of a program that makes these calls, memcpy and its like within.
flash() {
  local name=$1 most=$2 bytes ram symbols=()
  shift 2
  for call in "$@"; do symbols+=("-Wl,--undefined=pith_$call"); done
  arm-none-eabi-g++ -mcpu=cortex-m4 -mthumb -nostartfiles --specs=nosys.specs -Wl,--gc-sections -Wl,--entry=pith_open \
    "${symbols[@]}" one/pith.o -o one/flash.elf
  read -r bytes ram <<< "$(arm-none-eabi-size -A one/flash.elf |
    awk '$1 ~ /^\.(text|rodata|ARM)/ {code += $2} $1 ~ /^\.(data|bss)/ {ram += $2} END {print code, ram + 0}')"
  printf '%-40s %7d bytes of flash, %d of RAM\n' "$name" "$bytes" "$ram"
  [ "$bytes" -le "$most" ] || fail "$name takes more than $most bytes"
  [ "$ram" -eq 0 ] || fail "$name takes static RAM"
}
facts="get_info get_article find_article get_sentence get_fact lookup key_facts get_event get_suggestion"
flash open 40960 open
flash "open, facts" 40960 open get_info get_article get_fact
flash "open, lookup" 40960 open lookup
flash "open, search" 45056 open search
flash "open, summarize" 43008 open summarize
# shellcheck disable=SC2086
flash "open, lookup, facts, search, summarize" 56320 open $facts search summarize
flash "open, ask" 131072 open ask ask_begin ask_step ask_end
