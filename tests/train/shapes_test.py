#!/usr/bin/python3
"""Holds what the trainers repeat in Python to the C++ code, by the shapes.json of the build that BUILD names."""
import os
import sys
import unittest

_TRAIN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/train")
sys.path += [os.path.join(_TRAIN, folder) for folder in ("common", "reader", "words")]
import hashes  # noqa: E402
from shapes import SHAPES  # noqa: E402
from split import is_development, is_visitor_development  # noqa: E402


class ShapesTest(unittest.TestCase):
    def test_hashes(self):
        for example in SHAPES["hashes"]:
            data = example["text"].encode()
            self.assertEqual(hashes.hash_word(data), example["word"], example["text"])
            self.assertEqual(hashes.hash_bytes(data), example["bytes"], example["text"])
            self.assertEqual(hashes.mix(example["bytes"], 7), example["mix"], example["text"])

    def test_split(self):
        for example in SHAPES["hashes"]:
            self.assertEqual(is_development(example["text"]), example["development"], example["text"])

    def test_split_of_visitors_questions(self):
        for doc in ("his-24", "vod-03", "vog-01", "vog-04", "vog-22-b"):
            self.assertTrue(is_visitor_development(doc), doc)
        for doc in ("vis-01", "vog-02", "vog-03", "vog-23", "wik-01"):
            self.assertFalse(is_visitor_development(doc), doc)

    def test_noun_classes(self):
        import classes  # refuses names that NounClass lacks

        self.assertIn("person", classes.BY_LEXNAME.values())

    def test_lists_have_no_name_twice(self):
        lists = [SHAPES["relations"], SHAPES["noun_classes"], SHAPES["reader"]["layers"], SHAPES["rank"]["features"],
                 SHAPES["rank"]["text"], SHAPES["gum_dev"] + SHAPES["gum_test"]]
        for names in lists:
            self.assertEqual(len(names), len(set(names)), names)
            self.assertNotIn("", names)


if __name__ == "__main__":
    unittest.main()
