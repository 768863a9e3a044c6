#!/bin/bash
# Installs into a folder, moves it, and uses it from there: the command finds its data, and the example and the programs
# of README.md and docs/embedding.md build and run. installed.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/installed
rm -rf "$out"
cmake --install "$build" --prefix "$out/first" > /dev/null
mv "$out/first" "$out/prefix"
cd "$out"
for file in LICENSE NOTICE; do cmp "$source/$file" "prefix/share/doc/pith/$file"; done

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

# finds VERSION: whether find_package takes the installed Pith for it.
finds() {
  mkdir -p "find-$1"
  printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' 'project(find LANGUAGES CXX)' "find_package(pith $1 REQUIRED)" \
    > "find-$1/CMakeLists.txt"
  cmake -S "find-$1" -B "find-$1/build" -DCMAKE_PREFIX_PATH="$out/prefix" > /dev/null 2>&1
}
version=$(prefix/bin/pith --version | sed 's/^pith //')
major=${version%%.*} rest=${version#*.}
minor=${rest%%.*}
finds "$version"
finds "$major.$minor"
if finds "$major.$((minor + 1))"; then echo "a later minor version is taken for this one" >&2; exit 1; fi
if [ "$minor" -gt 0 ] && finds "$major.$((minor - 1))"; then echo "so is an earlier one" >&2; exit 1; fi

# program PAGE LANGUAGE OUT: the page's first block in LANGUAGE.
program() {
  sed -n "/^\`\`\`$2\$/,/^\`\`\`\$/p" "$source/$1" | awk '/^```/ && NR > 1 { past = 1 } NR > 1 && !past' > "$3"
  test "$(wc -l < "$3")" -gt 10
}
library=$(find prefix -name libpith.a)
strict=(-Wall -Wextra -Wpedantic -Werror)
program README.md cpp first.cc
c++ -std=c++17 "${strict[@]}" -Iprefix/include first.cc "$library" -o first
./first sample.pith "$question" | grep -F "$answer"
if c++ -std=c++17 -Iprefix/include -M first.cc | grep absl; then echo "pith.hpp includes Abseil" >&2; exit 1; fi

read -ra flags < <(PKG_CONFIG_PATH=$(dirname "$library")/pkgconfig pkg-config --cflags --libs pith)
program docs/embedding.md c embed.c
cc -std=c99 "${strict[@]}" embed.c "${flags[@]}" -o embed_c
./embed_c sample.pith "$question" > said.txt
head -n 1 said.txt | grep -qF "$answer"
test "$(wc -l < said.txt)" -eq 2
program docs/embedding.md cpp embed.cc
c++ -std=c++17 "${strict[@]}" embed.cc "${flags[@]}" -o embed_cc
./embed_cc sample.pith "damaged businesses" > said.txt
test "$(wc -l < said.txt)" -gt 3
sed -n 4p said.txt | grep -qi "business"

cc -std=c99 "${strict[@]}" "$source/examples/signed/signed.c" "${flags[@]}" -lsodium -o signed
rm -f a.key a.key.pub b.key b.key.pub
prefix/bin/pith keygen a.key > made.txt
prefix/bin/pith keygen b.key > made.txt
cp sample.pith signed.pith
prefix/bin/pith sign signed.pith --key a.key --content-version 3
./signed signed.pith a.key.pub 3 | grep -qx signed
refused() { # WORDS INDEX KEY LEAST_VERSION
  if ./signed "${@:2}" 2> said.txt; then echo "taken, but $1" >&2; exit 1; fi
  grep -q "$1" said.txt
}
refused "not signed" sample.pith a.key.pub 0
refused "not signed by this key" signed.pith b.key.pub 0
refused "older than the last one seen" signed.pith a.key.pub 4
