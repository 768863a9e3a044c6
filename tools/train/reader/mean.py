#!/usr/bin/python3
"""The mean of the weights of several readers tuned from the same ones, which is often better than each (Wortsman et al.
2022).

  mean.py OUT.pt WEIGHTS.pt...
"""
import sys

import torch


def main(out, paths):
    all_weights = [torch.load(path) for path in paths]
    first = all_weights[0]
    torch.save({name: sum(w[name] for w in all_weights) / len(all_weights) for name in first}, out)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
