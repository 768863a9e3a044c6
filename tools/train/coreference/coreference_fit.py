"""Fits the network of tools/compiler/entities/antecedent_network.h to what coreference_dump prints.

  coreference_fit.py PRONOUNS.tsv >antecedent_weights.inc

One network for all pronouns: a candidate's features, and the pronoun's, each add their row to the hidden units; the
candidates and "nothing" are weighed against one another by the softmax of their scores. The pronouns of visitors' texts
count as GUM's. Then, for each kind of pronoun, the smallest lead at which PRECISION of those that are resolved are
resolved right, on GUM dev and, by five folds, on GUM's training documents and on visitors' texts. Prints figures to
standard error. The same input gives the same weights.
"""
import os
import sys
import zlib

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.nn as nn  # noqa: E402

torch.set_num_threads(1)
KINDS = ("he, she", "it", "they")
PRECISION = (0.93, 0.83, 0.86)
HIDDEN, DROP, DECAY, RATE, ROUNDS, BATCH, FOLDS = 64, 0.4, 0.1, 3e-3, 16, 32, 5
UNIT = 64  # of the rounded weights; scores are in 1/UNIT^2
NOTHING = 0  # the row of "nothing"


class Item:
    def __init__(self, line):
        self.part, self.doc, kind, rows, *candidates = line.rstrip("\n").split("\t")
        own, self.kind = [int(r) for r in rows.split()], int(kind)
        parts = [c.split(":") for c in candidates]
        self.rows = [[int(r) for r in rows.split()] + own for rows, _, _ in parts] + [[NOTHING] + own]
        self.right = [is_right == "1" for _, is_right, _ in parts]
        self.right.append(not any(self.right))
        self.named = [named != "0" for _, _, named in parts] + [False]  # has a name or a phrase
        self.fold = zlib.crc32(self.doc.encode()) % FOLDS


class Network(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.rows = nn.EmbeddingBag(rows, HIDDEN, mode="sum")
        nn.init.normal_(self.rows.weight, 0, 0.15)
        self.bias, self.out = nn.Parameter(torch.zeros(HIDDEN)), nn.Linear(HIDDEN, 1, bias=False)
        self.drop = nn.Dropout(DROP)

    def forward(self, flat, offsets):
        return self.out(self.drop(torch.relu(self.rows(flat, offsets) + self.bias)))[:, 0]

    def round(self):
        with torch.no_grad():
            for p in self.parameters():
                p.copy_(torch.round(p * UNIT) / UNIT)


def pack(items):
    flat, offsets, owner, right = [], [], [], []
    for k, item in enumerate(items):
        for rows, is_right in zip(item.rows, item.right):
            offsets.append(len(flat))
            flat += rows
            owner.append(k)
            right.append(is_right)
    return (torch.tensor(x) for x in (flat, offsets, owner, right))


def log_sum(scores, owner, count):
    most = torch.full((count,), -1e9).scatter_reduce(0, owner, scores, "amax").detach()
    return most + torch.log(torch.zeros(count).index_add(0, owner, torch.exp(scores - most[owner])) + 1e-30)


def fit(items, rows):
    torch.manual_seed(1)
    rng = np.random.RandomState(1)
    items = [i for i in items if len(i.rows) > 1]
    model = Network(rows)
    optimizer = torch.optim.AdamW([{"params": [model.rows.weight, model.out.weight], "weight_decay": DECAY},
                                   {"params": [model.bias], "weight_decay": 0}], lr=RATE)
    batches = len(items) // BATCH + 1
    for step in range(ROUNDS * batches):
        if step % batches == 0:
            parts = np.array_split(rng.permutation(len(items)), batches)
        optimizer.param_groups[0]["lr"] = optimizer.param_groups[1]["lr"] = RATE * (1 - step / (ROUNDS * batches))
        part = [items[k] for k in parts[step % batches]]
        flat, offsets, owner, right = pack(part)
        scores = model(flat, offsets)
        all_, meant = log_sum(scores, owner, len(part)), log_sum(scores.masked_fill(~right, -1e4), owner, len(part))
        optimizer.zero_grad()
        (all_ - meant).mean().backward()
        optimizer.step()
    model.eval()
    model.round()
    return model


def leads(items, model):
    """(lead, right, named) of those for which a candidate is best."""
    flat, offsets, _, _ = pack(items)
    with torch.no_grad():
        scores = torch.round(model(flat, offsets) * UNIT**2).numpy()
    out = []
    for item, s in zip(items, np.split(scores, np.cumsum([len(i.rows) for i in items])[:-1])):
        best = int(s.argmax())
        if not item.named[best]:
            continue
        out.append((int(s[best] - np.delete(s, best).max()), item.right[best]))
    return out


def lead_for(precision, found):
    """The smallest lead at which so many of those that lead by it or more are right."""
    chosen, right = 10**6, 0
    for n, (lead, is_right) in enumerate(sorted(found, reverse=True), 1):
        right += is_right
        if right / n >= precision:
            chosen = lead
    return chosen


def main():
    items = [Item(line) for line in open(sys.argv[1], encoding="utf-8")]
    count = max(r for i in items for rows in i.rows for r in rows) + 1
    training = [i for i in items if i.part != "d"]
    of_fold = [fit([i for i in training if i.fold != fold], count) for fold in range(FOLDS)]
    model = fit(training, count)
    chosen = []
    for kind, name in enumerate(KINDS):
        found = {"folds of GUM training": [], "folds of visitors' texts": [], "GUM dev": []}
        of = {where: [i for i in items if i.kind == kind and i.part == part] for where, part in zip(found, "tvd")}
        for fold in range(FOLDS):
            for where in list(found)[:2]:
                left_out = [i for i in of[where] if i.fold == fold]
                if left_out:
                    found[where] += leads(left_out, of_fold[fold])
        found["GUM dev"] = leads(of["GUM dev"], model)
        chosen.append(lead_for(PRECISION[kind], sum(found.values(), [])))
        for where, of_where in of.items():
            got = [is_right for lead, is_right in found[where] if lead >= chosen[-1]]
            there = sum(any(r and n for r, n in zip(i.right, i.named)) for i in of_where)
            print(f"{name}, {where}: {len(of_where)} pronouns, {there} with an antecedent among the candidates; "
                  f"resolved {len(got)}, right {sum(got)}; lead {chosen[-1]}", file=sys.stderr)
    row = lambda values: "{" + ", ".join(str(int(round(float(v) * UNIT))) for v in values) + "}"  # noqa: E731
    print("// Written by tools/train/coreference/coreference.sh.\n// clang-format off")
    print(f"constexpr size_t kHidden = {HIDDEN}, kRows = {count};")
    print("constexpr std::array<int32_t, kPronounKinds> kLeads = {" + ", ".join(map(str, chosen)) + "};")
    print("constexpr std::array<int16_t, kHidden> kBias = " + row(model.bias) + ";")
    print("constexpr std::array<int16_t, kHidden> kOut = " + row(model.out.weight[0]) + ";")
    print("constexpr int16_t kTable[kRows][kHidden] = {")
    for values in model.rows.weight:
        print(row(values) + ",")
    print("};\n// clang-format on")


if __name__ == "__main__":
    main()
