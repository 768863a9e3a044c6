#!/bin/bash
# Pith beside SQLite FTS5 and Xapian in one process, and FlexSearch, MiniSearch and lunr in Node: the same texts, the
# same questions, one core, one run. Installs what is missing, writes the table of docs/benchmarks.md and its plots.
#   bench/compare/run.sh SQUAD_FOLDER [WORK_FOLDER]     the folder has train-docs.jsonl and train-questions.jsonl
# The command is the newest build, or that of the variable PITH. ROUNDS is how often each question is asked [5], SIZES
# the numbers of paragraphs [1 189 1890 18896]. Of more than there are (SIZES="94480 1000000" adds such rows), each is
# there several times: these are for Pith, FTS5 and Xapian alone. What has been measured by the same command is not
# measured again.
set -euo pipefail
data=${1:?usage: bench/compare/run.sh SQUAD_FOLDER [WORK_FOLDER]}
cd "$(dirname "$0")/../.."
work=$(realpath -m "${2:-build/compare}") rounds=${ROUNDS:-5} sizes=${SIZES:-1 189 1890 18896}
paragraphs=18896
. tools/packages.sh
. bench/pith.sh
install_missing g++ libsqlite3-dev libxapian-dev python3-matplotlib
# Debian's npm comes with Debian's Node alone; other builds of Node bring theirs.
if ! command -v npm > /dev/null; then install_missing npm; fi
mkdir -p "$work"
/usr/bin/python3 bench/compare/prepare.py "$data" "$work" $sizes

library=${pith%/bin/pith}/lib/libpith.a
[ -f "$library" ] || library=${pith%/bin/pith}/engine/libpith.a
g++ -std=c++17 -O2 -I include bench/compare/peers.cc "$library" -lsqlite3 -lxapian -o "$work/peers"
cp bench/compare/package.json bench/compare/package-lock.json "$work"
(cd "$work" && npm ci --no-audit --no-fund --silent)

for size in $sizes; do
  # --keep-going: a paragraph that does not compile is a miss like any other, and keeps its number.
  engines="pith fts5 xapian flexsearch minisearch lunr"
  if [ "$size" -gt $paragraphs ]; then
    engines="pith fts5 xapian"
    [ -f "$work/$size.pith" ] || "${pith%/pith}/library_grow" "$work/$paragraphs.pith" "$size" "$work/$size.pith"
  fi
  [ -f "$work/$size.pith" ] || "$pith" compile "$work/$size.jsonl" -o "$work/$size.pith"
  for engine in $engines; do
    out=$work/$engine-$size.json
    [ ! -f "$out" ] || [ "$out" -ot "$pith" ] || continue
    echo "$engine, $size paragraphs" >&2
    case $engine in
      pith) "$work/peers" pith "$work/$size.tsv" "$work/$size-questions.tsv" "$work/$size.pith" "$rounds" > "$out.new" ;;
      fts5 | xapian)
        "$work/peers" $engine "$work/$size.tsv" "$work/$size-questions.tsv" "$work/$size.$engine" "$rounds" > "$out.new" ;;
      *)
        (cd "$work" && node "$OLDPWD/bench/compare/peers.mjs" $engine "$size.tsv" "$size-questions.tsv" \
          "$size.$engine" "$rounds") > "$out.new" ;;
    esac
    mv "$out.new" "$out"
  done
done
/usr/bin/python3 bench/compare/report.py "$work" docs/plots docs/benchmarks.md
