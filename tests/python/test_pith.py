"""The module says what the command says, field by field; and what it does with bad indexes, mistakes and threads."""

import json
import os
import pathlib
import pickle
import subprocess
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import pith

PITH = os.environ["PITH"]
EXAMPLES = pathlib.Path(os.environ["PITH_EXAMPLES"])


def command(*words):
    """The lines that the command prints, as objects."""
    done = subprocess.run([PITH, *map(str, words)], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def plain(results):
    return [result.to_dict() for result in results]


class Case(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        names = ("sample", "guide", "label", "science")
        cls.several, cls.one = cls.folder / "several.pith", cls.folder / "one.pith"
        command("compile", *(EXAMPLES / f"{name}.txt" for name in names), "-o", cls.several)
        command("compile", EXAMPLES / "sample.txt", "-o", cls.one)
        record = {"id": "a", "title": "Älpler", "text": "Ana Ruiz built the “Zoë” in 1931.", "date": "2020-01-02",
                  "url": "https://example.org", "aliases": ["Alps", "Alpine folk"], "tags": ["past"], "author": "A. B.",
                  "licence": "CC0", "image": "a.png", "meta": {"n": [1, 2]}}
        (cls.folder / "record.json").write_text(json.dumps(record))
        cls.record = cls.folder / "record.pith"
        command("compile", cls.folder / "record.json", "-o", cls.record)
        (cls.folder / "page.md").write_text("# Towers\n\nTowers are tall.\n\n## In Bern\n\nAna Ruiz built the tower.\n")
        cls.page = cls.folder / "page.pith"
        command("compile", cls.folder / "page.md", "-o", cls.page)

    def questions(self):
        for file in EXAMPLES.glob("*-questions.jsonl"):
            for line in file.read_text().splitlines():
                yield json.loads(line)["question"]


class SaysWhatTheCommandSays(Case):
    def test_questions(self):
        asked = self.folder / "asked.jsonl"
        questions = list(self.questions()) + ["", "the", "Who is the mayor of Paris?", "x" * 5000]
        self.assertGreater(len(questions), 20)
        asked.write_text("".join(json.dumps({"id": i, "question": q}) + "\n" for i, q in enumerate(questions)))
        with pith.open(self.several) as index:
            for options, flags in (({}, ()), ({"top": 3}, ("--top", "3")), ({"threshold": 0}, ("--threshold", "0"))):
                told = command("ask", self.several, "--questions", asked, *flags)
                for at, question in enumerate(questions):
                    ours = index.ask(question, **options).to_dict()
                    ours.pop("notice", None)
                    self.assertEqual({"id": at, **ours}, told[at])

    def test_everything_else(self):
        for file in (self.one, self.several, self.record):
            with pith.open(file) as index:
                self.check(file, index)

    def check(self, file, index):
        def same(ours, *words):
            self.assertEqual(plain(ours), command(*words, "--json"))

        same(index, "list", file)
        same(index.facts(), "facts", file)
        same(index.facts(all=True), "facts", file, "--all")
        same(index.facts(about="Kazakhstan"), "facts", file, "--about", "Kazakhstan")
        self.assertEqual(plain(index.timeline()), command("timeline", file, "--json"))
        same(index.entities(), "entities", file)
        same(index.suggest(), "suggest", file)
        same(index.suggest(top=3), "suggest", file, "--top", 3)
        same(index.lookup("Armenia", "prime minister"), "lookup", file, "Armenia", "prime minister")
        same(index.lookup(object="Kazakhstan"), "lookup", file, "", "--object", "Kazakhstan")
        same(index.search("the police"), "search", file, "the police")
        same(index.search("people", top=70, skip=2), "search", file, "people", "--top", 70, "--skip", 2)
        same(index.titles("alp"), "titles", file, "alp")
        inspected = command("inspect", file, "--json")[0]
        ours = index.info().to_dict()
        self.assertEqual(ours, {name: inspected[name] for name in ours})
        for article in index:
            doc = article.doc
            self.assertEqual(index[doc], article)
            self.assertEqual(index.text(doc), command("text", file, "--doc", doc, "--json")[0]["text"])
            of_doc = ("--doc", doc)
            same(index.facts(doc=doc), "facts", file, *of_doc)
            self.assertEqual(plain(index.timeline(doc=doc)), command("timeline", file, *of_doc, "--json"))
            same([index.summarize(doc=doc)], "summarize", file, *of_doc)
            same([index.summarize(doc=doc, bytes=500)], "summarize", file, *of_doc, "--bytes", 500)
            same([index.summarize(doc=doc, sentences=2, method="lead")], "summarize", file, *of_doc, "--sentences", 2,
                 "--method", "lead")
            same([index.summarize(doc=doc, query="people")], "summarize", file, *of_doc, "--query", "people")
            same(index.key_facts(doc=doc, top=5), "summarize", file, *of_doc, "--facts", 5)
        index.verify()


class Places(Case):
    def test_headings_and_anchors(self):
        with pith.open(self.page) as index:
            self.assertEqual(plain(index.search("tower")), command("search", self.page, "tower", "--json"))
            answers = index.ask("Who built the tower?").to_dict()
            self.assertEqual(answers, command("ask", self.page, "Who built the tower?", "--json")[0])
            self.assertEqual(index.search("built")[0].headings[-1], "In Bern")

    def test_characters_and_pieces(self):
        with pith.open(self.record) as index:
            answer = index.ask("Who built the Zoë?").best
            self.assertEqual(answer.text, "Ana Ruiz")
            hit = index.search("Zoë")[0]
            begin, end = index.characters(hit)
            self.assertEqual(index.text()[begin:end], hit.text)
            self.assertEqual(index.text_bytes()[hit.begin:hit.end].decode(), hit.text)
            self.assertEqual(index.highlight(answer), [("Ana Ruiz", True), (" built the “Zoë” in 1931.", False)])
            self.assertIn(("Zoë", True), index.highlight(hit, "the Zoë"))


class Mistakes(Case):
    def code(self, source, **options):
        with self.assertRaises(pith.PithError) as caught:
            pith.open(source, **options)
        return caught.exception.code

    def test_what_is_no_index(self):
        whole = self.one.read_bytes()
        self.assertEqual(self.code(b""), "NOT_PITH")
        self.assertEqual(self.code(b"GIF89a" + bytes(100)), "NOT_PITH")
        self.assertEqual(self.code(whole[:-1]), "CUT_SHORT")
        empty = self.folder / "empty.pith"
        empty.touch()
        self.assertEqual(self.code(empty), "NOT_PITH")
        with self.assertRaises(FileNotFoundError):
            pith.open(self.folder / "none.pith")

    def test_a_damaged_index_is_named_by_verify(self):
        whole = bytearray(self.one.read_bytes())
        whole[-100] ^= 0xFF
        with pith.open(whole) as index, self.assertRaises(pith.PithError) as caught:
            index.verify()
        self.assertEqual(caught.exception.code, "DAMAGED")

    def test_any_damage_is_harmless(self):
        whole = self.record.read_bytes()
        for at in range(len(whole) - 2000, len(whole), 7):
            spoiled = bytearray(whole)
            spoiled[at] ^= 0x55
            try:
                with pith.open(spoiled) as index:
                    index.ask("Who built it?")
                    plain(index.facts(all=True))
                    plain(index.entities())
                    plain(index.timeline())
            except pith.PithError:
                pass

    def test_language_apart(self):
        apart = self.folder / "apart.pith"
        command("compile", EXAMPLES / "sample.txt", "--language", "external", "-o", apart)
        self.assertEqual(self.code(apart), "NO_LANGUAGE")
        block = pathlib.Path(PITH).parent.parent / "share/pith/en-standard.lang"
        with pith.open(apart, language=block) as index:
            self.assertTrue(index.ask("How many businesses were damaged?"))
        self.assertEqual(self.code(apart, language=block.with_name("en-tiny.lang")), "WRONG_LANGUAGE")

    def test_arguments(self):
        with pith.open(self.several.read_bytes()) as index:
            self.assertIn("sample", index)
            self.assertNotIn("nobody", index)
            for call in (index.ask, index.search):
                with self.assertRaises(pith.NoSuchArticle):
                    call("Who?", doc="nobody")
                with self.assertRaises(TypeError):
                    call(5)
            with self.assertRaises(KeyError):
                index["nobody"]
            with self.assertRaises(pith.NoSuchArticle):
                index.facts(doc="nobody")
            with self.assertRaises(pith.PithError) as caught:
                index.summarize()
            self.assertEqual(caught.exception.code, "SEVERAL_ARTICLES")
            for options in ({"top": 0}, {"top": 65}, {"threshold": 1.5}):
                with self.assertRaises(ValueError):
                    index.ask("Who?", **options)
            self.assertEqual(index.ask("the").notice, "There is no word to look for.")
            self.assertEqual(index.search("the"), [])
            self.assertEqual(index.ask("\ud800 \0 police?").notice, None)

    def test_closed(self):
        index = pith.open(self.one)
        facts = index.facts()
        next(facts)
        index.close()
        index.close()
        next(facts)  # what was begun goes on
        with self.assertRaises(pith.Closed):
            index.ask("Who?")

    def test_an_error_survives_pickling(self):
        for error in (pith.NoSuchArticle("NO_SUCH_ARTICLE", "none"), pith.Closed()):
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), again.code, str(again)), (type(error), error.code, str(error)))


