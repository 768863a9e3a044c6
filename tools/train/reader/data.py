"""The reader's training data as arrays: what tools/train/reader/reader_export.cc wrote, and batches of it.

A set is a folder of flat columns. Tokens of all articles stand one after the other; `sentence_token[s]` is the first
of sentence s, `article_sentence[a]` the first sentence of article a. Questions ("asks") likewise.
"""
import json
import os
import sys

import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../common"))
from shapes import READER  # noqa: E402
from split import is_development, is_visitor_development, is_visitor_judged  # noqa: E402

MAX_SPAN = READER["span"]  # tokens of an answer
TOP = READER["sentences"]  # that the export ranks
CATEGORIES = tuple(table["name"] for table in READER["tables"])
WORDS_SEEN_OFTEN = 2000
VISITORS = ("visitor", "own")  # sets of visitors' questions
SETS = ("paragraphs", "articles", "sentences", "everyday", "deceptive") + VISITORS  # data.sh's
COUNTED = ("paragraphs", "articles", "sentences")  # the sets in which they are counted: others may come and go
# Training reads more of a context and of a question than the engine, which cuts them to READER["tokens"] and
# READER["question_words"] so that a reading fits its work space. No weight depends on these lengths, since the network
# only convolves and pools, and what lies beyond the cut teaches as well as the rest. The committed weights were trained
# with these.
TRAINING_TOKENS = 144
TRAINING_QUESTION_WORDS = 32


def column(folder, name, dtype):
    return np.fromfile(os.path.join(folder, name), dtype=dtype)


class Set:
    """One exported folder. `asks` keeps id, answers and so on of each question."""

    def __init__(self, folder):
        types = {"u32": "<u4", "u16": "<u2", "u8": "u1"}
        for file in os.listdir(folder):
            name, _, kind = file.partition(".")
            if kind in types:
                setattr(self, name, column(folder, file, types[kind]))
        self.is_visitor = os.path.basename(folder) in VISITORS
        self.asks = [json.loads(line) for line in open(os.path.join(folder, "asks.jsonl"), encoding="utf-8")]
        self.words = {}
        with open(os.path.join(folder, "words.tsv"), encoding="utf-8") as f:
            for line in f:
                h, _, w = line.rstrip("\n").partition("\t")
                self.words[int(h)] = w
        n = len(self.asks)
        self.ask_top = self.ask_top.reshape(n, TOP).astype(np.int64)
        self.ask_score = self.ask_score.reshape(n, TOP).astype(np.float32)
        self.sentence_token = self.sentence_token.astype(np.int64)
        self.find_golds()

    def find_golds(self):
        """gold_first, gold_last: tokens of the answer, -1 where there is none that the tokens can say; gold_sentence. Of
        several accepted answers in one sentence the shortest, as SQuAD's are: of any of them a reader learns long ones."""
        n = len(self.asks)
        self.gold_first = np.full(n, -1, np.int64)
        self.gold_last = np.full(n, -1, np.int64)
        self.gold_sentence = np.full(n, -1, np.int64)
        self.answerable = np.array([len(a["answers"]) > 0 for a in self.asks])
        self.reworded = np.array([a["id"].endswith("~s") for a in self.asks])
        development = is_visitor_development if self.is_visitor else is_development
        self.development = np.array([development(a["doc"]) for a in self.asks])
        self.held_back = self.development.copy()  # from training
        if self.is_visitor:
            self.held_back |= np.array([is_visitor_judged(a["doc"]) for a in self.asks])
        for q, ask in enumerate(self.asks):
            spans = [self.span_of(q, begin, answer) for begin, answer in zip(ask["begin"], ask["answers"])]
            if not spans or spans[0] is None:
                continue
            near = [x for x in spans if x is not None and x[2] == spans[0][2]]
            self.gold_first[q], self.gold_last[q], self.gold_sentence[q] = min(near, key=lambda x: x[1] - x[0])

    def questions_of_near_misses(self, misses, among):
        """For each of those near misses the question that it is like, if that is among those: visitors.py names both."""
        by_id = {self.asks[q]["id"]: int(q) for q in among}
        asked = {int(q): by_id.get(self.asks[q]["id"].rpartition("-n")[0]) for q in misses}
        return {near: q for near, q in asked.items() if q is not None}

    def span_of(self, q, begin, answer):
        """The first and the last token and the sentence of an answer, cut where the sentence ends; None if there is no
        such token."""
        a = self.ask_article[q]
        s0, s1 = self.article_sentence[a], self.article_sentence[a + 1]
        t0, t1 = self.sentence_token[s0], self.sentence_token[s1]
        end = begin + len(answer.encode())
        first = t0 + np.searchsorted(self.token_end[t0:t1], begin, side="right")
        last = t0 + np.searchsorted(self.token_begin[t0:t1], end, side="left") - 1
        if first >= t1 or last < first:
            return None
        s = np.searchsorted(self.sentence_token[s0 : s1 + 1], first, side="right") - 1 + s0
        return int(first), int(min(last, self.sentence_token[s + 1] - 1)), int(s)


