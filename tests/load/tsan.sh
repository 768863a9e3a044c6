#!/bin/bash
# load.cc with the thread sanitizer: tsan.sh INDEX BUILD_FOLDER [CALLS]
set -euo pipefail
index=$(realpath "$1") out=$2 calls=${3:-300}
root=$(cd "$(dirname "$0")/../.." && pwd)
cmake -S "$root" -B "$out" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g" \
  -DPITH_SANITIZE=thread -DPITH_BUILD_TOOLS=OFF -DPITH_BUILD_TESTS=OFF > /dev/null
cmake --build "$out" -j 2 --target pith_engine > /dev/null
c++ -std=c++17 -O1 -g -fsanitize=thread -I "$root/include" "$root/tests/load/load.cc" "$out/engine/libpith.a" \
  -pthread -o "$out/load"
"$out/load" "$index" 8 "$calls"