class Sets(Case):
    def test_several_indexes_answer_as_the_linked_one(self):
        linked, daily = self.folder / "linked.pith", self.folder / "daily.pith"
        (self.folder / "sample.txt").write_text("Ada Verne opened the Long Bridge in 2020.")
        command("compile", self.folder / "sample.txt", "-o", daily)
        command("link", self.several, daily, "--replace", "--drop", "guide", "-o", linked)
        with pith.open(self.several, also=[daily], withdrawn=["guide"]) as index, pith.open(linked) as whole:
            self.assertEqual([article.doc for article in index], [article.doc for article in whole])
            for question in [*self.questions(), "When was the Long Bridge opened?"]:
                self.assertEqual(index.ask(question, top=3), whole.ask(question, top=3))
                self.assertEqual(index.search(question), whole.search(question))
            self.assertEqual(index.titles("s"), whole.titles("s"))
            self.assertNotIn("guide", index)
            index.verify()

    def test_what_a_set_refuses(self):
        with self.assertRaises(pith.PithError) as caught:
            pith.open(self.one, withdrawn=["sample"])
        self.assertEqual(caught.exception.code, "NO_SUCH_ARTICLE")
        with self.assertRaises(pith.PithError) as caught:
            pith.open(self.one, also=[self.one] * 8)
        self.assertEqual(caught.exception.code, "INVALID_ARGUMENT")


class Threads(Case):
    def test_many_share_an_index(self):
        questions = list(self.questions())
        with pith.open(self.several) as index:
            alone = [index.ask(question, top=3) for question in questions]
            with ThreadPoolExecutor(8) as pool:
                for _ in range(4):
                    self.assertEqual(list(pool.map(lambda q: index.ask(q, top=3), questions)), alone)

    def test_closing_meanwhile(self):
        for _ in range(10):
            index, begun, ends = pith.open(self.one), threading.Barrier(3), []

            def ask():
                begun.wait()
                try:
                    while True:
                        index.ask("How many businesses were damaged?")
                except pith.Closed:
                    ends.append(True)

            threads = [threading.Thread(target=ask) for _ in range(2)]
            for thread in threads:
                thread.start()
            begun.wait()
            index.ask("How many people were injured?")
            index.close()
            for thread in threads:
                thread.join()
            self.assertEqual(ends, [True, True])


class Versions(unittest.TestCase):
    def test_the_library_is_the_header_s(self):
        header = (EXAMPLES.parent / "include/pith/pith.h").read_text()
        self.assertIn(f'#define PITH_VERSION "{pith.__version__}"', header)


if __name__ == "__main__":
    unittest.main()
