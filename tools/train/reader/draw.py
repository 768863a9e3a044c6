"""What the reader is shown in training: questions drawn from the sets by their shares, with the sentences that they are
asked of."""
import numpy as np
import torch

import data

# The sets' shares of the batches: what the reader is first trained on, what it is tuned on, at first and then, and what
# pretrained.py's teacher learns.
MIXES = {
    "tests": {"paragraphs": 0.52, "articles": 0.33, "sentences": 0.15},
    "visitors": {"paragraphs": 0.4, "articles": 0.24, "sentences": 0.03, "visitor": 0.24, "everyday": 0.04,
                 "deceptive": 0.05},
    "own": {"paragraphs": 0.35, "articles": 0.2, "sentences": 0.03, "visitor": 0.13, "own": 0.2, "everyday": 0.04,
            "deceptive": 0.05},
    "order": {"paragraphs": 0.32, "articles": 0.18, "sentences": 0.02, "visitor": 0.14, "own": 0.26, "everyday": 0.04,
              "deceptive": 0.04},
    "teacher": {"paragraphs": 0.37, "articles": 0.19, "visitor": 0.3, "everyday": 0.04, "deceptive": 0.1},
}
NEAR_SHARE = 0.25  # of the questions of a set that have no answer, if it has such
# With pairs: of the questions of a visitors' set so many have their near miss beside them, of the rest so many no answer.
PAIRED_SHARE, ALONE_SHARE = 0.22, 0.15
SAME_SENTENCES = 0.6  # of the pairs are asked of the same sentences
CHUNK = 6  # batches of one set that are drawn together, so that each holds contexts of like length
FEWEST, MOST = 70, 128  # tokens of a stretch of an article


def ranked(s, q):
    n = int(s.ask_count[q])
    if n == 0:
        first = int(s.article_sentence[s.ask_article[q]])
        return [first], [1.0]
    return list(s.ask_top[q, :n]), list(s.ask_score[q, :n])


def stretches(s, q, cap):
    """The whole article, in stretches of whole sentences and at most `cap` tokens."""
    a = s.ask_article[q]
    out, size = [[]], 0
    for sentence in range(int(s.article_sentence[a]), int(s.article_sentence[a + 1])):
        n = int(s.sentence_token[sentence + 1] - s.sentence_token[sentence])
        if out[-1] and size + n > cap:
            out.append([])
            size = 0
        out[-1].append(sentence)
        size += n
    return out


def drop_matches(b, share, rng):
    """Of every other batch's words of the question, so many are not told which words of the text are the same or
    related."""
    if share and rng.rand() < 0.5:
        hot = b["M"]["hot"]  # B, matches, question words
        hot *= (torch.rand(hot.shape[0], 1, hot.shape[2]) > share).float()


def packed(groups, size):
    """Groups of items one after the other, in lists of at least `size` items; only the last may have fewer."""
    out = [[]]
    for group in groups:
        if len(out[-1]) >= size:
            out.append([])
        out[-1] += group
    return out


