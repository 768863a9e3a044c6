"""The reader: which span of some sentences answers a question.

A small convolutional network in the manner of FastQA (Weissenborn et al. 2017) and QANet (Yu et al. 2018): each word of
the context is aligned with the question's words, gated separable convolutions (Dauphin et al. 2017, Chollet 2017) read
the context, and every span of up to MAX_SPAN tokens gets start + end + pair + length + candidate scores, "no answer"
one of its own. Shapes are B: batch, T: context tokens, Q: question words, C: channels.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import CATEGORIES, MAX_SPAN, READER, WORDS_SEEN_OFTEN

SIZES = {table["name"]: (table["rows"], table["columns"]) for table in READER["tables"]}
VECTOR, ALIGN, PAIR = READER["vector"], READER["align"], READER["pair"]
TAPS = READER["taps"]  # of a gated convolution
FEATURES, GLOBALS = READER["features"], READER["globals"]
DOUBT = READER["doubt"]  # hidden units of "no answer"
DILATIONS = (1, 2, 4, 1, 2, 4, 1, 2)  # of the layers, which the engine reads from the section
FAR = -1e4


def scores_of(model, b):
    """B, all spans and "no answer"."""
    spans, null = model(b)
    return torch.cat([spans.flatten(1), null], 1)


class ChannelDropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or not self.p:
            return x
        return x * ((torch.rand(x.shape[0], x.shape[1], 1) > self.p).float() / (1 - self.p))


class Gated(nn.Module):
    """h + value * sigmoid(gate), both from one separable convolution: a convolution of width TAPS of each channel by
    itself, and a matrix."""

    def __init__(self, c, dilation, question, drop):
        super().__init__()
        self.dilation = dilation
        self.own = nn.Parameter(torch.randn(c, TAPS) * 0.1)
        self.own.data[:, TAPS // 2] += 1
        self.conv = nn.Conv1d(c, 2 * c, 1)
        self.question = nn.Linear(c, 2 * c) if question else None
        self.drop = ChannelDropout(drop)

    def forward(self, h, mask, qv=None):
        reach, T = TAPS // 2 * self.dilation, h.shape[2]
        x = F.pad(self.drop(h) * mask, (reach, reach))  # five products are faster than a convolution in groups
        y = self.conv(sum(self.own[:, i, None] * x[:, :, i * self.dilation : i * self.dilation + T] for i in range(TAPS)))
        if self.question is not None:
            y = y + self.question(qv)[:, :, None]
        return (h + F.glu(y, 1)) * mask


class Reader(nn.Module):
    def __init__(self, vectors, often, oov, channels=80, layers=7, drop=0.12, unknown=0.05, vector=VECTOR):
        super().__init__()
        C = channels
        self.register_buffer("vectors", torch.from_numpy(vectors), persistent=False)
        self.register_buffer("often", torch.from_numpy(often), persistent=False)
        self.register_buffer("oov", torch.from_numpy(oov), persistent=False)
        self.project = nn.Linear(100, vector, bias=False)
        nn.init.normal_(self.project.weight, 0, vector**-0.5)
        self.frequent = nn.Embedding(WORDS_SEEN_OFTEN + 1, vector, padding_idx=0)
        nn.init.normal_(self.frequent.weight, 0, 0.05)
        self.tables = nn.ModuleDict({k: nn.Embedding(*SIZES[k]) for k in CATEGORIES})
        for k in CATEGORIES:
            nn.init.normal_(self.tables[k].weight, 0, 0.3)
        W = vector + sum(SIZES[k][1] for k in CATEGORIES) + 1
        self.similar = nn.Linear(vector, vector, bias=False)
        self.similar.weight.data = torch.eye(vector) + 0.01 * torch.randn(vector, vector)
        self.mix = nn.Parameter(torch.tensor([4.0, 3.0, 3.0, 1.0, 2.5]))  # similarity, exact, match, rare match, none
        self.question_in = nn.Conv1d(W, C, 1)
        self.question_layers = nn.ModuleList([Gated(C, 1, False, drop) for _ in range(2)])
        self.question_pool = nn.Conv1d(C, 1, 1)
        self.kind = nn.Embedding(READER["ask_kinds"], C)
        nn.init.normal_(self.kind.weight, 0, 0.1)
        self.align = nn.Conv1d(C, ALIGN, 1)
        self.context_in = nn.Conv1d(W + ALIGN + FEATURES, C, 1)
        self.context_question = nn.Linear(C, C)
        self.layers = nn.ModuleList([Gated(C, DILATIONS[i], True, drop) for i in range(layers)])
        self.hop = layers // 2  # after this many layers the context looks at the question again
        self.again_key, self.again_query = nn.Conv1d(C, ALIGN, 1), nn.Conv1d(C, ALIGN, 1)
        self.again_value, self.again_out = nn.Conv1d(C, ALIGN, 1), nn.Conv1d(ALIGN, C, 1)
        self.again_none = nn.Parameter(torch.tensor(0.0))
        self.pool, self.pool_out = nn.Linear(C, C), nn.Linear(C, C)
        self.edge = nn.Conv1d(C, 2, 1)
        self.edge_question = nn.Linear(C, 2 * C)
        self.pair = nn.Conv1d(C, 2 * PAIR, 1)
        self.length = nn.Linear(C, MAX_SPAN)
        self.candidate = nn.Linear(C, READER["candidate_kinds"])
        self.none_in, self.none_out = nn.Linear(4 * C + GLOBALS, DOUBT), nn.Linear(DOUBT, 1)
        self.drop = ChannelDropout(drop)
        self.unknown = unknown

    def word_vectors(self, word):
        e = self.project(self.vectors[word]) + self.frequent(self.often[word])
        return F.normalize(e, dim=-1, eps=1e-4)

    def tokens(self, X, mask):
        """e: B,T,VECTOR unit vectors (zero for words without one); x: B,W,T all inputs."""
        known = (1 - self.oov[X["word"]])[..., None]
        often = (self.often[X["word"]] > 0).float()[..., None]
        if self.training:  # now and then a word that nothing is known of but its shape
            kept = (torch.rand(known.shape) > self.unknown).float()
            known, often = known * kept, often * kept
        e = self.word_vectors(X["word"]) * torch.maximum(known, often)
        parts = [e] + [self.tables[k](X[k]) for k in CATEGORIES] + [1 - known]
        return e, torch.cat(parts, -1).transpose(1, 2) * mask

    def forward(self, b):
        C_, Q_ = b["C"], b["Q"]
        cm, qm = b["cm"], b["qm"]
        m, mq = cm[:, None].float(), qm[:, None].float()
        ec, xc = self.tokens(C_, m)
        eq, xq = self.tokens(Q_, mq)
        u = self.read_question(self.drop(xq), mq)
        weight = self.question_pool(u).masked_fill(~qm[:, None], FAR).softmax(-1)
        qv = (u * weight).sum(-1) + self.kind(Q_["kind"])

        sim = torch.bmm(ec, self.similar(eq).transpose(1, 2))  # B,T,Q
        exact = ((C_["word"][:, :, None] == Q_["word"][:, None]) & (C_["word"][:, :, None] > 0)).float()
        match = torch.bmm((C_["key"][:, :, None] == b["M"]["key"][:, None]).float(), b["M"]["hot"]).clamp(max=1)
        idf, content = Q_["idf"][:, None], Q_["content"][:, None]
        S = self.mix[0] * sim + self.mix[1] * exact + self.mix[2] * match + self.mix[3] * match * idf
        S = S.masked_fill(~qm[:, None], FAR)
        none = self.mix[4].expand(S.shape[0], S.shape[1], 1)
        attention = torch.cat([S, none], -1).softmax(-1)[:, :, :-1]
        aligned = torch.bmm(self.align(u), attention.transpose(1, 2))

        same = (b["place"][:, :, None] == b["place"][:, None]).float() * m.transpose(1, 2)
        total = (idf * content).sum(-1, keepdim=True).clamp(min=1e-3)
        best = torch.stack(
            [match.masked_fill((b["place"] != k)[:, :, None], 0).amax(1) for k in range(int(b["place"].max()) + 1)], 1
        )  # B,sentences,Q
        covered = (best * idf * content).sum(-1) / total[..., 0]  # B,sentences
        cover = torch.gather(covered, 1, b["place"].clamp(min=0))
        often = match.sum(1, keepdim=True).clamp(min=1)
        f = torch.stack(
            [
                (exact * content).amax(-1),
                match.amax(-1),
                (match * idf).amax(-1),
                exact.amax(-1),
                (sim * content).amax(-1),
                (sim * idf * content).amax(-1),
                (match * idf / often).sum(-1),
                cover,
            ],
            1,
        )
        f = torch.cat([f, b["extra"].transpose(1, 2)], 1) * m
        h = self.context_in(self.drop(torch.cat([xc, f, aligned], 1)))
        h = (h + self.context_question(qv)[:, :, None]) * m
        h = self.read_context(h, m, u, qv, S, cm, qm)

        missing = ((1 - best.amax(1)) * idf[:, 0] * content[:, 0]).sum(-1, keepdim=True) / total[..., 0]
        asked = b["M"]["hot"].amax(1)
        absent = ((1 - asked.clamp(max=1)) * idf[:, 0] * content[:, 0]).sum(-1, keepdim=True) / total[..., 0]
        # Of what the context has not even a like word.
        lack = (1 - torch.maximum(sim, match).masked_fill(~cm[:, :, None], 0).amax(1)) * idf[:, 0] * content[:, 0]
        lacking = [lack.sum(-1, keepdim=True) / total[..., 0], lack.amax(-1, keepdim=True)]
        g = torch.cat([missing, absent, 1 - covered.amax(1, keepdim=True), total[..., 0] / 4] + lacking, 1)
        edges = self.edges(h, qv)
        self.parts = {"h": h, "qv": qv, "u": u}
        return self.spans(edges, h, qv, b), self.none(edges, h, qv, g, cm)

    def read_question(self, xq, mq):
        u = self.question_in(xq) * mq
        for layer in self.question_layers:
            u = layer(u, mq)
        return u

    def read_context(self, h, m, u, qv, S, cm, qm):
        for i, layer in enumerate(self.layers):
            h = layer(h, m, qv)
            if i + 1 == self.hop:
                h = self.look_again(h, m, u, S, cm, qm)
        return h

    def look_again(self, h, m, u, S, cm, qm):
        """The second look at the question, and what the context as a whole says."""
        S2 = torch.bmm(self.again_key(h).transpose(1, 2), self.again_query(u)) / ALIGN**0.5 + S / 4
        S2 = S2.masked_fill(~qm[:, None], FAR)
        none = self.again_none.expand(S2.shape[0], S2.shape[1], 1)
        a2 = torch.cat([S2, none], -1).softmax(-1)[:, :, :-1]
        h = (h + self.again_out(torch.bmm(self.again_value(u), a2.transpose(1, 2)))) * m
        pooled = h.masked_fill(~cm[:, None], FAR).amax(-1)
        return (h + self.pool_out(torch.relu(self.pool(pooled)))[:, :, None]) * m

    def edges(self, h, qv):
        """B,2,T: how well an answer begins, and ends, with each token."""
        B, C, T = h.shape
        return self.edge(h) + torch.bmm(self.edge_question(qv).view(B, 2, C), h) / C**0.5

    def none(self, edges, h, qv, g, cm):
        """The score of "no answer", from what stands where the answer would (Clark and Gardner 2018)."""
        likely = edges.masked_fill(~cm[:, None], FAR).softmax(-1)
        there = torch.bmm(likely, h.transpose(1, 2)).flatten(1)  # B,2C: its first and last token
        top = h.masked_fill(~cm[:, None], FAR).amax(-1)
        return self.none_out(torch.relu(self.none_in(torch.cat([top, there, qv, g], 1))))

    def spans(self, L, h, qv, b):
        B, C, T = h.shape
        ends = F.pad(L[:, 1], (0, MAX_SPAN - 1)).unfold(1, MAX_SPAN, 1)
        spans = L[:, 0][:, :, None] + ends + self.length(qv)[:, None]
        p = self.pair(h)
        second = F.pad(p[:, PAIR:], (0, MAX_SPAN - 1))
        spans = spans + torch.stack([(p[:, :PAIR] * second[:, :, i : i + T]).sum(1) for i in range(MAX_SPAN)], -1) / 4
        at, kind = b["cand"][0], b["cand"][1]
        bonus = self.candidate(qv)[at // (T * MAX_SPAN), kind]
        spans = spans.flatten().index_add(0, at, bonus).view(B, T, MAX_SPAN)
        place = b["place"]
        same = F.pad(place, (0, MAX_SPAN - 1), value=-2).unfold(1, MAX_SPAN, 1) == place[:, :, None]
        return spans.masked_fill(~(same & b["cm"][:, :, None]), FAR)


class Recurrent(nn.Module):
    """A bidirectional LSTM over B,C,T; as wide as it reads."""

    def __init__(self, channels):
        super().__init__()
        self.lstm = nn.LSTM(channels, channels // 2, batch_first=True, bidirectional=True)

    def forward(self, x):  # padding is read as well, packing takes seven times as long
        return self.lstm(x.transpose(1, 2))[0].transpose(1, 2)


class Teacher(Reader):
    """What the reader learns from: the same inputs and span scores, in between recurrent layers as in DrQA (Chen et al.
    2017), with word vectors at full width and a gated look at the whole context (R-Net, Wang et al. 2017). Too large and
    too serial for the engine."""

    def __init__(self, vectors, often, oov, channels=192, layers=2, drop=0.25, unknown=0.05):
        super().__init__(vectors, often, oov, channels, 0, drop, unknown, vectors.shape[1])
        C = channels
        self.project.weight.data = torch.eye(vectors.shape[1])
        self.question_layers = nn.ModuleList([Recurrent(C)])
        self.layers = nn.ModuleList([Recurrent(C) for _ in range(layers)])
        self.self_key, self.self_query = nn.Conv1d(C, 64, 1), nn.Conv1d(C, 64, 1)
        self.self_gate, self.self_out = nn.Conv1d(2 * C, C, 1), nn.Conv1d(2 * C, C, 1)

    def read_question(self, xq, mq):
        u = self.question_in(xq) * mq
        return (u + self.question_layers[0](self.drop(u))) * mq

    def read_context(self, h, m, u, qv, S, cm, qm):
        for i, layer in enumerate(self.layers):
            h = (h + layer(self.drop(h))) * m
            if i == 0:
                h = self.look_again(h, m, u, S, cm, qm)
                scores = torch.bmm(self.self_key(h).transpose(1, 2), self.self_query(h)) / 8
                scores = scores.masked_fill(~cm[:, None], FAR) + FAR * torch.eye(h.shape[2])
                seen = torch.cat([h, torch.bmm(h, scores.softmax(-1).transpose(1, 2))], 1)
                h = (h + torch.sigmoid(self.self_gate(seen)) * torch.tanh(self.self_out(seen))) * m
        return h
