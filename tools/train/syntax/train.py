"""Trains the network for syntax and names and writes its sections for the model file.

  train.py DATA VECTORS.json NAMES OUT [--teacher] [--epochs N] [--drop P] [--seed N] [--silver FILE.conllu] [--sentences N]

DATA: holds language/ud-ewt and language/gum. NAMES: the folder of `names_main --export`. OUT: a folder; a run that was stopped goes on from the checkpoint there.
--teacher: the recurrent network that reads raw text for --silver; it has no sections.
--silver: sentences that other networks have read (label.py), as many of them in each epoch as there are real ones.
--sentences: of the treebanks' only so many, to try the way. Deterministic on one kind of machine: one thread, fixed
seeds."""
import argparse
import collections
import json
import math
import os
import sys
import time

os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np
import torch
import torch.nn.functional as F

from export import write_sections
from features import RELATIONS, TABLES, Word, case_style, corpus, read_conllu
from network import FREQUENT, SHAPE, TEACHER, Syntax

KNOWN = 80000   # words of the vectors' file that the model keeps, the most frequent first
LEAST_TAG = 5   # rarer tags count as a more frequent one of the same part of speech
BATCH = 700     # words


def load_vectors(path):
    with open(path, encoding='utf8') as f: vectors = json.load(f)
    vectors = vectors.get('vectors', vectors)
    words = [w for w in vectors if not any('0' <= c <= '9' for c in w)][:KNOWN]
    matrix = np.array([vectors[w][:100] for w in words], np.float32)
    matrix *= 3 / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-6)
    return words, np.concatenate([np.zeros((1, matrix.shape[1]), np.float32), matrix])


class Encoder:
    """Sentences as numbers."""
    def __init__(self, words, train):
        self.known = {w: i + 1 for i, w in enumerate(words)}
        self.seen = {}
        train = [s for s in train if s[0][2] >= 0]
        counts = collections.Counter(self.word(w[0]).lower for s in train for w in s)
        self.frequent = {w: i + 1 for i, (w, _) in enumerate(sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:FREQUENT])}
        tags = collections.Counter(w[1] for s in train for w in s)
        self.tags = [t for t, n in sorted(tags.items(), key=lambda x: (-x[1], x[0])) if n >= LEAST_TAG]
        self.tag_number = {t: i for i, t in enumerate(self.tags)}
        self.relation_number = {r: i for i, r in enumerate(RELATIONS)}

    def word(self, text):
        word = self.seen.get(text)
        if word is None: word = self.seen[text] = Word(text)
        return word

    def tag(self, tag):
        """-100 if it is not known."""
        if tag == '_/_': return -100
        if tag in self.tag_number: return self.tag_number[tag]
        pos = tag.split('/')[0]
        return next((i for i, t in enumerate(self.tags) if t.split('/')[0] == pos), 0)

    def relation(self, name):
        if name == '_': return -100
        return self.relation_number.get(name, self.relation_number.get(name.split(':')[0], 0))

    def sentence(self, sentence, change=str):
        words = [self.word(change(w[0])) for w in sentence]
        style = case_style(words)
        return dict(word=np.array([0] + [self.known.get(w.lower, 0) for w in words]),
                    frequent=np.array([0] + [self.frequent.get(w.lower, 0) for w in words]),
                    rows=np.array([[0] * len(TABLES)] + [w.rows + [style] for w in words]),
                    glued=np.array([0, 0] + [int(w[4]) for w in sentence[:-1]]),
                    tag=np.array([-100] + [self.tag(w[1]) for w in sentence]),
                    head=np.array([-100] + [w[2] for w in sentence]),
                    rel=np.array([-100] + [self.relation(w[3]) for w in sentence]),
                    name=np.array([-100] + [w[5] for w in sentence]))


