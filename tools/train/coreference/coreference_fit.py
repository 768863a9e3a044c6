"""Fits the weights of tools/compiler/entities/antecedents.h to what coreference_dump prints.

  coreference_fit.py PRONOUNS.tsv >antecedent_weights.inc

For each kind of pronoun a log-linear model of the candidates and "none of them", by gradient descent with a Gaussian
prior: each feature of a candidate by itself and with each thing that is true of the pronoun; then the smallest lead at
which PRECISION of the pronouns that are resolved are resolved right, on GUM dev and, by five folds, on GUM's training
documents and on visitors' texts. Prints figures to standard error."""
import sys

import numpy as np

PRECISION = (0.91, 0.8, 0.83)
FEATURES, OF_PRONOUN = 39, 8
CANDIDATE = FEATURES * OF_PRONOUN
PRIOR = 2.0
PAIR_PRIOR = (1e6, 10.0, 10.0)  # of a feature together with one of the pronoun: for persons it tells nothing
FOLDS = 5
KINDS = ('he, she', 'it', 'they')


def read(path):
    items = []
    with open(path) as f:
        for line in f:
            part, kind, pronoun, *candidates = line.rstrip('\n').split('\t')
            bits = [c.split(':') for c in candidates]
            x = np.zeros((len(bits) + 1, CANDIDATE + OF_PRONOUN), np.float32)
            right = np.zeros(len(bits) + 1, bool)
            named = np.zeros(len(bits) + 1, int)
            of_pronoun = [int(pronoun) >> k & 1 for k in range(OF_PRONOUN)]
            for i, (features, is_right, has) in enumerate(bits):
                x[i, :CANDIDATE] = np.outer(of_pronoun, [int(features) >> k & 1 for k in range(FEATURES)]).ravel()
                right[i], named[i] = is_right == '1', int(has)
            x[-1, CANDIDATE:] = of_pronoun
            right[-1] = not right.any()
            items.append((part, int(kind), x, right, named))
    return items


def fit(items, pair_prior):
    """The weights. The rows of all pronouns stand one below the other, those of each in [starts, next start)."""
    x, right = (np.concatenate([item[k] for item in items]) for k in (2, 3))
    sizes = [len(item[3]) for item in items]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    share = lambda of: of / np.repeat(np.add.reduceat(of, starts), sizes)
    prior = np.full(x.shape[1], PRIOR, np.float32)
    prior[FEATURES:CANDIDATE] = pair_prior
    w = np.zeros_like(prior)
    g2 = np.full_like(w, 1e-6)
    for epoch in range(200):
        s = x @ w
        p = share(np.exp(s - np.repeat(np.maximum.reduceat(s, starts), sizes)))
        grad = prior * w + x.T @ (p - share(p * right))
        g2 = g2 * 0.9 + grad * grad
        w -= (0.3 if epoch < 150 else 0.1) * grad / np.sqrt(g2)
    return w


def leads(items, w):
    """(lead, right, named) of those for which a candidate is best."""
    out = []
    for _, _, x, right, named in items:
        s = x.astype(int) @ np.rint(100 * w).astype(int)
        best = int(s.argmax())
        if best == len(s) - 1: continue
        out.append((int(s[best] - np.delete(s, best).max()), bool(right[best]), int(named[best])))
    return out


def main():
    items = read(sys.argv[1])
    weights, lead = [], []
    for kind in range(3):
        gum, visitors, dev = ([i for i in items if i[1] == kind and i[0] == part] for part in 'tvd')
        train = gum + visitors
        held = {'t': [], 'v': []}
        for fold in range(FOLDS):
            # Visitors' texts are short: their pronouns are left out in runs, so that few texts are on both sides.
            run = slice(len(visitors) * fold // FOLDS, len(visitors) * (fold + 1) // FOLDS)
            left_out = set(map(id, gum[fold::FOLDS] + visitors[run]))
            fold_w = fit([i for i in train if id(i) not in left_out], PAIR_PRIOR[kind])
            for part in held: held[part] += leads([i for i in train if id(i) in left_out and i[0] == part], fold_w)
        w = fit(train, PAIR_PRIOR[kind])
        weights.append(w)
        on_dev = leads(dev, w)
        shown = sorted((x for x in held['t'] + held['v'] + on_dev if x[2] > 0), reverse=True)
        chosen, right = 10000, 0
        for n, (score, is_right, _) in enumerate(shown, 1):
            right += is_right
            if right / n >= PRECISION[kind]: chosen = score
        lead.append(chosen)
        for name, of, total in (('folds of GUM training', held['t'], gum),
                                ("folds of visitors' texts", held['v'], visitors), ('GUM dev', on_dev, dev)):
            got = [x for x in of if x[0] >= chosen and x[2] > 0]
            there = sum(bool((i[3][:-1] & (i[4][:-1] > 0)).any()) for i in total)
            print(f'{KINDS[kind]}, {name}: {len(total)} pronouns, {there} with an antecedent among the candidates; '
                  f'resolved {len(got)}, right {sum(x[1] for x in got)}; lead {chosen}', file=sys.stderr)
    row = lambda values: '{' + ', '.join(str(int(round(100 * v))) for v in values) + '}'
    print('// Written by tools/train/coreference/coreference.sh.')
    print('// clang-format off')
    print('constexpr AntecedentWeights kAntecedentWeights = {{')
    for w in weights:
        print('    {' + ',\n     '.join(row(w[k * FEATURES:(k + 1) * FEATURES]) for k in range(OF_PRONOUN)) + '},')
    print('}, {')
    for w in weights: print('    ' + row(w[CANDIDATE:]) + ',')
    print('}, {' + ', '.join(map(str, lead)) + '}};')
    print('// clang-format on')


if __name__ == '__main__':
    main()
