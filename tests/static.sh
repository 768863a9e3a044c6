#!/bin/bash
# Static analysis of the engine by cppcheck, clang-tidy (bugprone, cert, concurrency) and clang's analyzer, which follows
# paths through it: no finding. The build itself has -Wconversion and -Wshadow as errors.
#
#   tests/static.sh
#
# Left out of cppcheck are two checks that ask for every member to be set when an object is made: here scratch space is
# filled in as it is used, and the sanitizers watch that.
#
# Left out of clang-tidy, where the code means what they warn of:
#   easily-swappable-parameters     positions and counts are numbers side by side
#   narrowing-conversions           -Wconversion has them, with fewer false ones
#   implicit-widening-...-result    rows times columns of the reader, of at most some thousand
#   signed-char-misuse, str34-c     weights of 8 bits are int8_t, and no characters
#   branch-clone                    cases of grammar stand apart though two of them end alike
# Where the analyzer cannot know what makes a path impossible, the line says so (NOLINT).
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/packages.sh
install_missing cppcheck clang-tidy python3
cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c++17 --language=c++ \
  --suppress=missingIncludeSystem --suppress=uninitMemberVar --suppress=uninitStructMember --inline-suppr \
  -I . -I include engine

# The engine as one file, which is read once instead of seventy times.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 tools/amalgamate.py "$folder"
checks='-*,bugprone-*,cert-*,concurrency-*'
for left_out in bugprone-easily-swappable-parameters bugprone-narrowing-conversions \
  bugprone-implicit-widening-of-multiplication-result bugprone-signed-char-misuse cert-str34-c bugprone-branch-clone; do
  checks+=,-$left_out
done
clang-tidy --quiet --checks="$checks" --warnings-as-errors='*' "$folder/pith.cc" -- -std=c++17 -I "$folder"
# The analyzer follows paths within a file, two files at a time: through the whole engine at once it takes much longer.
printf '%s\n' engine/*/*.cc | xargs -P 2 -I FILE clang-tidy --quiet --checks='-*,clang-analyzer-*' \
  --warnings-as-errors='*' FILE -- -std=c++17 -I . -I include
