"""What the network sees of a word: the same numbers as tools/compiler/models/word_view.cc gives, and treebanks."""
import os
import sys
import unicodedata

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../common'))
from hashes import hash_bytes, mix  # noqa: E402
from shapes import SHAPES, SYNTAX  # noqa: E402, F401

NAME_LABELS = 2 * SHAPES['name_types'] - 1  # names.h: outside, and beginning and inside of each type
RELATIONS = SHAPES['relations']  # in the order of their numbers
# Rows of the tables of learned values: endings of 2, 3 and 4 bytes, beginnings of 3, shapes, the sentence's case.
TABLES = (256, 2048, 4096, 2048, 512, 4)
PLAIN = {code: plain for codes, plain in (((0x2018, 0x2019, 0x02BC, 0x2032, 0x00B4), "'"),
                                          ((0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB, 0x2033), '"'),
                                          ((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0x00AD), '-'),
                                          ((0x2014, 0x2015), '--'), ((0x2026,), '...')) for code in codes}


def lower_code(c):
    low = c.lower()
    return low if len(low) == 1 else c


class Word:
    """lower: the normalized form; rows: of each table but the last; uppers, lowers: letters of either case."""
    def __init__(self, text):
        form = ''.join(PLAIN.get(ord(c), c) for c in text)
        lower, shape, self.uppers, self.lowers = [], [], 0, 0
        for c in form:
            low = '0' if '0' <= c <= '9' else lower_code(c)
            if '0' <= c <= '9': kind = '0'
            elif low != c: kind, self.uppers = 'X', self.uppers + 1
            elif ('a' <= c <= 'z') if ord(c) < 128 else unicodedata.category(c)[0] == 'L':
                kind, self.lowers = 'x', self.lowers + 1
            else: kind = c if ord(c) < 128 else '~'
            lower.append(low)
            if len(shape) < 2 or shape[-1] != kind or shape[-2] != kind: shape.append(kind)
        self.lower = ''.join(lower)
        self.capital = bool(shape) and shape[0] == 'X'
        data = self.lower.encode()
        prefix, suffix, prefixes, suffixes = 1, 2, [], []
        for i in range(4):
            if i < len(data): prefix, suffix = mix(prefix, data[i]), mix(suffix, data[-1 - i])
            prefixes.append(prefix)
            suffixes.append(suffix)
        whole = (suffixes[1], suffixes[2], suffixes[3], prefixes[2], hash_bytes(''.join(shape).encode()))
        self.rows = [h % n for h, n in zip(whole, TABLES)]


def case_style(words):
    """How a sentence is written: 0 mixed, 1 capitals, 2 lower case, 3 title case."""
    uppers, lowers = sum(w.uppers for w in words), sum(w.lowers for w in words)
    long = [w for w in words if w.uppers + w.lowers > 3]
    if (lowers == 0 and uppers > 1) or uppers * 20 > lowers * 19: return 1
    if uppers == 0: return 2
    return 3 if len(long) > 3 and sum(w.capital for w in long) * 5 > len(long) * 4 else 0


def read_conllu(path):
    """Sentences: lists of (form, tag "VERB/VBN", head from 1 or 0, relation's name, whether glued to the next, number of
    the name's label). A head of -100 and a label of -100 are unknown."""
    sentences, current = [], []
    with open(path, encoding='utf8') as f:
        for line in f:
            fields = line.rstrip('\n').split('\t')
            if len(fields) < 10:
                if not line.strip() and current:
                    sentences.append(current)
                    current = []
            elif fields[0].isdigit():
                label = [int(x[6:]) for x in fields[9].split('|') if x.startswith('Label=')]
                current.append((fields[1], fields[3] + '/' + fields[4], -100 if fields[6] == '_' else int(fields[6]),
                                fields[7], 'SpaceAfter=No' in fields[9], label[0] if label else -100))
    return sentences + [current] if current else sentences


def corpus(data):
    """{'train', 'EWT dev', 'EWT test', 'GUM dev', 'GUM test'}: sentences; GUM's lists are those of corpus.cc."""
    sets = {name: read_conllu(f'{data}/language/ud-ewt/{file}.conllu')
            for name, file in (('train', 'train'), ('EWT dev', 'dev'), ('EWT test', 'test'))}
    sets['GUM dev'], sets['GUM test'] = [], []
    for file in sorted(os.listdir(f'{data}/language/gum')):
        if not file.endswith('.conllu'): continue
        document = file[4:-7]
        name = ('GUM dev' if document in SHAPES['gum_dev'] else 'GUM test' if document in SHAPES['gum_test']
                else 'train')
        sets[name] += read_conllu(f'{data}/language/gum/{file}')
    return sets