class Draw:
    """Endless batches of one set each, of contexts of like length; `lexical_drop`: drop_matches' share. With `paired`
    visitors' questions and their near misses come together; "pairs", N,2: the rows of both."""

    def __init__(self, sets, shares, size, rng, lexical_drop, paired=False):
        self.sets, self.shares, self.size, self.rng, self.lexical_drop = sets, shares, size, rng, lexical_drop
        self.pools, self.queues, self.asked = {}, {}, {}
        for name in shares:
            s = sets[name]
            ok = s.answerable & (s.gold_first >= 0) & (s.gold_last - s.gold_first < data.MAX_SPAN) & ~s.held_back
            good, bad = np.where(ok)[0], np.where(~s.answerable & ~s.held_back)[0]
            self.asked[name] = s.questions_of_near_misses(bad, good) if paired and s.is_visitor else {}
            near = np.array(list(self.asked[name]), np.int64)
            self.pools[name] = good, np.setdiff1d(bad, near), near

    def _take(self, name, which, count):
        """The next questions of a pool, each once before any comes again."""
        pool = self.pools[name][which]
        queue = self.queues.get((name, which), pool[:0])
        while len(queue) < count:
            queue = np.concatenate([queue, self.rng.permutation(pool)])
        self.queues[name, which] = queue[count:]
        return queue[:count]

    def _item(self, name, q):
        """A question with sentences, as data.batch wants it: as retrieval has them, the gold one forced in most of the
        time and left out some of it. Of a visitor's question retrieval may find nothing, so that any sentences of the
        text may come; None if there are none."""
        s, rng = self.sets[name], self.rng
        order, scores = ranked(s, q)
        k = rng.randint(2, 5)
        has = bool(s.answerable[q])
        gold, first, last = s.gold_sentence[q], int(s.gold_first[q]), int(s.gold_last[q])
        if s.is_visitor and rng.rand() < 0.5:
            found = dict(zip(order, scores)) if s.ask_count[q] else {}
            parts = stretches(s, q, rng.randint(FEWEST, MOST + 1))
            if has:
                parts = [x for x in parts if (gold in x) == (rng.rand() < 0.85)] or parts
            part = parts[rng.randint(len(parts))]
            rest = sorted(part, key=lambda x: -found.get(x, 0))
            has = has and gold in part
            return q, rest, [found.get(x, 0.0) for x in rest], first if has else -1, last if has else -1
        if not has:
            return q, order[:k], scores, -1, -1
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

    def _pair(self, name, near):
        """A near miss and its question, as items; fewer if there are no sentences for one."""
        s, own = self.sets[name], self._item(name, self.asked[name][near])
        miss = self._item(name, near)
        if own and miss and own[3] >= 0 and self.rng.rand() < SAME_SENTENCES:
            found = dict(zip(*ranked(s, near))) if s.ask_count[near] else {}
            order = sorted(own[1], key=lambda x: -found.get(x, 0))
            miss = near, order, [found.get(x, 0.0) for x in order], -1, -1
        return [x for x in (miss, own) if x]

    def _groups(self, name):
        """Items for CHUNK batches of a set: pairs, and single ones."""
        good, bad, near = self.pools[name]
        total = self.size * CHUNK
        paired = [self._pair(name, q) for q in self._take(name, 2, int(total * PAIRED_SHARE))] if len(near) else []
        rest = total - 2 * len(paired)
        without = rest if not len(good) else int(rest * (ALONE_SHARE if paired else NEAR_SHARE)) if len(bad) else 0
        picked = np.concatenate([self._take(name, 0, rest - without), self._take(name, 1, without)])
        return [g for g in paired + [[x] for x in (self._item(name, q) for q in picked) if x] if g]

    def __iter__(self):
        names = list(self.shares)
        p = np.array([self.shares[n] for n in names])
        while True:
            name = names[self.rng.choice(len(names), p=p / p.sum())]
            s, groups = self.sets[name], self._groups(name)
            groups.sort(key=lambda g: max(sum(s.sentence_token[k + 1] - s.sentence_token[k] for k in x[1]) for x in g))
            batches = packed(groups, self.size)
            for i in self.rng.permutation(len(batches)):
                b = data.batch(s, s.ids, batches[i])
                b["set"], b["items"] = name, batches[i]
                if self.asked[name]:
                    b["pairs"] = self._rows_of_pairs(name, batches[i])
                drop_matches(b, self.lexical_drop, self.rng)
                yield b

    def _rows_of_pairs(self, name, items):
        """Of those whose answer is there."""
        asked = self.asked[name]
        rows = [(i, i + 1) for i in range(len(items) - 1) if asked.get(items[i][0]) == items[i + 1][0] and items[i + 1][3] >= 0]
        return torch.tensor(rows, dtype=torch.int64).view(-1, 2)


class Taught:
    """Endless batches of what taught.py kept, every item once before any comes again; "taught": B,K of the scores (spans,
    then "no answer") and what the teacher gives them, which sum to one. Batches of one set each, of contexts of like
    length, as they were drawn."""

    def __init__(self, sets, kept, size, rng, lexical_drop):
        self.sets, self.kept, self.size, self.rng, self.lexical_drop = sets, kept, size, rng, lexical_drop

    def __iter__(self):
        while True:
            for i in self.rng.permutation(len(self.kept)):
                entry = self.kept[i]
                s = self.sets[entry["set"]]
                for first in range(0, len(entry["items"]), self.size):
                    part = slice(first, first + self.size)
                    b = data.batch(s, s.ids, entry["items"][part])
                    at, p = entry["at"][part].long(), entry["p"][part].float()
                    width = b["tok"].shape[1] * data.MAX_SPAN  # of this part: "no answer" comes after it
                    at[at == entry["width"]] = width
                    p[at > width] = 0  # only of a part, whose longest context is a shorter one
                    b["taught"] = at.clamp(max=width), p / p.sum(-1, keepdim=True).clamp(min=1e-6)
                    b["set"] = entry["set"]
                    drop_matches(b, self.lexical_drop, self.rng)
                    yield b
