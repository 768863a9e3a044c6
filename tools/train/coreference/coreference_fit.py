"""Fits the weights of tools/compiler/entities/antecedents.h to what coreference_dump prints.

  coreference_fit.py PRONOUNS.tsv >antecedent_weights.inc

For each kind of pronoun a log-linear model of the candidates and "none of them", by gradient descent with a Gaussian
prior; then the smallest lead at which PRECISION of the pronouns that are resolved are resolved right, on GUM dev and,
by five folds, on training. Prints figures to standard error."""
import sys

import numpy as np

PRECISION = (0.92, 0.86, 0.86)
FEATURES, NONES = 35, 8
PRIOR = 2.0
KINDS = ('he, she', 'it', 'they')


def read(path):
    items = []
    with open(path) as f:
        for line in f:
            part, kind, none, *candidates = line.rstrip('\n').split('\t')
            bits = [c.split(':') for c in candidates]
            x = np.zeros((len(bits) + 1, FEATURES + NONES), np.float32)
            right = np.zeros(len(bits) + 1, bool)
            named = np.zeros(len(bits) + 1, int)
            for i, (features, is_right, has) in enumerate(bits):
                for k in range(FEATURES): x[i, k] = int(features) >> k & 1
                right[i], named[i] = is_right == '1', int(has)
            for k in range(NONES): x[-1, FEATURES + k] = int(none) >> k & 1
            right[-1] = not right.any()
            items.append((part, int(kind), x, right, named))
    return items


def fit(items):
    w = np.zeros(FEATURES + NONES)
    g2 = np.full_like(w, 1e-6)
    for epoch in range(300):
        grad = PRIOR * w
        for _, _, x, right, _ in items:
            s = x @ w
            p = np.exp(s - s.max())
            p /= p.sum()
            q = p * right
            q /= q.sum()
            grad += x.T @ (p - q)
        g2 = g2 * 0.9 + grad * grad
        w -= 0.1 * grad / np.sqrt(g2) * 3
    return w


def leads(items, w):
    """(lead, right, named) of those for which a candidate is best."""
    out = []
    for _, _, x, right, named in items:
        s = np.rint(100 * w).astype(int) @ x.T.astype(int)
        best = int(s.argmax())
        if best == len(s) - 1: continue
        out.append((int(s[best] - np.delete(s, best).max()), bool(right[best]), int(named[best])))
    return out


def main():
    items = read(sys.argv[1])
    weights, lead = [], []
    for kind in range(3):
        train = [i for i in items if i[1] == kind and i[0] == 't']
        dev = [i for i in items if i[1] == kind and i[0] == 'd']
        held = []
        for fold in range(5): held += leads(train[fold::5], fit([i for k, i in enumerate(train) if k % 5 != fold]))
        w = fit(train)
        weights.append(w)
        on_dev = leads(dev, w)
        shown = sorted((x for x in held + on_dev if x[2] > 0), reverse=True)
        chosen, right = 10000, 0
        for n, (score, is_right, _) in enumerate(shown, 1):
            right += is_right
            if right / n >= PRECISION[kind]: chosen = score
        lead.append(chosen)
        for name, of, total in (('folds of training', held, train), ('dev', on_dev, dev)):
            got = [x for x in of if x[0] >= chosen and x[2] > 0]
            there = sum(bool((i[3][:-1] & (i[4][:-1] > 0)).any()) for i in total)
            print(f'{KINDS[kind]}, {name}: {len(total)} pronouns, {there} with an antecedent among the candidates; '
                  f'resolved {len(got)}, right {sum(x[1] for x in got)}; lead {chosen}', file=sys.stderr)
    row = lambda values: '{' + ', '.join(str(int(round(100 * v))) for v in values) + '}'
    print('// Written by tools/train/coreference/coreference.sh.')
    print('// clang-format off')
    print('constexpr AntecedentWeights kAntecedentWeights = {{')
    for w in weights: print('    ' + row(w[:FEATURES]) + ',')
    print('}, {')
    for w in weights: print('    ' + row(w[FEATURES:]) + ',')
    print('}, {' + ', '.join(map(str, lead)) + '}};')
    print('// clang-format on')


if __name__ == '__main__':
    main()