class Vocabulary:
    """Numbers for word hashes: 0 is none. vectors[i] is the unit GloVe vector, zero where there is none; often[i] is the
    rank among the words that are commonest in `counted`, 0 for others."""

    def __init__(self, sets, vectors_path, counted):
        hashes = np.unique(np.concatenate([np.concatenate([s.token_word, s.question_word]) for s in sets]))
        self.hashes = hashes
        words = {}
        for s in sets:
            words.update(s.words)
        vectors = json.load(open(vectors_path, encoding="utf-8"))
        table = vectors["vectors"] if "vectors" in vectors else vectors
        self.vectors = np.zeros((len(hashes) + 1, 100), np.float32)
        for i, h in enumerate(hashes):
            v = table.get(words.get(int(h), ""))
            if v is not None:
                self.vectors[i + 1] = v[:100]
        self.vectors /= np.maximum(np.linalg.norm(self.vectors, axis=1, keepdims=True), 1e-6)
        counts = np.zeros(len(hashes) + 1, np.int64)
        for s in counted:
            np.add.at(counts, self.number(s.token_word), 1)
            np.add.at(counts, self.number(s.question_word), 2)
        counts[0] = 0
        self.often = np.zeros(len(hashes) + 1, np.int64)
        order = np.argsort(-counts, kind="stable")[:WORDS_SEEN_OFTEN]
        self.often[order] = np.arange(1, WORDS_SEEN_OFTEN + 1)
        self.oov = (np.abs(self.vectors).sum(1) == 0).astype(np.float32)

    def number(self, hashes):
        at = np.searchsorted(self.hashes, hashes)
        at = np.minimum(at, len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, at + 1, 0)


def load(folder, vectors_path):
    """The sets that data.sh laid out and the numbers of their words, kept in folder/cache.pt."""
    cache = os.path.join(folder, "cache.pt")
    if os.path.exists(cache):
        return torch.load(cache)
    sets = {name: Set(os.path.join(folder, name)) for name in SETS}
    vocabulary = Vocabulary(list(sets.values()), vectors_path, [sets[name] for name in COUNTED])
    for s in sets.values():
        s.ids = (vocabulary.number(s.token_word), vocabulary.number(s.question_word))
        s.words = None
    torch.save((sets, vocabulary), cache, pickle_protocol=4)
    return sets, vocabulary


def context(s, order, cap):
    """The tokens of the sentences `order` (best first) in reading order, cut at `cap`: token numbers, position of the
    sentence in the reading order, and for each sentence (rank, score share)."""
    kept, total = [], 0
    for rank, sentence in enumerate(order):
        n = int(s.sentence_token[sentence + 1] - s.sentence_token[sentence])
        if kept and total + n > cap:
            continue
        kept.append((int(sentence), rank, min(n, cap)))
        total += n
    kept.sort()
    tokens = np.concatenate([np.arange(s.sentence_token[k], s.sentence_token[k] + n) for k, _, n in kept])
    place = np.repeat(np.arange(len(kept)), [n for _, _, n in kept])
    return tokens, place, kept


