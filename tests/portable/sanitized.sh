#!/bin/bash
# The tests of the engine and of the compiler with address and undefined-behavior sanitizers.
# sanitized.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 out=$2/asan
cmake -S "$source" -B "$out" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g" \
  -DPITH_SANITIZE=address,undefined > /dev/null
cmake --build "$out" -j 2 --target engine_tests compiled_tests compiler_tests
for tests in engine_tests compiled_tests compiler_tests; do
  "$out/bin/$tests" --gtest_brief=1
done
