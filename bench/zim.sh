#!/bin/bash
# Whether an offline encyclopedia compiles at the speed of its text: the same paragraphs as pages of a ZIM file, which
# zimwriterfs (zim-tools) makes, and as lines of JSON.
#
#   bench/zim.sh [DATA [PAGES]]     the first PAGES (5,000) paragraphs of SQuAD in DATA (../shared/data); some minutes
#
# BUILD names the build folder, else build/dev.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(cd "${1:-../shared/data}" && pwd) pages=${2:-5000} pith=$(realpath "${BUILD:-build/dev}/bin/pith")
icon=$PWD/tests/compiler/pages/icon.png
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir w
cp "$icon" w/icon.png
head -n "$pages" "$data/squad/train-docs.jsonl" > lines.jsonl
/usr/bin/python3 - << 'PYTHON'
import html, json
for number, line in enumerate(open("lines.jsonl", encoding="utf-8")):
    article = json.loads(line)
    with open(f"w/{number:05}.html", "w", encoding="utf-8") as page:
        page.write("<!DOCTYPE html><html><head><meta charset='utf-8'><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>"
                   % (2 * (html.escape(article.get("title") or article["id"]),) + (html.escape(article["text"]),)))
PYTHON
zimwriterfs -w 00000.html -I icon.png -l eng -t T -d D -c C -p P -n N w a.zim > log 2>&1 || { cat log >&2; exit 1; }
# seconds COMMAND...: of processor time, the threads together.
seconds() {
  local TIMEFORMAT='%U %S'
  { time "$@" > /dev/null 2> errors; } 2>&1 | awk '{ printf "%.1f", $1 + $2 }'
}
echo "$pages pages: $(stat -c %s a.zim) bytes of ZIM, $(wc -c < lines.jsonl) of JSON"
echo "as lines of JSON: $(seconds "$pith" compile lines.jsonl -o lines.pith) s of processor time"
echo "as a ZIM file:    $(seconds "$pith" compile a.zim -o zim.pith) s, $("$pith" list zim.pith --json | wc -l) articles"
