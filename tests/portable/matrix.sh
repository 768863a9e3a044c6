#!/bin/bash
# The engine in every ordinary build: each row is configured, built, installed or embedded, and must then say what this
# machine's own build says, to the byte. Warnings are errors here, so that no row brings one. RelWithDebInfo is the build
# that all other tests run in; the preset of tools/quickstart.sh is what the packages are made of (tests/packages).
#
#   matrix.sh SOURCE_FOLDER BUILD_FOLDER [--rare]      --rare: the rows that tests/long.sh adds, instead of the others
set -euo pipefail
source=$1 build=$2 out=$2/matrix
rm -rf "$out"
mkdir -p "$out"
cd "$out"
index=$build/sample.pith
question="How many businesses were damaged?"
"$build/bin/answers" "$index" "$build/sample-questions.txt" > answers.txt
"$build/bin/pith" ask "$index" "$question" --json --threshold 0 |
  sed 's/^{"answers":\[{"text":"\([^"]*\)".*/\1/' > said.txt
launcher=()
if command -v ccache > /dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi

fail() { echo "matrix: $*" >&2; exit 1; }

# built FOLDER PROJECT ARGUMENT...: configures and builds, quietly where that succeeds.
built() {
  local folder=$1 project=$2
  shift 2
  { cmake -S "$project" -B "$folder" "${launcher[@]}" "$@" && cmake --build "$folder" -j 2; } > "$row.log" 2>&1 ||
    { cat "$row.log" >&2 && fail "$row does not build"; }
}

# row NAME HOW ARGUMENT...: one build. HOW is add_subdirectory, FetchContent, or find_package after an installation.
row() {
  row=$1 how=$2
  shift 2
  if [ "$how" = find_package ]; then
    built "$row" "$source" -DCMAKE_INSTALL_PREFIX="$out/$row/prefix" -DPITH_WARNINGS_AS_ERRORS=ON \
      -DCMAKE_DISABLE_FIND_PACKAGE_absl=ON -DCMAKE_DISABLE_FIND_PACKAGE_GTest=ON "$@"
    for package in libabsl-dev libgtest-dev; do
      grep -q "apt-get install.*$package" "$row.log" || fail "$row does not say that $package was missing"
    done
    cmake --install "$row" > /dev/null
  fi
  built "$row-consumer" "$source/tests/portable/consumer" -DPITH_SOURCE="$source" -DPITH_BY="$how" \
    -DCMAKE_PREFIX_PATH="$out/$row/prefix" "$@"
  "$row-consumer/answers" "$index" "$build/sample-questions.txt" | cmp - answers.txt || fail "$row answers otherwise"
  "$row-consumer/spans" "$index" "$question" | sed -n 1p | cmp - said.txt || fail "$row answers otherwise by spans"
  if [ "$how" != find_package ]; then
    cmake --install "$row-consumer" --prefix "$row-installed" > /dev/null
    test "$(find "$row-installed" -type f)" = "$row-installed/bin/spans" || fail "$row installs Pith unasked"
  fi
  echo "$row: $SECONDS s"
}

clang=(-DCMAKE_CXX_COMPILER=clang++)
sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all"
if [ "${3:-}" = --rare ]; then
  for type in Debug RelWithDebInfo MinSizeRel; do
    row clang-$type find_package "${clang[@]}" -DCMAKE_BUILD_TYPE=$type
  done
  row clang-lto find_package "${clang[@]}" -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON
  row sanitizers find_package -DCMAKE_CXX_FLAGS="$sanitizers"
  row clang-sanitizers add_subdirectory "${clang[@]}" -DCMAKE_CXX_FLAGS="$sanitizers"
  row clang-shared-c++20 find_package "${clang[@]}" -DBUILD_SHARED_LIBS=ON -DCMAKE_CXX_STANDARD=20
  row lto-shared find_package -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON -DBUILD_SHARED_LIBS=ON
  row thread-sanitizer add_subdirectory -DCMAKE_CXX_FLAGS=-fsanitize=thread
  row c++23 find_package -DCMAKE_CXX_STANDARD=23
  exit
fi
row g++ find_package
row shared-c++20 find_package -DBUILD_SHARED_LIBS=ON -DCMAKE_CXX_STANDARD=20
library=shared-c++20/prefix/lib/libpith.so
if nm -D --defined-only "$library" | grep -v ' pith_'; then fail "the shared library exports the names above"; fi
grep -q 'soname: \[libpith\.so\.[0-9]*\]' <<< "$(readelf -d "$library")" || fail "no soname"
row clang++ find_package "${clang[@]}"
for type in Debug MinSizeRel; do row $type find_package -DCMAKE_BUILD_TYPE=$type; done
row lto find_package -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON
row add_subdirectory add_subdirectory
row FetchContent FetchContent -DBUILD_SHARED_LIBS=ON
