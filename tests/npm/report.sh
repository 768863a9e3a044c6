#!/bin/bash
# The report of an article as its editor has it: asked, corrected and printed in Chromium. report.sh SOURCE BUILD
set -euo pipefail
source=$1 out=$2/report
[ -d "$2/npm/pith-engine" ] || "$source/tools/npm/build.sh" "$2/npm"
"$source/tests/npm/tools.sh" "$2/npm/tools"
rm -rf "$out"
mkdir -p "$out"
cp "$source"/tests/npm/{report.test,chromium}.mjs "$source"/tests/pith/corrections/museum.txt "$out"
cd "$out"
ln -s "$2/npm/tools/node_modules" node_modules
pith=$2/bin/pith engine=$2/npm/pith-engine/pith.wasm
"$pith" compile museum.txt -o old.pith
cp "$source/tests/pith/corrections/museum.corrections.toml" .
"$pith" report museum.txt --since old.pith --engine "$engine" -o report.html
printf '%s\n' '{"id": "x\"><script>window.ran = 1</script>", "title": "</title><script>window.ran = 2</script>",' \
  '"text": "Ana </script><script>window.ran = 3</script> Ruiz founded the <img src=x onerror=window.ran=4> museum."}' \
  | tr -d '\n' > hostile.jsonl
"$pith" compile hostile.jsonl -o hostile.pith
"$pith" report hostile.jsonl --since hostile.pith --engine "$engine" -o hostile.html
"$pith" report museum.txt -o plain.html
node --test .
