#!/bin/bash
# Installs into a folder, moves it, and uses it from there: the command finds its data, the example and the README's
# program build and run. installed.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/installed
rm -rf "$out"
cmake --install "$build" --prefix "$out/first" > /dev/null
mv "$out/first" "$out/prefix"
cd "$out"

prefix/bin/pith compile "$source/examples/sample.txt" -o sample.pith
cmp sample.pith "$build/sample.pith"
grep -q '^.SS summarize' prefix/share/man/man1/pith.1
bash -n prefix/share/bash-completion/completions/pith

question="How many businesses were damaged?"
answer=$(prefix/bin/pith ask sample.pith "$question" --json --threshold 0 | sed 's/^{"answers":\[{"text":"\([^"]*\)".*/\1/')
test -n "$answer"

cmake -S "$source/examples/cpp" -B example -G Ninja -DCMAKE_PREFIX_PATH="$out/prefix" > /dev/null
cmake --build example > /dev/null
echo "$question" | example/reader sample.pith > said.txt
test "$(wc -l < said.txt)" -eq 3
tail -n 1 said.txt | grep -qF "$answer"

# The README's program is its first block of C++.
sed -n '/^```cpp$/,/^```$/p' "$source/README.md" | sed '/^```/d' > first.cc
test "$(wc -l < first.cc)" -gt 10
c++ -std=c++17 -Wall -Wextra -Werror -Iprefix/include first.cc "$(find prefix -name libpith_engine.a)" -o first
./first sample.pith "$question" | grep -F "$answer"
