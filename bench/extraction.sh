#!/bin/bash
# The text, titles and dates that Pith takes from web pages, beside mozilla's Readability (npm, under jsdom).
#
#   bench/extraction.sh [PAGES]     a folder of pages with the right text beside them (extraction.py says how); ours,
#                                   tests/compiler/pages, unless said. PAGES may hold pages in other encodings.
#
# Needs node and npm. BUILD names the build folder, else build/dev.
set -euo pipefail
cd "$(dirname "$0")/.."
pages=${1:-tests/compiler/pages}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${BUILD:-build/dev}"/bin/extract_pages "$pages"/*.html > "$work/pith.jsonl"
cp bench/extraction.mjs "$work"
(cd "$work" && npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26 > npm.log 2>&1) || { cat "$work/npm.log" >&2; exit 1; }
node "$work/extraction.mjs" "$pages"/*.html > "$work/readability.jsonl"
/usr/bin/python3 bench/extraction.py "$pages" pith="$work/pith.jsonl" readability="$work/readability.jsonl"
