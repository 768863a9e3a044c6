#!/bin/bash
# The tests of the engine and of the compiler with address and undefined-behavior sanitizers; the longest program beside
# the others.
# sanitized.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 out=$2/asan
cmake -S "$source" -B "$out" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g" \
  -DPITH_SANITIZE=address,undefined -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 > /dev/null
cmake --build "$out" -j 2 --target engine_tests compiled_tests compiler_tests
"$out/bin/compiled_tests" --gtest_brief=1 > "$out/compiled.txt" 2>&1 &
compiled=$!
for tests in engine_tests compiler_tests; do
  "$out/bin/$tests" --gtest_brief=1
done
if ! wait $compiled; then tail -n 200 "$out/compiled.txt" >&2 && exit 1; fi
tail -n 1 "$out/compiled.txt"
