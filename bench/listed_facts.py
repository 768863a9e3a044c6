"""How many of the facts that a careful reader would list of ten texts the compiler finds.

  bench/listed_facts.py [BUILD] [--missed]      BUILD: build/dev unless said

bench/data/listed-docs.jsonl has the texts, listed-facts.tsv what a reader listed of each before the compiler's facts
were seen: the text's id, the fact, and the words that one of the compiler's facts must have, each in its subject,
relation, object, place or date; "a|b" is either. --missed prints those that no fact has."""
import json
import pathlib
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).parent
DATA = BENCH / 'data'


def words_of(fact):
    """All that a fact says, in lower case."""
    parts = [fact.get(name, '') for name in ('subject', 'relation', 'object', 'where', 'modality')]
    parts += [str(value) for name in ('when', 'value') for value in fact.get(name, {}).values()]
    return ' '.join(parts + ['not'] * fact.get('negated', False)).lower()


def main():
    flags = [word for word in sys.argv[1:] if word.startswith('--')]
    folders = [word for word in sys.argv[1:] if not word.startswith('--')]
    pith = pathlib.Path(folders[0] if folders else BENCH.parent / 'build/dev') / 'bin/pith'
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / 'listed.pith'
        subprocess.run([pith, 'compile', DATA / 'listed-docs.jsonl', '-o', index], check=True)
        said = {}
        for which, flag in (('all', ['--all']), ('shown', [])):
            lines = subprocess.run([pith, 'facts', index, '--json', *flag], check=True, capture_output=True, text=True)
            for line in lines.stdout.splitlines():
                fact = json.loads(line)
                said.setdefault((which, fact['doc']), []).append(words_of(fact))
    counts = {}
    for line in (DATA / 'listed-facts.tsv').read_text(encoding='utf-8').splitlines():
        doc, fact, words = line.split('\t')
        wanted = [word.split('|') for word in words.split()]
        has = {which: any(all(any(form in told for form in forms) for forms in wanted)
                          for told in said.get((which, doc), [])) for which in ('all', 'shown')}
        if '--missed' in flags and not has['all']:
            print(f'{doc}: {fact}')
        for name in (doc, 'together'):
            row = counts.setdefault(name, [0, 0, 0])
            for k, value in enumerate((1, has['all'], has['shown'])):
                row[k] += value
    for name, (listed, found, shown) in sorted(counts.items(), key=lambda row: row[0] == 'together'):
        print(f'{name:13} {listed:4} listed, {found:4} found ({100 * found / listed:.1f} %), '
              f'{shown:4} shown ({100 * shown / listed:.1f} %)')


if __name__ == '__main__':
    main()
