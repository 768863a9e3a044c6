#!/usr/bin/python3
"""Tests what the reader is trained on: the split of visitors' texts, their questions, and those made from SQuAD's."""
import collections
import os
import random
import sys
import tempfile
import unittest

_ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
sys.path.append(os.path.join(_ROOT, "tools/train/reader"))
import everyday  # noqa: E402
from split import is_visitor_development, is_visitor_judged  # noqa: E402
from visitors import asked  # noqa: E402

TEXT = "The pier costs 3 euros. The ferry costs 3 euros, too. Für Elise is free."
ITEM = {"id": "a-01-a", "doc": "a-01", "question": "price of the boat", "plain": "What does the ferry cost?",
        "answers": ["3 euros", "4 euros"], "evidence": "The ferry costs 3 euros, too.", "near": "When does it sail?"}


class VisitorsTest(unittest.TestCase):
    def test_no_text_is_used_twice(self):
        for doc in ("his-03", "vod-24", "vog-03", "vog-04", "wik-30", "man-06"):
            self.assertFalse(is_visitor_development(doc) and is_visitor_judged(doc), doc)
        self.assertTrue(is_visitor_judged("vog-03"))
        self.assertFalse(is_visitor_judged("vog-02"))
        self.assertFalse(is_visitor_judged("his-03"))

    def test_an_item_is_asked_in_three_ways(self):
        own, plain, near = asked(ITEM, TEXT)
        self.assertEqual(own["answers"], ["3 euros"])  # the text has no other
        self.assertEqual(own["begin"], [TEXT.index("3 euros, too")])
        self.assertEqual((plain["id"], plain["question"], plain["begin"]), ("a-01-a-p", ITEM["plain"], own["begin"]))
        self.assertEqual((near["id"], near["answers"]), ("a-01-a-n", []))

    def test_places_are_bytes(self):
        item = dict(ITEM, answers=["free"], evidence="Für Elise is free.")
        self.assertEqual(next(asked(item, TEXT))["begin"], [TEXT.encode().index(b"free")])

    def test_an_unanswerable_item_is_asked_once(self):
        self.assertEqual(len(list(asked({"id": "a", "doc": "b", "question": "c", "answers": []}, TEXT))), 1)


class EverydayTest(unittest.TestCase):
    def test_words_are_exchanged_in_their_forms(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "everyday.tsv")
            with open(path, "w", encoding="utf-8") as f:
                f.write("purchase\tbuy:3\tshop:1\thow much:3\nrepair\tmend:3\tfix up:2\n")
            said = everyday.alternatives(path, collections.Counter({"purchase": 9, "repair": 9, "repaired": 9, "mended": 30}))
        self.assertEqual(said["purchase"], [("buy", 3)])
        self.assertEqual(said["repaired"], [("mended", 3)])
        rng = random.Random(1)
        questions = {everyday.exchange("Who repaired the Repaired?", "it was repaired", said, rng)[0] for _ in range(20)}
        self.assertEqual(questions, {"Who repaired the Repaired?", "Who mended the Repaired?"})
        self.assertEqual(everyday.exchange("Who repaired it?", "it was new", said, rng), ("Who repaired it?", 0))

    def test_frames_are_exchanged(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "frames.jsonl")
            with open(path, "w", encoding="utf-8") as f:
                f.write('{"frame": "how heavy is X (mass)", "also": ["weight of X", "does X weigh more than Y"]}\n')
            frames = everyday.frames(path)
        rng = random.Random(1)
        self.assertEqual(everyday.reframe("How heavy is the bell?", frames, rng), "weight of the bell?")
        self.assertEqual(everyday.reframe("Who cast the bell?", frames, rng), "Who cast the bell?")
        self.assertEqual(everyday.reframe("How heavy is what he cast?", frames, rng), "How heavy is what he cast?")


if __name__ == "__main__":
    unittest.main()
