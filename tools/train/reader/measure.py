"""How good a reader is on questions that it was not trained on."""
import collections
import re
import string

import numpy as np
import torch

import data
from draw import ranked


def words(text):
    text = "".join(c for c in text.lower() if c not in string.punctuation + "“”’‘–—")
    return re.sub(r"\b(a|an|the)\b", " ", text).split()


def f1(a, b):
    a, b = words(a), words(b)
    if not a or not b:
        return float(a == b)
    same = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * same / (len(a) + len(b)) if same else 0.0


def auroc(there, away):
    """How often a question with an answer is the surer one of the two."""
    there = np.sort(np.array(there))
    return 1 - np.searchsorted(there, np.array(away)).sum() / max(1, len(away) * len(there))


def read(model, s, questions, top):
    """For each question the best span's text, its first token, and how far it is ahead of "no answer"."""
    out = []
    with torch.no_grad():
        for i in range(0, len(questions), 64):
            items = []
            for q in questions[i : i + 64]:
                order, scores = ranked(s, q)
                items.append((q, order[:top], scores, -1, -1))
            b = data.batch(s, s.ids, items)
            spans, null = model(b)
            flat = spans.flatten(1)
            best, ahead = flat.argmax(1).numpy(), (flat.amax(1) - null[:, 0]).tolist()
            for r, (q, *_) in enumerate(items):
                first = best[r] // data.MAX_SPAN
                a, z = b["tok"][r, first], b["tok"][r, first + best[r] % data.MAX_SPAN]
                text = s.texts[s.asks[q]["doc"]][int(s.token_begin[a]) : int(s.token_end[z])].decode(errors="replace")
                out.append((text, a, ahead[r]))
    return out


def evenly(questions, count):
    return questions[:: max(1, len(questions) // count)][:count]


def kind_of(name):
    """Of a question without an answer, by its id: visitors.py and questions.py name them."""
    return name.rpartition("~")[2] if "~" in name else "near" if name.endswith("-n") else "none"


def evaluate(model, s, count, top=3, wanted=lambda ask: not ask["id"].endswith("~s")):
    """EM, F1, share of right sentences, share of right answers (half by F1, or an accepted one in them), and the area
    under the ROC curve of the null score for questions without an answer, also by their kind."""
    model.eval()
    chosen = s.development & np.array([wanted(a) for a in s.asks])
    asked = evenly(np.where(chosen & s.answerable)[0], count)
    away = evenly(np.where(chosen & ~s.answerable)[0], count // 2)
    em = ff = sentences = right = 0
    ahead = []
    for q, (text, first, margin) in zip(asked, read(model, s, asked, top)):
        golds = s.asks[q]["answers"]
        most = max(f1(text, g) for g in golds)
        padded = " %s " % " ".join(words(text))
        em += max(words(text) == words(g) for g in golds)
        ff += most
        right += most >= 0.5 or any(words(g) and " %s " % " ".join(words(g)) in padded for g in golds)
        gold = s.gold_sentence[q]
        sentences += gold >= 0 and s.sentence_token[gold] <= first < s.sentence_token[gold + 1]
        ahead.append(margin)
    kinds = collections.defaultdict(list)
    for q, (_, _, margin) in zip(away, read(model, s, away, top)):
        kinds[kind_of(s.asks[q]["id"])].append(margin)
    model.train()
    n = max(1, len(asked)) / 100
    by_kind = " ".join("%s %.2f" % (k, auroc(ahead, kinds[k])) for k in sorted(kinds))
    return "%d: EM %.1f F1 %.1f sentence %.1f right %.1f, without an answer AUROC %.3f (%s)" % (
        len(asked), em / n, ff / n, sentences / n, right / n, auroc(ahead, sum(kinds.values(), [])), by_kind)


def evaluations(model, sets, count):
    """evaluate() for each set and sort of questions that is kept for development, with its name."""
    for name in ("paragraphs", "articles"):
        yield name, evaluate(model, sets[name], count)
    if "visitor" not in sets:
        return
    own = lambda ask: not ask["id"].endswith("-p")
    for sort in sorted({a["doc"].split("-")[0] for a in sets["visitor"].asks}):
        mine = lambda ask: ask["doc"].startswith(sort) and own(ask)
        if any(d and mine(a) for d, a in zip(sets["visitor"].development, sets["visitor"].asks)):
            yield "visitor " + sort, evaluate(model, sets["visitor"], count, 4, mine)
    yield "visitor, plain", evaluate(model, sets["visitor"], count, 4, lambda ask: not own(ask))