def batch(s, vocabulary_ids, items, tokens=TRAINING_TOKENS, question_words=TRAINING_QUESTION_WORDS):
    """Tensors for a list of (question, [sentences best first], [scores], gold_first, gold_last or -1), contexts and
    questions cut at so many. "accepted": rows, and which of their scores are right: those of spans, or the last one, "no
    answer"."""
    contexts = [context(s, order, tokens) for _, order, _, _, _ in items]
    B, T = len(items), max(8, max(len(c[0]) for c in contexts))
    tok = np.full((B, T), -1, np.int64)
    place = np.full((B, T), -1, np.int64)
    extra = np.zeros((B, T, 4), np.float32)
    accepted = []
    lengths = [min(question_words, int(s.ask_token[q + 1] - s.ask_token[q])) for q, *_ in items]
    Q = max(lengths)
    ask = np.full((B, Q), -1, np.int64)
    M = max(1, max(int(s.ask_match[q + 1] - s.ask_match[q]) for q, *_ in items))
    match = np.full((B, M), -1, np.int64)
    cand = []
    for b, (q, order, scores, first, last) in enumerate(items):
        read, places, kept = contexts[b]
        n = len(read)
        tok[b, :n], place[b, :n] = read, places
        best = max(float(scores[0]), 1.0)
        of_sentence = np.array([(min(1.0, scores[min(r, len(scores) - 1)] / best), r == 0, 1 / (1 + r)) for _, r, _ in kept], np.float32)
        extra[b, :n, :3] = of_sentence[places]
        extra[b, 0, 3] = 1
        extra[b, 1:n, 3] = places[1:] != places[: n - 1]
        ask[b, : lengths[b]] = np.arange(s.ask_token[q], s.ask_token[q] + lengths[b])
        m = int(s.ask_match[q + 1] - s.ask_match[q])
        match[b, :m] = np.arange(s.ask_match[q], s.ask_match[q] + m)
        at = 0
        for sentence, _, size in kept:
            c0, c1 = int(s.sentence_candidate[sentence]), int(s.sentence_candidate[sentence + 1])
            f, l = s.candidate_first[c0:c1].astype(np.int64), s.candidate_last[c0:c1].astype(np.int64)
            ok = (l <= size) & (l - f <= MAX_SPAN)
            flat = (np.int64(b) * T + at + f[ok]) * MAX_SPAN + (l[ok] - f[ok] - 1)
            cand.append(np.stack([flat, s.candidate_kind[c0:c1][ok].astype(np.int64)]))
            begin = s.sentence_token[sentence]
            if begin <= first < begin + size:
                i = at + first - begin
                accepted.append((b, i * MAX_SPAN + min(last - first, at + size - 1 - i, MAX_SPAN - 1)))
            at += size
        if not accepted or accepted[-1][0] != b:
            accepted.append((b, T * MAX_SPAN))
    cm, qm, mm = tok >= 0, ask >= 0, match >= 0

    def take(column, at, mask):
        return torch.from_numpy(np.where(mask, column[at], 0).astype(np.int64))

    ids_t, ids_q = vocabulary_ids
    C = {"word": take(ids_t, tok, cm), "key": take(s.token_key, tok, cm)}
    Qs = {"word": take(ids_q, ask, qm)}
    for name in CATEGORIES:
        C[name] = take(getattr(s, "token_" + name), tok, cm)
        Qs[name] = take(getattr(s, "question_" + name), ask, qm)
    Qs["idf"] = take(s.question_idf, ask, qm).float() / 255
    Qs["content"] = take(s.question_content, ask, qm).float()
    Qs["kind"] = torch.from_numpy(s.ask_kind[[q for q, *_ in items]].astype(np.int64))
    word = np.where(mm, s.match_word[match], Q)  # Q: none
    hot = (torch.from_numpy(word.astype(np.int64))[:, :, None] == torch.arange(Q)).float()
    M_ = {
        "key": torch.from_numpy(np.where(mm, s.match_key[match], 1).astype(np.int64)),
        "hot": hot * torch.from_numpy(np.where(mm, s.match_strength[match], 0).astype(np.float32) / 255)[:, :, None],
    }
    cand = np.concatenate(cand, 1)
    return {
        "C": C,
        "Q": Qs,
        "M": M_,
        "cm": torch.from_numpy(cm),
        "qm": torch.from_numpy(qm),
        "extra": torch.from_numpy(extra),
        "place": torch.from_numpy(place),
        "accepted": torch.tensor(accepted, dtype=torch.int64).T,
        "cand": torch.from_numpy(cand),
        "tok": tok,
    }
