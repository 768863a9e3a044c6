"""Writes a trained network as sections of the model file (tools/compiler/models/syntax_network.h, syntax_model.h)."""
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

from features import SYNTAX, TABLES, hash_bytes

UNIT = 1 << SYNTAX['activation_bits']  # an activation of 1.0
FACTOR = 1 << SYNTAX['factor_bits']    # a factor of 1.0
ROW_BITS = SYNTAX['row_bits']          # of a slot of 32 bits; the others are the mark
MARK_BITS = 32 - ROW_BITS


def aligned(data): return data + b'\0' * (-len(data) % 4)


def layer(weight, bias, dilation=1, units=None):
    """weight: (out, in, taps); units: what 1 stands for in each input, 1/UNIT unless given."""
    w = weight.detach().double().numpy()
    if units is not None: w = w * (np.asarray(units) * UNIT)[None, :, None]
    w = w.transpose(0, 2, 1)
    step = np.maximum(np.abs(w).max((1, 2)), 1e-9) / 127
    q = np.clip(np.rint(w / step[:, None, None]), -127, 127).astype(np.int8)
    out = struct.pack('<4I', w.shape[2], w.shape[0], w.shape[1], dilation)
    out += np.rint(step * FACTOR).astype('<i4').tobytes()
    out += np.rint(bias.detach().double().numpy() * UNIT).astype('<i4').tobytes()
    return aligned(out + q.tobytes())


def table(values, units, shift=0):
    """values: (rows, columns), stored in steps of units."""
    q = np.clip(np.rint(values / units), -127, 127).astype(np.int8)
    return aligned(struct.pack('<3I', *q.shape, shift) + q.tobytes())


def column_units(values): return np.maximum(np.abs(values).max(0), 1e-6) / 127


def word_section(words, values):
    """values: int8, a row a word. Slots by the top bits of the word's hash, then its low bits as a mark."""
    bits = max(1, int(np.ceil(np.log2(len(words) * 2))))
    slots = np.zeros(1 << bits, np.uint32)
    for row, word in enumerate(words):
        h = hash_bytes(word.encode())
        at = h >> (64 - bits)
        while slots[at]: at = (at + 1) & ((1 << bits) - 1)
        slots[at] = (h & ((1 << MARK_BITS) - 1)) << ROW_BITS | (row + 1)
    return aligned(struct.pack('<3I', len(words), values.shape[1], bits) + slots.astype('<u4').tobytes() +
                   values.tobytes())


def write_sections(net, encoder, words, sample, out):
    """sample: batches by which the ranges of activations are chosen."""
    net.eval()
    numbers = dict(encoder.known)
    union = list(words) + [w for w in encoder.frequent if w not in numbers]
    with torch.no_grad():
        rows = torch.tensor([numbers.get(w, 0) for w in union])
        vectors = net.project(net.vectors[rows].t()[None])[0].t()
        vectors = vectors + net.frequent(torch.tensor([encoder.frequent.get(w, 0) for w in union]))
    vectors = vectors.numpy()
    # A word that stands for the outside would be all zero; so is what is unknown.
    word_units = column_units(vectors)
    values = np.clip(np.rint(vectors / word_units), -127, 127).astype(np.int8)
    tables = [t.weight.detach().numpy() for t in net.tables]
    table_units = [column_units(t) for t in tables]
    units = np.concatenate([word_units, [1 / 127] * 3] + table_units)
    layers = [layer(net.input.weight, net.input.bias, units=units)]
    layers += [layer(b.weight, b.bias, dilation=b.dilation[0]) for b in net.blocks]
    # Factors of a product are kept within +-8: what the one loses the other gains.
    with torch.no_grad():
        most = 0.0
        for x in sample:
            h = net.encode(x)
            real = x['mask'][:, None]
            most = max(most, float((F.relu(net.head(h)) * real).max()))
    scale = 6.0 / most
    heads = [net.tag, net.dependent, net.head, net.headness, net.distance, net.label_dependent, net.label_head, net.name]
    weight = [m.weight for m in heads]
    bias = [m.bias for m in heads]
    weight[2], bias[2] = weight[2] * scale, bias[2] * scale
    layers.append(layer(torch.cat(weight), torch.cat(bias)))
    layers.append(layer(net.match.weight / scale, net.match.bias / scale))
    layers.append(layer(net.label.weight, net.label.bias))
    distance = net.label_distance.weight.detach().numpy()
    shift = max(0, int(np.ceil(np.log2(np.abs(distance).max() * UNIT / 127))))
    sections = {
        'words': word_section(union, values),
        'tags': ''.join(t + '\n' for t in encoder.tags).encode(),
        'syntax.tables': struct.pack('<I', len(tables) + 1) + b''.join(
            [table(t, u) for t, u in zip(tables, table_units)] + [table(distance, 2.0 ** shift / UNIT, shift)]),
        'syntax.net': struct.pack('<I', len(layers)) + b''.join(layers),
    }
    for name, data in sections.items():
        with open(os.path.join(out, name), 'wb') as f: f.write(data)
        print(f'{name}: {len(data)} bytes')
