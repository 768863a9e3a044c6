#!/bin/bash
# Runs every fuzzer for so many seconds each, from the corpus in the repository and what earlier runs have found.
#
#   tests/fuzz/run.sh SECONDS [BUILD_FOLDER]        BUILD_FOLDER has the pith command and its data [build/dev]
#   tests/fuzz/run.sh --coverage SECONDS            and prints which lines and branches of engine/ were reached
#
# What is found goes to build/fuzz/corpus/FUZZER; an input that breaks something to build/fuzz/FUZZER-crash-*.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/packages.sh
coverage=OFF
if [ "${1:-}" = --coverage ]; then
  coverage=ON
  shift
fi
seconds=$1 build=$(realpath "${2:-build/dev}") out=build/fuzz
install_missing clang libclang-rt-14-dev llvm cmake ninja-build > /dev/null
if [ $coverage = ON ]; then out=build/fuzz-coverage; fi
cmake -S . -B $out -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=None -DPITH_BUILD_TOOLS=OFF \
  -DPITH_BUILD_FUZZERS=ON -DPITH_FUZZ_COVERAGE=$coverage -DPITH_DATA_DIR="$build/share/pith" > /dev/null
cmake --build $out -j 2 --target open_fuzz ask_fuzz change_fuzz > /dev/null

# Small articles, with the smallest language block beside them; the second has what the sample lacks.
seeds=$out/seeds
mkdir -p $seeds
printf '%s\n' '{"id": "b", "title": "Birds", "text": "Mrs Ilse Varga founded the Orrendal Bird Society (OBS) in 1951. According to the guide, she counted about 40 cranes and two owls. It did not close on 3 May 1990."}' \
  '{"id": "c", "text": "The ferry to Brund takes two hours. It was built by the son of Ilse Varga. Was it sold? Police closed the bridge on Monday. The mayor did not open the museum. About 50 ships left the harbour."}' > $seeds/more.jsonl
"$build/bin/pith" compile examples/sample.txt $seeds/more.jsonl -o $seeds/tiny.pith --profile tiny --language external
export PITH_FUZZ_INDEX=$PWD/$seeds/tiny.pith PITH_FUZZ_LANGUAGE=$build/share/pith/en-tiny.lang

for fuzzer in open_fuzz ask_fuzz change_fuzz; do
  found=build/fuzz/corpus/$fuzzer
  longest=4096
  mkdir -p "$found" tests/fuzz/corpus/$fuzzer
  if [ $fuzzer = open_fuzz ]; then
    cp $seeds/tiny.pith "$found/"
    longest=40000
  fi
  log=$out/$fuzzer.log
  if ! LLVM_PROFILE_FILE=$out/$fuzzer.profraw $out/bin/$fuzzer "$found" tests/fuzz/corpus/$fuzzer \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=$longest -len_control=0 -entropic=0 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/$fuzzer- 2> "$log"; then
    tail -40 "$log" >&2
    exit 1
  fi
  echo "$fuzzer: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs," \
    "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log") a second," \
    "$(grep -o 'cov: [0-9]*' "$log" | tail -1)"
done
if [ $coverage = ON ]; then
  llvm-profdata merge -o $out/all.profdata $out/*.profraw
  llvm-cov report $out/bin/change_fuzz -object $out/bin/ask_fuzz -object $out/bin/open_fuzz \
    -instr-profile=$out/all.profdata --ignore-filename-regex='(tests|include)/' | tail -60
fi