def batch(sentences):
    n = max(len(s['word']) for s in sentences)
    pad = lambda k, v: torch.from_numpy(np.stack([np.pad(s[k], (0, n - len(s[k])), constant_values=v) for s in sentences]))
    x = {k: pad(k, 0) for k in ('word', 'frequent', 'glued')}
    x.update({k: pad(k, -100) for k in ('tag', 'head', 'rel', 'name')})
    x['rows'] = torch.from_numpy(np.stack([np.pad(s['rows'], ((0, n - len(s['rows'])), (0, 0))) for s in sentences]))
    x['mask'] = torch.from_numpy(np.stack([np.arange(n) < len(s['word']) for s in sentences]))
    x['unknown'], x['glued'] = ((x['word'] == 0) & (x['frequent'] == 0)).float(), x['glued'].float()
    return x


def batches(sentences, rng):
    order = np.argsort([len(s['word']) + rng.rand() * 3 for s in sentences], kind='stable')
    groups, current = [], []
    for i in order:
        if current and len(sentences[i]['word']) * (len(current) + 1) > BATCH:
            groups.append(current)
            current = []
        current.append(sentences[i])
    groups.append(current)
    return [groups[i] for i in rng.permutation(len(groups))]


def cross_entropy(scores, gold):
    """Of those that are known; scores: (B, classes, T)."""
    return F.cross_entropy(scores, gold, ignore_index=-100, reduction='sum') / (gold >= 0).sum().clamp(min=1)


def spans(labels):
    """The names, first word, end and type, in the labels of a sentence."""
    found, i = set(), 0
    while i < len(labels):
        j = i + 1
        if labels[i] > 0:
            inside = labels[i] + labels[i] % 2
            while j < len(labels) and labels[j] == inside: j += 1
            found.add((i, j, inside))
        i = j
    return found


def evaluate_names(net, sentences, rng):
    """Precision, recall and F1 of exact names of all types, labels chosen one by one."""
    net.eval()
    right = found = gold = 0
    with torch.no_grad():
        for group in batches(sentences, rng):
            x = batch(group)
            for best, row in zip(net.name(net.encode(x)).argmax(1).tolist(), x['name'].tolist()):
                ours, theirs = spans(best[1:sum(v >= 0 for v in row) + 1]), spans([v for v in row if v >= 0])
                right, found, gold = right + len(ours & theirs), found + len(ours), gold + len(theirs)
    net.train()
    p, r = right / max(found, 1), right / max(gold, 1)
    return [round(100 * v, 2) for v in (p, r, 2 * p * r / max(p + r, 1e-9))]


