#!/bin/bash
# The engine on s390x, whose bytes stand the other way round: its unit tests, and the same bytes of answers as on this
# machine. s390x.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/s390x
cmake -S "$source" -B "$out" -G Ninja --toolchain "$source/cmake/s390x.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DPITH_BUILD_TOOLS=OFF -DPITH_DATA_DIR="$build/share/pith" > /dev/null
cmake --build "$out" -j 2
"$build/bin/answers" "$build/sample.pith" "$build/sample-questions.txt" > "$out/host.txt"
run="qemu-s390x -L /usr/s390x-linux-gnu"
$run "$out/bin/answers" "$build/sample.pith" "$build/sample-questions.txt" > "$out/s390x.txt"
cmp "$out/host.txt" "$out/s390x.txt"
echo "$(wc -l < "$out/host.txt") lines, the same bytes"
$run "$out/bin/engine_tests" --gtest_brief=1
