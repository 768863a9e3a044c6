#!/bin/bash
# The reader's loops as WebAssembly, with SIMD and without: compiled without a warning, run by node, the same sums as the
# portable ones.
# wasm.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 out=$2/wasm
mkdir -p "$out"
for form in -mno-simd128 -msimd128; do
  clang++ --target=wasm32-wasi $form -O3 -std=c++17 -fno-exceptions -fno-rtti -Wall -Wextra -Werror \
    -nostartfiles -nodefaultlibs -Wl,--no-entry -I "$source" -I "$source/include" \
    "$source"/tests/portable/wasm.cc "$source"/engine/network/{network,loops_wide,loops_wasm}.cc -lc -o "$out/loops.wasm"
  node -e '
    WebAssembly.instantiate(require("fs").readFileSync(process.argv[1]), {}).then((module) => {
      const mismatches = module.instance.exports.mismatches();
      console.log(mismatches, "mismatches");
      process.exit(mismatches === 0 ? 0 : 1);
    });' "$out/loops.wasm"
done
