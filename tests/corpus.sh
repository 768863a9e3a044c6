#!/bin/bash
# Compiles, verifies and asks every article in a folder of JSONL and plain text, one at a time, and says which articles
# fail at what, a crash included. tests/corpus/folder.h says what it takes for an article and for a question.
#
#   tests/corpus.sh FOLDER [--preset PRESET] [--jobs N] [--every N]
#
#   --preset PRESET   how to build it: dev unless said; asan also finds what does not crash
#   --jobs N          worker processes: 2 unless said
#   --every N         one article of N, for a quicker run
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
usage() { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=${1:-} preset=dev jobs=2 every=1
[ -d "$folder" ] || usage
folder=$(cd "$folder" && pwd)
shift
while [ $# -gt 0 ]; do
  case $1 in
    --preset) preset=${2:?} ;;
    --jobs) jobs=${2:?} ;;
    --every) every=${2:?} ;;
    *) usage ;;
  esac
  shift 2
done
cd "$root"
cmake --preset "$preset" > /dev/null
cmake --build --preset "$preset" -j 2 --target corpus
"build/$preset/bin/corpus" "$folder" --jobs "$jobs" --every "$every"
