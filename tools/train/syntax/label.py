"""Reads raw sentences with trained networks and writes what they agree on, as silver trees and names to train a smaller
one.

  label.py DATA VECTORS.json SENTENCES.conllu OUT.conllu NETWORK_FOLDER...

SENTENCES: from `pith parse`; only its words are used. Kept are sentences of 5 to 60 words whose most probable heads form
a tree, and whose tags, heads and relations have a mean probability of at least CERTAIN."""
import os
import sys

os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np
import torch

from features import RELATIONS, TABLES, corpus, read_conllu
from network import Syntax
from train import Encoder, batch, load_vectors

CERTAIN = 0.85
SENTENCES = 100000


def is_tree(heads):
    """heads[0] is the root's and not read."""
    if sum(h == 0 for h in heads[1:]) != 1: return False
    for i in range(1, len(heads)):
        at, steps = i, 0
        while at and steps < len(heads): at, steps = heads[at], steps + 1
        if at: return False
    return True


def main():
    data, vectors, source, out, *folders = sys.argv[1:]
    torch.set_num_threads(1)
    words, matrix = load_vectors(vectors)
    encoder = Encoder(words, corpus(data)['train'])
    nets = []
    for folder in folders:
        saved = torch.load(os.path.join(folder, 'network.pt'))
        net = Syntax(torch.from_numpy(matrix), len(encoder.tags), len(RELATIONS), TABLES, **saved['shape'])
        net.load_state_dict(saved['net'])
        nets.append(net.eval())
    raw = [s for s in read_conllu(source) if 5 <= len(s) <= 60]
    raw = [raw[i] for i in np.random.RandomState(1).permutation(len(raw))[:SENTENCES]]
    raw.sort(key=len)
    kept = 0
    with open(out, 'w', encoding='utf8') as f, torch.no_grad():
        for first in range(0, len(raw), 64):
            group = raw[first:first + 64]
            x = batch([encoder.sentence(s) for s in group])
            states = [net.encode(x) for net in nets]
            arcs = sum(n.arcs(h, x['mask']).softmax(2) for n, h in zip(nets, states)) / len(nets)
            p_head, heads = arcs.max(2)
            tags = sum(n.tag(h).softmax(1) for n, h in zip(nets, states)) / len(nets)
            rels = sum(n.labels(h, heads).softmax(1) for n, h in zip(nets, states)) / len(nets)
            p_tag, tag = tags.max(1)
            label = sum(n.name(h).softmax(1) for n, h in zip(nets, states)).argmax(1)
            p_rel, rel = rels.max(1)
            for i, sentence in enumerate(group):
                n = len(sentence) + 1
                sure = float((p_head[i, 1:n] + p_tag[i, 1:n] + p_rel[i, 1:n]).mean()) / 3
                if sure < CERTAIN or not is_tree(heads[i, :n].tolist()): continue
                kept += 1
                for k, word in enumerate(sentence, 1):
                    pos, treebank = encoder.tags[int(tag[i, k])].split('/', 1)
                    f.write('\t'.join([str(k), word[0], '_', pos, treebank, '_', str(int(heads[i, k])),
                                       RELATIONS[int(rel[i, k])], '_',
                                       ('SpaceAfter=No|' if word[4] else '') + f'Label={int(label[i, k])}']) + '\n')
                f.write('\n')
    print(f'{kept} of {len(raw)} sentences', file=sys.stderr)


if __name__ == '__main__':
    main()
