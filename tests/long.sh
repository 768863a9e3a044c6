#!/bin/bash
# What takes too long for every change, to be run before a release: rarer builds of the engine, and the whole project with
# its tests by another compiler and another language standard. Takes about an hour on two cores.
#
#   tests/long.sh [FOLDER]
#
# With FOLDER, everything in it is also compiled and asked, and one article of twenty under sanitizers (corpus.sh).
set -euo pipefail
folder=${1:+$(cd "$1" && pwd)}
cd "$(dirname "$0")/.."
. tools/packages.sh
# shellcheck disable=SC2086
install_missing $pith_packages libgtest-dev ccache clang lld llvm googletest g++-s390x-linux-gnu g++-aarch64-linux-gnu g++-arm-linux-gnueabihf qemu-user g++-mingw-w64-x86-64 wine wine64

cmake --preset dev -DPITH_BUILD_BENCH=OFF
cmake --build --preset dev -j 2
tests/pith/killed.sh build/dev/bin/pith build/dev/bin/libpith_faulty.so 200
build/dev/bin/load build/dev/sample.pith 8 1000000
build/dev/bin/load build/dev/sample.pith lookups 100000000
tests/load/tsan.sh build/dev/sample.pith build/dev/tsan 3000
for machine in s390x aarch64 armhf; do tests/portable/cross.sh "$PWD" "$PWD/build/dev" $machine 2000; done
tests/fuzz/run.sh --coverage 600
tests/portable/matrix.sh "$PWD" "$PWD/build/dev" --rare

# whole NAME ARGUMENT...: everything, built and tested.
whole() {
  local folder=build/long/$1
  shift
  cmake -S . -B "$folder" -G Ninja -DPITH_BUILD_TOOLS=ON -DPITH_BUILD_TESTS=ON "$@"
  cmake --build "$folder" -j 2
  ctest --test-dir "$folder" -j 2 --output-on-failure
}
whole clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo
whole c++20 -DCMAKE_CXX_STANDARD=20
whole debug -DCMAKE_BUILD_TYPE=Debug

if [ -n "$folder" ]; then
  tests/corpus.sh "$folder"
  tests/corpus.sh "$folder" --preset asan --every 20
fi