def evaluate(net, sentences, tags, rng):
    """Percent: part of speech, head, head and relation; heads chosen one by one, so a little below the compiler's."""
    net.eval()
    n = pos = heads = labeled = 0
    universal = np.array([hash(t.split('/')[0]) for t in tags])
    with torch.no_grad():
        for group in batches(sentences, rng):
            x = batch(group)
            h = net.encode(x)
            found = net.arcs(h, x['mask']).argmax(2)
            rel, tag = net.labels(h, found).argmax(1), net.tag(h).argmax(1)
            real = x['head'] >= 0
            right = (found == x['head']) & real
            n += int(real.sum())
            heads += int(right.sum())
            labeled += int((right & (rel == x['rel'])).sum())
            pos += int((universal[tag.numpy()] == universal[x['tag'].clamp(min=0).numpy()])[real.numpy()].sum())
    net.train()
    return [round(100 * v / n, 2) for v in (pos, heads, labeled)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('data', 'vectors', 'names', 'out'): parser.add_argument(name)
    parser.add_argument('--teacher', action='store_true')
    parser.add_argument('--epochs', type=int, default=16)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--drop', type=float, default=0.2)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--silver')
    parser.add_argument('--sentences', type=int)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    sets = corpus(args.data)
    sets['train'] += read_conllu(args.names + '/train.conllu')
    sets['names'] = read_conllu(args.names + '/dev.conllu')
    if args.sentences: sets = {name: sentences[::max(1, len(sentences) // args.sentences)] for name, sentences in sets.items()}
    words, vectors = load_vectors(args.vectors)
    encoder = Encoder(words, sets['train'])
    train = [encoder.sentence(s) for s in sets['train']]
    # One sentence in twenty once more in capitals, one in twenty in lower case.
    train += [encoder.sentence(s, str.upper) for s in sets['train'][3::20]]
    train += [encoder.sentence(s, str.lower) for s in sets['train'][13::20]]
    silver = [encoder.sentence(s) for s in read_conllu(args.silver)] if args.silver else []
    tests = {name: [encoder.sentence(s) for s in sets[name]] for name in ('EWT dev', 'GUM dev')}
    names = [encoder.sentence(s) for s in sets['names']]
    shape = TEACHER if args.teacher else SHAPE
    net = Syntax(torch.from_numpy(vectors), len(encoder.tags), len(RELATIONS), TABLES, **shape, drop=args.drop)
    decayed = [p for n, p in net.named_parameters() if p.dim() > 1 and not n.startswith('frequent')]
    others = [p for n, p in net.named_parameters() if p.dim() < 2 or n.startswith('frequent')]
    optimizer = torch.optim.AdamW([{'params': decayed, 'weight_decay': 1e-2}, {'params': others, 'weight_decay': 0}],
                                  lr=args.rate, betas=(0.9, 0.98))
    params = list(net.parameters())
    average = [p.detach().clone() for p in params]
    step, first = 0, 0
    checkpoint = os.path.join(args.out, 'checkpoint.pt')
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        net.load_state_dict(saved['net'])
        optimizer.load_state_dict(saved['optimizer'])
        average, step, first = saved['average'], saved['step'], saved['epoch']
    def of_epoch(epoch):
        rng = np.random.RandomState(1000 * args.seed + epoch)
        return batches(train + [silver[i] for i in rng.permutation(len(silver))[:len(train)]], rng)

    per_epoch = len(of_epoch(0))
    for epoch in range(first, args.epochs):
        torch.manual_seed(1000 * args.seed + epoch)
        begin, total = time.time(), 0.0
        for group in of_epoch(epoch):
            rate = args.rate * min(1, (step + 1) / 200)
            rate *= 0.02 + 0.49 * (1 + math.cos(math.pi * min(1, step / (per_epoch * args.epochs))))
            for g in optimizer.param_groups: g['lr'] = rate
            x = batch(group)
            h = net.encode(x)
            loss = (0.5 * cross_entropy(net.tag(h), x['tag']) +
                    cross_entropy(net.arcs(h, x['mask']).transpose(1, 2), x['head']) +
                    0.7 * cross_entropy(net.labels(h, x['head'].clamp(min=0)), x['rel']) +
                    cross_entropy(net.name(h), x['name']))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 3.0)
            optimizer.step()
            step += 1
            total += loss.item()
            with torch.no_grad():
                keep = min(0.998, (1 + step) / (10 + step))
                torch._foreach_mul_(average, keep)
                torch._foreach_add_(average, params, alpha=1 - keep)
        torch.save(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), average=average, step=step,
                        epoch=epoch + 1), checkpoint)
        own = [p.detach().clone() for p in params]
        with torch.no_grad():
            for p, a in zip(params, average): p.copy_(a)
        scores = {name: evaluate(net, s, encoder.tags, np.random.RandomState(0)) for name, s in tests.items()}
        scores['names'] = evaluate_names(net, names, np.random.RandomState(0))
        print(f'epoch {epoch + 1}: loss {total / per_epoch:.3f}, {time.time() - begin:.0f} s; UPOS, UAS, LAS {scores}',
              file=sys.stderr, flush=True)
        if epoch + 1 < args.epochs:
            with torch.no_grad():
                for p, o in zip(params, own): p.copy_(o)
    if first >= args.epochs:
        with torch.no_grad():
            for p, a in zip(params, average): p.copy_(a)
    torch.save(dict(net=net.state_dict(), shape=shape), os.path.join(args.out, 'network.pt'))
    if not args.teacher:
        write_sections(net, encoder, words, [batch(g) for g in batches(train, np.random.RandomState(9))[:40]], args.out)


if __name__ == '__main__':
    main()
