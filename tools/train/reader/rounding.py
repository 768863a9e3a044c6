"""A reader as export.py rounds it for the engine, in floating point."""
import struct

import numpy as np
import torch

from export import ONE, table_shift
from network import VECTOR


def round_weights(model):
    """Rounds weights to 127 steps an output, and tables to theirs."""
    with torch.no_grad():
        for name, p in model.named_parameters():
            if p.dim() < 2 or name.startswith(("frequent", "project")) or name.endswith(".own"):
                continue
            if name.startswith("tables.") or name.startswith("kind."):
                step = 2.0 ** table_shift(p.numpy()) / ONE
            else:
                step = p.abs().flatten(1).amax(1).clamp(min=1e-9).view([-1] + [1] * (p.dim() - 1)) / 127
            p.copy_(torch.round(p / step) * step)


def section_of(blob, name):
    """That section of a file of models (tools/compiler/models/model_file.h); the blob itself if it is no such file."""
    if blob[:8] != b"PITHMODL":
        return blob
    for i in range(struct.unpack_from("<I", blob, 12)[0]):
        found, at, size = struct.unpack_from("<16sQQ", blob, 32 + 32 * i)
        if found.rstrip(b"\0") == name:
            return blob[at : at + size]
    raise KeyError(name)


def use_vectors_of(model, hashes, path):
    """Gives the model the word vectors of the file `path`, which export.py wrote, or those of a file of models; they learn
    no more."""
    blob = section_of(open(path, "rb").read(), b"reader.words")
    count, at = struct.unpack_from("<I", blob)[0], 8 + VECTOR // 2 * 256 * 2
    book = np.frombuffer(blob, "i1", VECTOR // 2 * 256 * 2, 8).reshape(VECTOR // 2, 256, 2)
    known = np.frombuffer(blob, "<u4", count, at)
    codes = np.frombuffer(blob, "u1", count * VECTOR // 2, at + 4 * count).reshape(count, VECTOR // 2)
    place = np.minimum(np.searchsorted(known, hashes), count - 1)
    found = known[place] == hashes
    vectors = np.zeros((len(hashes) + 1, VECTOR), np.float32)
    vectors[1:][found] = book[np.arange(VECTOR // 2)[None], codes[place[found]]].reshape(-1, VECTOR) / 256.0
    table = torch.from_numpy(vectors)
    model.oov = torch.from_numpy(np.append(1.0, ~found).astype(np.float32))
    model.often = torch.zeros_like(model.often)
    model.word_vectors = lambda word: table[word]
