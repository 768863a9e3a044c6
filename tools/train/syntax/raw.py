"""Gathers raw text for label.py: DATA's openly licensed articles, none of them held back from training.

  raw.py DATA OUT.jsonl

SQuAD's training paragraphs (CC BY-SA), visitors' texts (ours), tales and documentation (Apache-2.0), country reports
(public domain), paragraphs of QED (CC BY-SA) and SelQA (Apache-2.0). Deterministic."""
import glob
import json
import random
import sys

MOST = 6000  # bytes of a document
SETS = (('squad/train-docs.jsonl', 9000), ('visitor/*-docs.jsonl', 1000), ('text/*.jsonl', 400),
        ('more-questions/fairytale-docs.jsonl', 1500), ('more-questions/qed-docs.jsonl', 1500),
        ('more-questions/selqa-docs.jsonl', 1500))


def main():
    data, out = sys.argv[1:]
    shuffle = random.Random(5).shuffle
    count = 0
    with open(out, 'w', encoding='utf-8') as f:
        for pattern, most in SETS:
            for path in sorted(glob.glob(f'{data}/{pattern}')):
                with open(path, encoding='utf-8') as lines: docs = [json.loads(line) for line in lines]
                shuffle(docs)
                for doc in docs[:most]:
                    f.write(json.dumps({'id': f'raw-{count}', 'text': doc['text'][:MOST]}) + '\n')
                    count += 1


if __name__ == '__main__':
    main()
