#!/bin/bash
# Builds the npm package pith-engine: the engine as WebAssembly three times, and the JavaScript around it.
#
#   tools/npm/build.sh OUT_FOLDER      makes OUT_FOLDER/pith-engine, ready for `npm pack`, and prints the modules' sizes
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)/pith-engine
cd "$(dirname "$0")/../.."
. tools/packages.sh
install_missing clang lld wasi-libc libc++-14-dev-wasm32 binaryen

compiler=(clang++)
if command -v ccache > /dev/null; then compiler=(ccache clang++); fi
flags=(--target=wasm32-wasi -std=c++17 -DNDEBUG -fno-exceptions -fno-rtti -fno-threadsafe-statics -ffunction-sections
  -fdata-sections -Wall -Wextra -Werror -I . -I include)
# The stack comes first in memory, so that running over it traps instead of writing over data.
linking=(--target=wasm32-wasi -nostartfiles -nodefaultlibs
  "-Wl,--no-entry,--strip-all,--gc-sections,--stack-first,-z,stack-size=32768")

# objects FOLDER FLAG...: compiles the engine: what a question runs through for speed, the rest for size.
objects() {
  local folder=$1 source name optimized
  shift
  rm -rf "$folder"
  mkdir -p "$folder"
  for source in engine/*/*.cc; do
    name=${source//\//_} optimized=-Oz
    case $source in
      engine/network/loops_*) optimized=-O3 ;;
      engine/network/* | engine/reader/layers.cc) optimized=-O2 ;;
      engine/reader/*) optimized=-Os ;;
    esac
    echo "$* $optimized -o $folder/${name%.cc}.o $source"
  done | xargs -P 2 -L 1 "${compiler[@]}" "${flags[@]}" -c
}
# module NAME OBJECTS FLAG...: links OUT/NAME.wasm, which binaryen then makes smaller as a whole, with no instruction of
# later WebAssembly than it was compiled for.
module() {
  local name=$1 folder=$2 features=(--mvp-features)
  shift 2
  if [[ " $* " == *" -msimd128 "* ]]; then features+=(--enable-simd); fi
  "${compiler[@]}" "${flags[@]}" -Oz "$@" -c tools/npm/pith_js.cc -o "$folder/$name.glue"
  clang++ "${linking[@]}" "$folder/$name.glue" "$folder"/*.o -lc -o "$folder/$name.linked"
  wasm-opt -Oz "${features[@]}" "$folder/$name.linked" -o "$out/$name.wasm"
  chmod 644 "$out/$name.wasm"
  echo "$name.wasm: $(stat -c %s "$out/$name.wasm") bytes, $(gzip -9 -c "$out/$name.wasm" | wc -c) gzipped"
}

rm -rf "$out"
mkdir -p "$out"
cp tools/npm/package/* "$out"
cp LICENSE NOTICE "$out"
version=$(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' include/pith/pith.h)
sed -i "s/\"version\": \"0.0.0\"/\"version\": \"$version\"/" "$out/package.json"
objects "$out/../plain"
objects "$out/../simd" -msimd128
module pith "$out/../plain"
module pith-search "$out/../plain" -DPITH_JS_WITHOUT_ASK
module pith-simd "$out/../simd" -msimd128
