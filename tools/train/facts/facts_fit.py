"""Judged facts: how right the compiler's facts are, and the weights of their confidence.

  facts_fit.py FACTS.tsv JUDGED.tsv              prints the shares by kind of text, the calibration, what nobody judged
  facts_fit.py FACTS.tsv JUDGED.tsv --fit HEADER  prints fact_confidence_weights.inc

FACTS.tsv: what facts_dump.sh prints. JUDGED.tsv: id, sentence, subject, relation, object, what else is said, verdict: r a
reader takes the right thing from it, m it misleads (cut, vague, unresolved, wrongly marked), w it is wrong. HEADER:
fact_confidence.h, which names the features. The fit is a logistic regression with a Gaussian prior, r against the rest;
by texts left out, five at a time, the calibration is that of facts it has not seen."""
import argparse
import re
import sys

import numpy as np

SHOWN = 7700  # of 10000: what is shown unless all is asked for
PRIOR = 3


def read(path):
    rows = []
    with open(path, encoding='utf-8') as f:
        for line in f:
            if line.startswith('#') or not line.strip(): continue
            rows.append(line.rstrip('\n').split('\t'))
    return rows


def features_of(hexes, count):
    return np.array([[int(h, 16) >> k & 1 for k in range(count)] for h in hexes], float)


def fit(x, y):
    w = np.zeros(x.shape[1])
    for _ in range(60):  # Newton's method
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + PRIOR * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PRIOR * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return w


def calibration(p, y):
    """Expected calibration error in points, over ten bins of equal size."""
    order = np.argsort(p)
    return 100 * sum(abs(p[b].mean() - y[b].mean()) * len(b) for b in np.array_split(order, 10) if len(b)) / len(p)


def shares(verdicts):
    n = max(len(verdicts), 1)
    return ' '.join(f'{name} {100 * verdicts.count(v) / n:.1f}' for name, v in
                    (('right', 'r'), ('misleading', 'm'), ('wrong', 'w'))) + f' % of {len(verdicts)}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('facts')
    parser.add_argument('judged')
    parser.add_argument('--fit', metavar='HEADER')
    args = parser.parse_args()
    verdicts = {tuple(row[:6]): row[6] for row in read(args.judged)}
    facts = read(args.facts)
    known = [(row, verdicts[tuple(row[:6])]) for row in facts if tuple(row[:6]) in verdicts]
    unjudged = [row for row in facts if tuple(row[:6]) not in verdicts]
    if args.fit:
        with open(args.fit, encoding='utf-8') as f: names = re.findall(r'^  (kFact\w+),', f.read(), re.M)
        names = [n for n in names if n != 'kFactFeatureCount']
        x = features_of([row[6] for row, _ in known], len(names))
        y = np.array([v == 'r' for _, v in known], float)
        texts = sorted({row[0] for row, _ in known})
        held = np.zeros(len(y))
        for k in range(0, len(texts), 5):
            out = np.array([row[0] in texts[k:k + 5] for row, _ in known])
            held[out] = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out])))
        shown = held * 10000 >= SHOWN
        print(f'of texts left out: calibration error {calibration(held, y):.1f}; shown {100 * shown.mean():.0f} %, '
              f'right of these {100 * y[shown].mean():.1f} %', file=sys.stderr)
        order = np.argsort(-held)
        wrong = np.array([v == 'w' for _, v in known], float)
        for share in (0.1, 0.2, 0.45, 1):
            best = order[:int(share * len(order))]
            print(f'the best {100 * share:.0f} %: right {100 * y[best].mean():.1f}, wrong {100 * wrong[best].mean():.1f} %',
                  file=sys.stderr)
        print('// Written by tools/train/facts/facts.sh.\n// clang-format off')
        print('constexpr int kFactConfidenceWeights[kFactFeatureCount] = {')
        for name, weight in zip(names, fit(x, y)): print(f'    {round(100 * weight)},  // {name}')
        print('};\n// clang-format on')
        return
    for title, chosen in (('all', lambda row: True), ('shown', lambda row: int(row[7]) >= SHOWN)):
        print(f'{title}: ' + shares([v for row, v in known if chosen(row)]))
        for kind in sorted({re.split(r'[-_]\w+$', row[0])[0] for row in facts}):
            print(f'  {kind}: ' + shares([v for row, v in known if chosen(row) and row[0].startswith(kind)]))
    if known:
        p = np.array([int(row[7]) / 10000 for row, _ in known])
        print(f'calibration error {calibration(p, np.array([v == "r" for _, v in known], float)):.1f}')
    shown = [row for row in unjudged if int(row[7]) >= SHOWN]
    print(f'nobody judged {len(unjudged)} facts, {len(shown)} of them shown')
    for row in shown[:40]: print('  ' + ' | '.join(row[:6]))


if __name__ == '__main__':
    main()
