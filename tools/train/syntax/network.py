"""The network for syntax and names: convolutions over words; tags, heads, relations and names from what they give. Its teachers read with
recurrent layers instead, which are better and too serial for the compiler."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from features import NAME_LABELS, SYNTAX

DISTANCES = SYNTAX['distances']     # farther heads count as this far
TABLE_COLUMNS = (6, 12, 12, 8, 10, 4)
FREQUENT = 4000                     # words with a vector of their own beside the given one
# The compiler's network, and a teacher. `word`, `product`: columns of a word's vector, and of the vectors whose product
# scores a head.
SHAPE = dict(word=64, channels=288, dilations=(1, 2, 4, 1, 2, 4, 1, 1), recurrent=0, product=SYNTAX['product'])
TEACHER = dict(word=100, channels=400, dilations=(), recurrent=3, product=192)


class Dropout(nn.Module):
    """Drops whole channels of a sentence."""
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training: return x
        return x * ((torch.rand(x.shape[0], x.shape[1], 1) > self.p).float() / (1 - self.p))


class Recurrent(nn.Module):
    """A bidirectional LSTM over (B, channels, T), as wide as what it reads. The backward half reads the padding first."""
    def __init__(self, channels):
        super().__init__()
        self.lstm = nn.LSTM(channels, channels // 2, batch_first=True, bidirectional=True)

    def forward(self, x): return self.lstm(x.transpose(1, 2))[0].transpose(1, 2)


class Syntax(nn.Module):
    """Position 0 of each sentence is the root."""
    def __init__(self, vectors, tags, relations, tables, word, channels, dilations, recurrent, product, drop=0.2,
                 word_drop=0.1):
        super().__init__()
        self.columns, self.product = word, product
        self.register_buffer('vectors', vectors, persistent=False)
        self.word_drop = word_drop
        self.project = nn.Conv1d(vectors.shape[1], word, 1, bias=False)
        self.frequent = nn.Embedding(FREQUENT + 1, word, padding_idx=0)
        nn.init.normal_(self.frequent.weight, 0, 0.05)
        self.tables = nn.ModuleList([nn.Embedding(rows, columns) for rows, columns in zip(tables, TABLE_COLUMNS)])
        for table in self.tables: nn.init.normal_(table.weight, 0, 0.3)
        self.input = nn.Conv1d(word + 3 + sum(TABLE_COLUMNS), channels, 1)  # + unknown, glued, root
        self.blocks = nn.ModuleList([nn.Conv1d(channels, channels, 3, padding=d, dilation=d) for d in dilations])
        self.recurrent = nn.ModuleList([Recurrent(channels) for _ in range(recurrent)])
        self.tag = nn.Conv1d(channels, tags, 1)
        self.dependent, self.head = nn.Conv1d(channels, product, 1), nn.Conv1d(channels, product, 1)
        self.match = nn.Conv1d(product, product, 1)
        self.headness = nn.Conv1d(channels, 1, 1)
        self.distance = nn.Conv1d(channels, 2 * DISTANCES + 1, 1)
        self.label_dependent, self.label_head = nn.Conv1d(channels, product, 1), nn.Conv1d(channels, product, 1)
        self.label_distance = nn.Embedding(2 * DISTANCES + 1, product)
        nn.init.normal_(self.label_distance.weight, 0, 0.05)
        self.label = nn.Conv1d(product, relations, 1)
        self.name = nn.Conv1d(channels, NAME_LABELS, 1)
        self.drop = Dropout(drop)

    def encode(self, x):
        """x: word, frequent (B, T), rows (B, T, tables), unknown, glued, mask (B, T). States (B, channels, T)."""
        mask = x['mask'][:, None].float()
        word = self.project(self.vectors[x['word']].transpose(1, 2)) + self.frequent(x['frequent']).transpose(1, 2)
        word = torch.cat([word, x['unknown'][:, None]], 1)
        if self.training: word = word * (torch.rand(word.shape[0], 1, word.shape[2]) > self.word_drop).float()
        tables = [table(x['rows'][:, :, i]).transpose(1, 2) for i, table in enumerate(self.tables)]
        given = torch.cat([word, x['glued'][:, None], torch.zeros_like(mask)] + tables, 1)
        root = torch.zeros_like(given[:, :, :1])
        root[:, self.columns + 2] = 1
        h = self.input(self.drop(torch.cat([root, given[:, :, 1:]], 2))) * mask
        for block in self.blocks: h = (h + F.relu(block(self.drop(h)))) * mask
        for layer in self.recurrent: h = (h + layer(self.drop(h))) * mask
        return self.drop(h)

    def arcs(self, h, mask):
        """Scores (B, dependent, head)."""
        n = h.shape[2]
        at = torch.arange(n)
        distance = (at[None] - at[:, None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        score = torch.bmm(self.match(F.relu(self.dependent(h))).transpose(1, 2), F.relu(self.head(h)))
        score = score + self.headness(h) + torch.gather(self.distance(h).transpose(1, 2), 2,
                                                        distance[None].expand(h.shape[0], -1, -1))
        return score.masked_fill(~mask[:, None] | torch.eye(n, dtype=torch.bool)[None], -1e4)

    def labels(self, h, heads):
        """Scores (B, relations, T) of each word's relation to heads (B, T)."""
        of_head = torch.gather(self.label_head(h), 2, heads[:, None].expand(-1, self.product, -1))
        distance = (heads - torch.arange(h.shape[2])[None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        return self.label(F.relu(self.label_dependent(h) + of_head + self.label_distance(distance).transpose(1, 2)))
