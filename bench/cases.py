"""Runs the commands of ../shared/cases, small inputs with what is right, and says which cases pass.

  bench/cases.py [CASES [BUILD]] [--show]       CASES: ../shared/cases, BUILD: build/dev unless said

bench/data/cases.tsv has for each case its number, an expression that what its commands print must match, and one that
it must not ("-": none), both judged by eye from what the case calls right, and where those commands do not print it,
one more command. --show prints what is printed."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).parent
CODE = re.compile(r'Commands[^\n]*\n+```\n(.*?)```', re.S)
LINE = re.compile(r'^    (pith .*)$', re.M)


def printed(case, more, folder, pith):
    text = case.read_text(encoding='utf-8')
    block = CODE.search(text)
    commands = block.group(1) if block else '\n'.join(LINE.findall(text))
    done = subprocess.run(['bash', '-c', f'pith() {{ {pith} "$@"; }}\n{commands}\n{more}'], cwd=folder, capture_output=True,
                          text=True, check=False, timeout=120)
    return done.stdout + done.stderr


def main():
    flags = [word for word in sys.argv[1:] if word.startswith('--')]
    places = [word for word in sys.argv[1:] if not word.startswith('--')]
    cases = pathlib.Path(places[0] if places else BENCH.parent / '../shared/cases').resolve()
    pith = pathlib.Path(places[1] if places[1:] else BENCH.parent / 'build/dev').resolve() / 'bin/pith'
    rows = {}
    for line in (BENCH / 'data/cases.tsv').read_text(encoding='utf-8').splitlines():
        number, *row = line.split('\t')
        rows[number] = row + [''] * (3 - len(row))
    passed = {}
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / 'cases'
        shutil.copytree(cases, folder)
        for case in sorted(folder.glob('*.expected.md'), key=lambda path: int(path.name.split('-')[0])):
            number = case.name.split('-')[0]
            kind = re.search(r'Kind: (K\d\d)', case.read_text(encoding='utf-8')).group(1)
            if number not in rows and '--show' not in flags:
                continue
            wanted, barred, more = rows.get(number, ('-', '-', ''))
            said = printed(case, more, folder, pith)
            good = (wanted == '-' or re.search(wanted, said, re.S)) and (barred == '-' or not re.search(barred, said))
            print(f'{"ok  " if good else "FAIL"} {kind} {case.name.removesuffix(".expected.md")}')
            if '--show' in flags:
                print(said)
            counts = passed.setdefault(kind, [0, 0])
            counts[0] += bool(good)
            counts[1] += 1
    for kind, (good, total) in sorted(passed.items()):
        print(f'{kind}: {good} of {total}')
    print(f'together: {sum(p for p, _ in passed.values())} of {sum(t for _, t in passed.values())}')


if __name__ == '__main__':
    main()
