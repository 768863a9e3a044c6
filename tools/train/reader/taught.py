#!/usr/bin/python3
"""What a teacher thinks of questions, kept in a file so that a student can learn from it in many rounds:

  taught.py DATA VECTORS.json FOLDER TEACHER OUT [--batches 700] [--with READER.pt WORDS --share 0.4]

FOLDER and TEACHER: train.py's --pretrained and its OUT. READER.pt is a reader with the word vectors of WORDS, which takes
part: of the mean of the log-probabilities its share is 0.4. Draws batches of the mix "teacher" and writes, for each, its
set, its items (data.batch's) and the TOP likeliest of the scores with their probabilities. OUT is written every 25 batches
and goes on from there.
"""
import argparse
import os
import sys

parser = argparse.ArgumentParser()
for name in ("data", "vectors", "folder", "teacher", "out"):
    parser.add_argument(name)
parser.add_argument("--batches", type=int, default=700)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--with", nargs=2, dest="beside")
parser.add_argument("--share", type=float, default=0.4)
parser.add_argument("--threads", type=int, default=1)
args = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(args.threads)  # read when numpy is imported
import numpy as np  # noqa: E402
import torch  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402
from draw import MIXES, Draw  # noqa: E402
from network import Reader, scores_of  # noqa: E402
from pretrained import Pretrained, pieces_of_words  # noqa: E402
from rounding import round_weights, use_vectors_of  # noqa: E402

TOP = 24
torch.set_num_threads(args.threads)


def main():
    sets, vocabulary = data.load(args.data, args.vectors)
    model = Pretrained(args.folder, pieces_of_words(args.folder, args.data, data.SETS, vocabulary))
    model.load_state_dict(torch.load(args.teacher + "/reader.pt"))
    model.eval()
    beside = None
    if args.beside:
        beside = Reader(vocabulary.vectors, vocabulary.often, vocabulary.oov)
        use_vectors_of(beside, vocabulary.hashes, args.beside[1])
        beside.load_state_dict(torch.load(args.beside[0]))
        round_weights(beside)
        beside.eval()
    done = torch.load(args.out) if os.path.exists(args.out) else []
    source = iter(Draw(sets, MIXES["teacher"], args.batch, np.random.RandomState(7 + len(done)), 0))
    while len(done) < args.batches:
        b = next(source)
        with torch.no_grad():
            p = scores_of(model, b).log_softmax(-1)
            if beside is not None:
                p = (1 - args.share) * p + args.share * scores_of(beside, b).log_softmax(-1)
            p = p.softmax(-1)
        top, at = p.topk(min(TOP, p.shape[1]), -1)
        done.append({"set": b["set"], "items": b["items"], "at": at.int(), "p": top.half(),
                     "width": p.shape[1] - 1})
        if len(done) % 25 == 0 or len(done) == args.batches:
            torch.save(done, args.out + ".new")
            os.replace(args.out + ".new", args.out)
            print("batches", len(done), flush=True)


if __name__ == "__main__":
    main()
