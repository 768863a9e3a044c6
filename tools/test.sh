#!/bin/bash
# Installs what is missing, builds everything and runs every test.
#
#   ./tools/test.sh               all of it: this machine, sanitizers, Cortex-M, s390x, ARM, Windows, WebAssembly,
#                                 browser, packages
#   ./tools/test.sh --only host   the quick part: this machine
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/packages.sh

platforms=ON
labels=()
case "${1:-} ${2:-}" in
  " ") ;;
  "--only host") platforms=OFF labels=(-LE platform) ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

# shellcheck disable=SC2086
install_missing $pith_packages ccache libgtest-dev libbenchmark-dev libsqlite3-dev zim-tools valgrind pkg-config python3 python3-numpy python3-setuptools python3-wheel mypy fish zsh
if [ $platforms = ON ]; then
  install_missing googletest g++-s390x-linux-gnu g++-aarch64-linux-gnu g++-arm-linux-gnueabihf \
    g++-mingw-w64-x86-64 wine wine64 qemu-user gcc-arm-none-eabi libnewlib-arm-none-eabi \
    libstdc++-arm-none-eabi-newlib qemu-system-arm clang lld llvm libclang-rt-14-dev clang-tidy cppcheck zip wasi-libc \
    libc++-14-dev-wasm32 binaryen nodejs chromium debootstrap dpkg-dev git lintian mandoc
  # Debian's npm comes with Debian's Node alone; other builds of Node bring theirs.
  if ! command -v npm > /dev/null; then install_missing npm; fi
fi

# A first build compiles several files at once, which takes half as long; a folder that is there stays as it is.
unity=()
if [ ! -f build/dev/CMakeCache.txt ]; then unity=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12); fi
cmake --preset dev -DPITH_TEST_PLATFORMS=$platforms "${unity[@]}"
cmake --build --preset dev -j 2
ctest --preset dev -j 2 "${labels[@]}"
