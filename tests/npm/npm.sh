#!/bin/bash
# The npm package as a user has it: packed, installed into an empty project, typed, and asked in Node and in Chromium.
# npm.sh SOURCE_FOLDER BUILD_FOLDER [QUESTIONS.jsonl INDEX]     asks those too, and compares with the command
set -euo pipefail
source=$1 build=$2 out=$2/npm
mkdir -p "$out"
"$source/tools/npm/build.sh" "$out"

# at_most NAME BYTES: what a page loads, as a server sends it.
at_most() {
  local size
  size=$(gzip -9 -c "$out/pith-engine/$1" | wc -c)
  [ "$size" -le "$2" ] || { echo "$1 takes $size bytes gzipped; at most $2 are allowed" >&2; exit 1; }
}
at_most pith-search.wasm 65536
at_most pith.wasm 98304
at_most pith-simd.wasm 98304

rm -rf "$out/project" "$out"/*.tgz
mkdir "$out/project"
cp "$source"/tests/npm/{{same,use}.test,browser,chromium,page}.mjs "$source"/tests/npm/{types.ts,page.html} "$out/project"
cd "$out"
npm pack --silent ./pith-engine > /dev/null
"$source/tests/npm/tools.sh" "$out/tools"
cd project
echo '{"private": true, "type": "module"}' > package.json
npm install --offline --no-audit --no-fund --silent ../pith-engine-*.tgz
ln -s "$out/tools/node_modules" ../node_modules 2> /dev/null || true

pith=$build/bin/pith
"$pith" compile "$source"/examples/{sample,label,guide,science}.txt -o several.pith
cp "$build/sample.pith" one.pith
echo '{"id": "x", "text": "One dog barked.", "aliases": ["Rex", "É"], "tags": ["pets"], "author": "W",' \
  '"licence": "L", "image": "i", "meta": {"z": [1.5, null]}}' > record.jsonl
"$pith" compile record.jsonl -o record.pith
echo '{"id": "guide", "text": "The tower closes at nine. The guide was written anew."}' > again.jsonl
"$pith" compile again.jsonl -o again.pith
"$pith" link several.pith record.pith again.pith --replace --drop label -o linked.pith
cat "$source"/examples/{sample,label,guide,science}-questions.jsonl > questions.jsonl
"$pith" compile "$source/examples/sample.txt" --language external -o external.pith
cp "$build/share/pith/en-standard.lang" .
if [ $# -gt 2 ]; then cp "$4" many.pith && cp "$3" many.jsonl; fi
PITH=$pith node --test --test-concurrency=1 .
../node_modules/.bin/tsc --strict --noEmit --module nodenext --target es2022 --lib es2022,dom,dom.iterable types.ts
node browser.mjs
