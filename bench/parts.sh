#!/bin/bash
# What each kind of an index's content costs, and what answers lose without it: bench/articles.py and bench/visitor.py on
# indexes that lack one kind (leave_out.cc). Prints the bytes beyond a byte of text, F1 and the share of right best
# guesses.
#
#   bench/parts.sh [DATA [BUILD [QUESTIONS]]]    DATA: ../shared/data unless said; BUILD: build/dev; QUESTIONS: 2000
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-../shared/data} build=$(realpath "${2:-build/dev}") questions=${3:-2000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Stands for the command, but compiles with leave_out and says how large the index is.
cat > "$work/pith" << END
#!/bin/bash
set -e
if [ "\$1" != compile ]; then exec "$build/bin/pith" "\$@"; fi
"$build/bin/leave_out" "\$PART" "$build/share/pith" "\$2" "\$4"
"$build/bin/pith" inspect "\$4" --json | python3 -c '
import json, sys
index = json.load(sys.stdin)
beyond = index["bytes"] - sum(s["bytes"] for s in index["sections"] if s["name"] == "LANG") - index["text_bytes"]
print("  %.3f bytes beyond a byte of text" % (beyond / index["text_bytes"]))' >&2
END
chmod +x "$work/pith"
for part in nothing facts candidates claims vectors; do
  echo "without $part"
  PART=$part python3 bench/articles.py "$work/pith" "$data/squad" --questions "$questions" 2>&1 \
    | sed -n 's/^\(paragraph\|article\) given.*/  \1 given/p; s/^all  *[0-9]*  *\([0-9.]*\)  *\([0-9.]*\).*/    EM \1, F1 \2/p; /beyond/p'
  PART=$part python3 bench/visitor.py "$work/pith" "$data/visitor" 2>&1 \
    | sed -n 's/^\([a-z]*\), .*"own": {[^}]*"guess": \([0-9.]*\).*"plain": {[^}]*"guess": \([0-9.]*\).*/  \1: \2 in their own words, \3 in the text'"'"'s/p'
done
