#!/bin/sh
# Suggested questions of articles: how many, of which kinds, what they take, and a sample to judge by eye.
# Usage: bench/suggest.sh ARTICLES.jsonl [SAMPLE]      with PITH=build/dev/bin/pith in another place
set -eu
articles=$1
sample=${2:-100}
pith=${PITH:-build/dev/bin/pith}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$pith" compile "$articles" -o "$folder/a.pith"
"$pith" suggest "$folder/a.pith" --top 1000000 --json > "$folder/suggestions"
"$pith" inspect "$folder/a.pith" --json > "$folder/inspect"
python3 - "$folder" "$sample" << 'END'
import collections, json, sys
folder, sample = sys.argv[1], int(sys.argv[2])
suggestions = [json.loads(line) for line in open(folder + '/suggestions')]
index = json.load(open(folder + '/inspect'))
tables = {table['name']: table['bytes'] for table in index['tables']}
taken = tables['questions'] + tables['suggestions']
print(f"{index['articles']} articles, {len(suggestions)} suggestions, {taken} bytes, "
      f"{100 * taken / max(index['text_bytes'], 1):.1f} % of the text")
first = collections.Counter(' '.join(s['question'].split()[:1 + s['question'].startswith('How ')]) for s in suggestions)
print(', '.join(f'{word} {count}' for word, count in first.most_common()))
step = max(1, len(suggestions) // max(sample, 1))
for s in suggestions[::step][:sample]:
    print(f"{s['question']} | {s['answer']}")
END
