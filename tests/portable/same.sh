#!/bin/bash
# The same answers to the byte everywhere: 1,000 visitors' questions asked on this machine, on s390x, aarch64 and armhf
# under qemu, on Windows under Wine, and in WebAssembly with SIMD and without.
#
#   tests/portable/same.sh [DATA [BUILD]]      DATA: ../shared/data, with visitor/; BUILD: build/dev. Half an hour
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/data} build=$(realpath "${2:-build/dev}")
work=$build/same
mkdir -p "$work"
cat "$data"/visitor/{his,vod,mus,vog}-docs.jsonl > "$work/docs.jsonl"
"$build/bin/pith" compile "$work/docs.jsonl" -o "$work/docs.pith"
/usr/bin/python3 - "$data"/visitor/{his,vod,mus,vog}-questions.jsonl > "$work/questions.txt" << 'PYTHON'
import json, sys
asked = [json.loads(line)["question"] for path in sys.argv[1:] for line in open(path, encoding="utf-8")]
print("\n".join(" ".join(question.split()) for question in asked[:: max(1, len(asked) // 1000)][:1000]))
PYTHON
"$build/bin/answers" "$work/docs.pith" "$work/questions.txt" > "$work/host.txt"
echo "$(wc -l < "$work/questions.txt") questions, $(wc -l < "$work/host.txt") lines here"
for form in -mno-simd128 -msimd128; do
  clang++ --target=wasm32-wasi $form -O2 -std=c++17 -fno-exceptions -fno-rtti -DNDEBUG -I . -I include \
    engine/*/*.cc tests/portable/answers.cc tests/portable/report.cc -nodefaultlibs -lc++ -lc++abi -lc -o "$work/answers.wasm"
  node --no-warnings -e '
    const { WASI } = require("wasi");
    const [module, folder] = process.argv.slice(1);
    const wasi = new WASI({ version: "preview1", args: ["answers", "/docs.pith", "/questions.txt"], preopens: { "/": folder } });
    WebAssembly.instantiate(require("fs").readFileSync(module), wasi.getImportObject())
      .then((made) => process.exit(wasi.start(made.instance)));' "$work/answers.wasm" "$work" > "$work/wasm.txt"
  cmp "$work/host.txt" "$work/wasm.txt"
  echo "WebAssembly, $form: the same bytes"
done
for machine in s390x aarch64 armhf mingw; do
  tests/portable/cross.sh "$PWD" "$build" "$machine" 60 "$work/docs.pith" "$work/questions.txt"
  echo "$machine: the same bytes"
done
