#!/bin/bash
# The engine on another machine, run by qemu: its unit tests, and the same bytes of answers as on this machine. On s390x
# bytes stand the other way round; aarch64 has loops of its own.
# Randomly changed files too give the same there as here.
# cross.sh SOURCE_FOLDER BUILD_FOLDER s390x|aarch64 [CHANGED_FILES]
set -euo pipefail
source=$1 build=$2 machine=$3 out=$2/$3 changed=${4:-60}
cmake -S "$source" -B "$out" -G Ninja --toolchain "$source/cmake/$machine.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DPITH_BUILD_TOOLS=OFF -DPITH_DATA_DIR="$build/share/pith" > /dev/null
cmake --build "$out" -j 2
"$build/bin/answers" "$build/sample.pith" "$build/sample-questions.txt" > "$out/host.txt"
run="qemu-$machine -L /usr/$machine-linux-gnu"
$run "$out/bin/answers" "$build/sample.pith" "$build/sample-questions.txt" > "$out/answers.txt"
cmp "$out/host.txt" "$out/answers.txt"
echo "$(wc -l < "$out/host.txt") lines, the same bytes"
"$build/bin/changed" "$build/sample.pith" "$changed" > "$out/host-changed.txt"
$run "$out/bin/changed" "$build/sample.pith" "$changed" > "$out/changed.txt"
cmp "$out/host-changed.txt" "$out/changed.txt"
echo "$changed changed files, the same statuses and bytes"
$run "$out/bin/engine_tests" --gtest_brief=1
