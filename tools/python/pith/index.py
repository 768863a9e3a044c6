"""An open index."""

from __future__ import annotations

import ctypes
import threading
from ctypes import byref, c_uint32
from typing import Any, Callable, Iterable, Iterator, List, Optional, Tuple, Type, TypeVar, Union

from . import calls, convert, errors, results, structs
from .library import lib
from .opened import Opened, Source

_Raw = TypeVar("_Raw", bound=ctypes.Structure)
_Result = TypeVar("_Result")

_SIDE_BY_SIDE = 3  # answers that are shown together where sources differ
_NEAR = 3


class Index:
    """An index of articles, open for questions. Any number of threads may share one.

    `doc` is everywhere the id of an article: only that one, exactly as if it were alone. An unknown id raises
    NoSuchArticle. Without it, calls read all articles; summarize, key_facts and text need it where there are several.
    """

    def __init__(self, source: Source, language: Optional[Source] = None, also: Iterable[Source] = (),
                 withdrawn: Iterable[str] = ()) -> None:
        """See pith.open."""
        self._open: Optional[Opened] = Opened((source, *also), language, tuple(withdrawn))
        self._thread = threading.local()

    def close(self) -> None:
        """Lets the file go once calls in other threads have returned; later calls raise Closed."""
        self._open = None

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of articles."""
        return self._alive().articles

    def __iter__(self) -> Iterator[results.Article]:
        """The articles, in the order of the index."""
        opened = self._alive()
        for number in range(opened.articles):
            yield self._article(opened, number)

    def __contains__(self, doc: object) -> bool:
        """Whether the index holds the article of this id."""
        return isinstance(doc, str) and self._number(self._alive(), doc) is not None

    def __getitem__(self, doc: str) -> results.Article:
        """The article of this id."""
        opened = self._alive()
        return self._article(opened, self._find(opened, doc))

    # ==== Asking and searching ====

    def ask(self, question: str, *, doc: Optional[str] = None, top: int = 1,
            threshold: Optional[float] = None) -> results.Answers:
        """Answers a question with up to `top` answers, at most 64.

        Answers of less confidence than `threshold` (0 to 1; the index's own unless said) are left out; with 0 there is
        always the best guess.
        """
        opened = self._alive()
        article, words = self._find(opened, doc), calls.encode(question)
        least = -1 if threshold is None else calls.tenthousandths(threshold)
        status, raw = calls.fill(structs.Answer, max(calls.checked_top(top), _SIDE_BY_SIDE), lambda out: lib.pith_ask(
            byref(opened.index), article, words, len(words), least, self._work(opened), opened.work_size, *out))
        if status in calls.NOTHING:
            return results.Answers((), notice=str(errors.of_status(status)))
        calls.check_partial(status)
        answers = [convert.answer(opened, one) for one in raw]
        if not answers:
            return results.Answers((), near=self._near(opened, article, words))
        # Where sources differ, one answer alone would hide it.
        differs = answers[0].differs
        while differs and top < len(answers) and answers[top].differs:
            top += 1
        return results.Answers(tuple(answers[:top]), differs)

    def _near(self, opened: Opened, article: int, words: bytes) -> Tuple[results.Hit, ...]:
        status, raw = calls.fill(structs.Hit, _NEAR, lambda out: lib.pith_near(
            byref(opened.index), article, words, len(words), self._work(opened), opened.work_size, *out))
        calls.check_partial(status)
        return tuple(convert.hit(opened, one) for one in raw)

    def search(self, words: str, *, doc: Optional[str] = None, top: int = 10, skip: int = 0) -> List[results.Hit]:
        """Sentences, the best first. Inflected, related and misspelled words match too."""
        opened = self._alive()
        article, wanted = self._find(opened, doc), calls.encode(words)
        return calls.pages(structs.Hit, top, skip, lambda start, out: lib.pith_search(
            byref(opened.index), article, wanted, len(wanted), self._work(opened), opened.work_size, start, *out),
            lambda raw: convert.hit(opened, raw))

    def titles(self, prefix: str, *, top: int = 10) -> List[results.Title]:
        """Up to `top` articles, at most 64, as one types their title; a slip is forgiven."""
        opened, wanted = self._alive(), calls.encode(prefix)
        status, raw = calls.fill(structs.Title, calls.checked_top(top), lambda out: lib.pith_find_titles(
            byref(opened.index), wanted, len(wanted), *out))
        errors.check(status)
        return [convert.title(opened.known, one) for one in raw]

    def highlight(self, place: Union[results.Place, results.Answer],
                  words: Optional[str] = None) -> List[Tuple[str, bool]]:
        """The sentence of a result in pieces, with whether each is marked: the result itself, or the words given."""
        opened = self._alive()
        article = self._find(opened, place.doc)
        if place.sentence is None or place.begin is None or place.end is None:
            return [(place.text, True)] if isinstance(place, results.Answer) else []
        sentence = structs.Sentence()
        errors.check(lib.pith_get_sentence(byref(opened.index), article, place.sentence, byref(sentence)))
        ranges = [(place.begin, place.end)]
        if words is not None:
            wanted = calls.encode(words)
            ranges = calls.pages(structs.Range, sentence.end - sentence.begin, 0, lambda start, out: lib.pith_highlight(
                byref(opened.index), article, place.sentence, wanted, len(wanted), self._work(opened),
                opened.work_size, start, *out), lambda raw: (raw.begin, raw.end))
        return calls.pieces(bytes(sentence.text), ranges, sentence.begin)

    # ==== Facts ====

    def lookup(self, subject: str = "", relation: str = "", object: str = "", *,
               doc: Optional[str] = None) -> List[results.Fact]:
        """The facts with this subject, relation and object, the most important first. Each may be left out, but not
        both the subject and the object."""
        opened = self._alive()
        article, parts = self._find(opened, doc), [calls.encode(part) for part in (subject, relation, object)]
        pattern = structs.Pattern(*((ctypes.cast(ctypes.c_char_p(part), ctypes.c_void_p).value, len(part))
                                    for part in parts))
        return calls.pages(structs.Fact, None, 0, lambda start, out: lib.pith_lookup(
            byref(opened.index), article, pattern, start, *out), lambda raw: convert.fact(opened.known, raw))

    def facts(self, *, doc: Optional[str] = None, about: Optional[str] = None,
              all: bool = False) -> Iterator[results.Fact]:
        """What the articles state, in reading order; with `about` only of that name. With `all` also facts that may be
        misread."""
        wanted = (lambda fact: True) if about is None else self._about(doc, about)
        facts = self._each(doc, "facts", structs.Fact, lib.pith_get_fact, convert.fact)
        return (fact for fact in facts if (all or fact.confidence >= structs.SHOWN_CONFIDENCE / 10000) and wanted(fact))

    def _about(self, doc: Optional[str], name: str) -> Callable[[results.Fact], bool]:
        found = {fact.fact for fact in self.lookup(name, doc=doc) + self.lookup(object=name, doc=doc)}
        word = name.lower()
        return lambda fact: fact.fact in found or word in fact.subject.lower() or word in fact.object.lower()

    def key_facts(self, *, doc: Optional[str] = None, top: int = 10) -> List[results.Fact]:
        """The facts of an article that matter most."""
        opened = self._alive()
        article = self._find_one(opened, doc)
        return calls.pages(structs.Fact, top, 0, lambda start, out: lib.pith_key_facts(
            byref(opened.index), article, start, *out), lambda raw: convert.fact(opened.known, raw))

    # ==== Events, entities, suggestions ====

    def timeline(self, *, doc: Optional[str] = None) -> List[results.Event]:
        """Dated events in order."""
        events = self._each(doc, "events", structs.Event, lib.pith_get_event, convert.event)
        if doc is not None or len(self) == 1:
            return list(events)  # an article's are in order already
        return sorted(events, key=lambda event: convert.date_order(event.date))

    def entities(self, *, doc: Optional[str] = None) -> Iterator[results.Entity]:
        """People, organizations and places with where the articles speak of them, the most mentioned first."""
        opened = self._alive()

        def entity(known: convert.Known, raw: structs.Entity) -> results.Entity:
            aliases = calls.numbered(structs.Text, raw.aliases, lambda at, out: lib.pith_get_alias(
                byref(opened.index), byref(raw), at, out))
            mentions = calls.numbered(structs.Mention, raw.mentions, lambda at, out: lib.pith_get_mention(
                byref(opened.index), byref(raw), at, out))
            return convert.entity(known, raw, tuple(map(str, aliases)), mentions)

        return self._each(doc, "entities", structs.Entity, lib.pith_get_entity, entity)

    def suggest(self, *, doc: Optional[str] = None, top: int = 10) -> List[results.Suggestion]:
        """Questions that the index answers well: the best of each article, then their second best, and so on."""
        opened = self._alive()
        counts = [(number, opened.article(number).suggestions) for number in self._numbers(opened, doc)]
        found: List[results.Suggestion] = []
        for at in range(max((count for _, count in counts), default=0)):
            for number in (number for number, count in counts if at < count):
                if len(found) == top:
                    return found
                raw = structs.Suggestion()
                if lib.pith_get_suggestion(byref(opened.index), number, at, byref(raw)) == errors.OK:
                    found.append(convert.suggestion(opened.known, raw))
        return found

    # ==== Summaries and the articles themselves ====

    def summarize(self, *, doc: Optional[str] = None, sentences: Optional[int] = None, bytes: Optional[int] = None,
                  query: str = "", method: str = "rank") -> results.Summary:
        """Sums an article up in its own sentences: so many of them (3 unless said) or so many bytes at most.

        `query` says what the summary should be about. `method` is "rank", what matters most, or "lead", what comes
        first.
        """
        opened = self._alive()
        article = self._find_one(opened, doc)
        if method not in ("rank", "lead"):
            raise ValueError(f'method is "rank" or "lead", not {method!r}')
        limit = sentences or (0 if bytes else 3)
        budget = structs.Budget(limit, bytes or 0, ("rank", "lead").index(method))
        record = opened.article(article)
        capacity = min(limit, record.sentences) if limit else record.sentences

        def summary(words: Any) -> Tuple[int, List[structs.Sentence]]:
            return calls.fill(structs.Sentence, capacity, lambda out: lib.pith_summarize(
                byref(opened.index), article, budget, words, len(words), self._work(opened), opened.work_size, *out))

        status, raw = summary(calls.encode(query))
        if status in calls.NOTHING:
            status, raw = summary(b"")
        calls.check_partial(status)
        chosen = tuple(map(convert.sentence, raw))
        return results.Summary(str(record.id), chosen, " ".join(sentence.text for sentence in chosen))

    def text(self, doc: Optional[str] = None) -> str:
        """An article's stored text."""
        return self.text_bytes(doc).decode("utf-8", "replace")

    def text_bytes(self, doc: Optional[str] = None) -> bytes:
        """The same in UTF-8, of which `begin` and `end` of results count the bytes."""
        opened = self._alive()
        return bytes(opened.article(self._find_one(opened, doc)).text)

    def characters(self, place: Union[results.Place, results.Answer]) -> Tuple[int, int]:
        """Where a result begins and ends in the str that text() gives."""
        text = self.text_bytes(place.doc)
        begin = len(text[:place.begin].decode("utf-8", "replace"))
        return begin, begin + len(text[place.begin:place.end].decode("utf-8", "replace"))

    def info(self) -> results.Info:
        """Figures about the whole index."""
        opened, out = self._alive(), structs.Info()
        errors.check(lib.pith_get_info(byref(opened.index), byref(out)))
        return convert.info(out, calls.numbered(structs.Section, out.sections, lambda at, section: lib.pith_get_section(
            byref(opened.index), at, section)))

    def verify(self) -> None:
        """Checks all of the index, in time that grows with its size; raises PithError where it is damaged."""
        opened, fault = self._alive(), structs.Fault()
        for member in opened.members:
            status = lib.pith_verify(byref(member), byref(fault))
            message = (fault.message or b"").decode("utf-8", "replace")
            section = fault.section.decode("ascii", "replace") or "header"
            errors.check(status, f"{section}, byte {fault.offset}: {message}" if message else None)

    # ==== What the calls share ====

    def _alive(self) -> Opened:
        opened = self._open
        if opened is None:
            raise errors.Closed()
        return opened

    def _work(self, opened: Opened) -> Any:
        """A work space of this thread's own."""
        work = getattr(self._thread, "work", None)
        if work is None:
            work = self._thread.work = (ctypes.c_uint64 * (opened.work_size // 8 + 1))()
        return work

    @staticmethod
    def _number(opened: Opened, doc: str) -> Optional[int]:
        number, key = c_uint32(), calls.encode(doc)
        status = lib.pith_find_article(byref(opened.index), key, len(key), byref(number))
        return number.value if status == errors.OK else None

    def _find(self, opened: Opened, doc: Optional[str]) -> int:
        if doc is None:
            return structs.ALL_ARTICLES
        number = self._number(opened, doc)
        if number is None:
            raise errors.NoSuchArticle("NO_SUCH_ARTICLE", f"There is no article {doc!r} in this index.")
        return number

    def _find_one(self, opened: Opened, doc: Optional[str]) -> int:
        if doc is None and opened.articles > 1:
            raise errors.PithError("SEVERAL_ARTICLES", "This index holds several articles: say which one with `doc`.")
        return 0 if doc is None else self._find(opened, doc)

    def _numbers(self, opened: Opened, doc: Optional[str]) -> range:
        article = self._find(opened, doc)
        return range(opened.articles) if doc is None else range(article, article + 1)

    @staticmethod
    def _article(opened: Opened, number: int) -> results.Article:
        raw = opened.article(number)
        aliases, tags = (calls.numbered(structs.Text, count, lambda at, out: call(byref(opened.index), number, at, out))
                         for count, call in ((raw.aliases, lib.pith_get_article_alias), (raw.tags, lib.pith_get_tag)))
        return convert.article(raw, tuple(map(str, aliases)), tuple(map(str, tags)))

    def _each(self, doc: Optional[str], counted: str, kind: Type[_Raw], call: Callable[..., Any],
              result: Callable[[convert.Known, Any], _Result]) -> Iterator[_Result]:
        """Each thing of one kind in the articles; what a damaged index does not give is left out."""
        opened = self._alive()

        def generate() -> Iterator[_Result]:
            for number in self._numbers(opened, doc):
                for at in range(getattr(opened.article(number), counted)):
                    raw = kind()
                    if call(byref(opened.index), number, at, byref(raw)) == errors.OK:
                        yield result(opened.known, raw)

        self._find(opened, doc)  # so that an unknown id is told at once
        return generate()
