"""What the calls give: frozen dataclasses with the fields that `pith ... --json` prints.

Offsets are bytes of the article's text in UTF-8, the end exclusive; Index.characters() turns them into those of a str.
Sentences count from 1. Confidences and importances are from 0 to 1. A field that there is nothing to say in is None,
False or ().
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple, Union, overload


class Result:
    """What all results have."""

    def to_dict(self) -> Dict[str, Any]:
        """The result as `pith ... --json` prints it: without the fields that there is nothing to say in."""
        out = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if field.default is dataclasses.MISSING or value != field.default:
                out[field.name] = _plain(value)
        return out


def _plain(value: Any) -> Any:
    if isinstance(value, Result):
        return value.to_dict()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


@dataclass(frozen=True)
class Value(Result):
    """What a phrase means: a number, which may be a range up to `to`, a date (EDTF) or a duration (ISO 8601)."""

    number: Union[int, float, None] = None
    to: Union[int, float, None] = None
    unit: Optional[str] = None
    date: Optional[str] = None
    duration: Optional[str] = None
    #: "about", "at least", "more than", "at most", "less than", "up to" or "vague"
    hedge: Optional[str] = None


@dataclass(frozen=True)
class Place(Result):
    """A place in an article."""

    doc: str
    sentence: int
    begin: int
    end: int


@dataclass(frozen=True)
class Answer(Result):
    """An answer with the sentence that proves it. One from an editor may lack its place and evidence."""

    text: str
    doc: str
    confidence: float
    source: str  #: "text" or "editor"
    title: Optional[str] = None
    url: Optional[str] = None
    sentence: Optional[int] = None
    begin: Optional[int] = None
    end: Optional[int] = None
    evidence: Optional[str] = None
    polarity: Optional[str] = None  #: "yes" or "no", only beyond doubt
    value: Optional[Value] = None
    resolved: Optional[str] = None  #: the full name behind "he" or "Mr Smith"
    attribution: Optional[str] = None  #: who says so; None: the article itself
    negated: bool = False
    modality: Optional[str] = None  #: "planned", "possible", "claimed", "denied", "failed" or "obligatory"
    context: Tuple[int, ...] = ()  #: sentences that say who "she" or "the boat" is
    sources: Tuple[Place, ...] = ()  #: where other articles say the same
    differs: bool = False  #: another article gives another answer, which stands next to this one
    headings: Tuple[str, ...] = ()  #: those it stands under in a page or book, the outermost first
    anchor: Optional[str] = None  #: the id in the page or book that leads there


@dataclass(frozen=True)
class Hit(Place):
    """A sentence that a search found. Scores compare within one call."""

    text: str
    score: int
    headings: Tuple[str, ...] = ()
    anchor: Optional[str] = None


@dataclass(frozen=True)
class Answers(Result):
    """The answers to a question, the best first: a sequence, empty where the index does not hold the answer."""

    answers: Tuple[Answer, ...]
    differs: bool = False  #: articles contradict one another
    near: Tuple[Hit, ...] = ()  #: where there is no answer: the sentences nearest to the question, which are none
    notice: Optional[str] = None  #: why nothing could be looked for

    @property
    def best(self) -> Optional[Answer]:
        """The first answer, or None."""
        return self.answers[0] if self.answers else None

    def __len__(self) -> int:
        return len(self.answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    @overload
    def __getitem__(self, at: int) -> Answer: ...

    @overload
    def __getitem__(self, at: slice) -> Tuple[Answer, ...]: ...

    def __getitem__(self, at: Union[int, slice]) -> Union[Answer, Tuple[Answer, ...]]:
        return self.answers[at]


@dataclass(frozen=True)
class Title(Result):
    """An article found by how its title or, if there is one, that alias begins."""

    doc: str
    title: Optional[str] = None
    alias: Optional[str] = None


@dataclass(frozen=True)
class Fact(Place):
    """Something that a sentence states."""

    fact: str  #: a stable id
    subject: str
    relation: str
    object: str
    confidence: float
    importance: float
    source: str
    value: Optional[Value] = None
    when: Optional[Value] = None
    where: Optional[str] = None
    attribution: Optional[str] = None
    negated: bool = False
    modality: Optional[str] = None


@dataclass(frozen=True)
class Event(Place):
    """A dated event; the date is in EDTF."""

    date: str
    text: str
    told: Optional[str] = None  #: the text with what "she" or "it" means in its place, where it needs that
    negated: bool = False
    modality: Optional[str] = None


@dataclass(frozen=True)
class Entity(Result):
    """Somebody or something with a name; its type is "person", "organization", "place" or "other"."""

    name: str
    type: str
    aliases: Tuple[str, ...]
    mentions: Tuple[Place, ...]


@dataclass(frozen=True)
class Suggestion(Place):
    """A question that the index answers well."""

    question: str
    answer: str


@dataclass(frozen=True)
class Sentence(Result):
    """A sentence of a summary, with the full name of the "he" that it begins with."""

    sentence: int
    begin: int
    end: int
    text: str
    resolved: Optional[str] = None


@dataclass(frozen=True)
class Summary(Result):
    """Sentences in reading order; `text` joins them by single spaces."""

    doc: str
    sentences: Tuple[Sentence, ...]
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Article(Result):
    """An article as it was compiled."""

    doc: str
    sentences: int
    bytes: int
    title: Optional[str] = None
    date: Optional[str] = None
    url: Optional[str] = None
    aliases: Tuple[str, ...] = ()
    tags: Tuple[str, ...] = ()
    author: Optional[str] = None
    licence: Optional[str] = None
    image: Optional[str] = None
    meta: Optional[Mapping[str, Any]] = None


@dataclass(frozen=True)
class Section(Result):
    """A section of the file."""

    name: str
    bytes: int


@dataclass(frozen=True)
class Info(Result):
    """Figures about a whole index; answers of less confidence than `threshold` are left out unless a call says so."""

    version: str
    language: str
    profile: str
    articles: int
    sentences: int
    words: int
    facts: int
    bytes: int
    threshold: float
    sections: Tuple[Section, ...]
