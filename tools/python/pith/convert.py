"""From the structs of pith.h to results."""

from __future__ import annotations

import json
import re
from typing import Any, Callable, Optional, Sequence, Tuple, Union

from . import results, structs
from .opened import Opened

_HEDGES = (None, "about", "at least", "more than", "at most", "less than", "up to", "vague")
_MODALITIES = (None, "planned", "possible", "claimed", "denied", "failed", "obligatory")
_POLARITIES = (None, "yes", "no")
_TYPES = ("other", "person", "organization", "place", "other")
_NUMBER, _DATE, _DURATION = 1, 2, 3

# The id, title and URL of the article of a number.
Known = Callable[[int], Tuple[str, Optional[str], Optional[str]]]


def _name(names: Sequence[Any], number: int) -> Any:
    return names[number] if number < len(names) else names[0]


def _maybe(text: structs.Text) -> Optional[str]:
    return str(text) or None


def _source(number: int) -> str:
    return "editor" if number == 1 else "text"


def _number(mantissa: int, scale: int) -> Union[int, float]:
    # Through text, so that a fraction is the nearest to the decimal.
    return float(f"{mantissa}e-{scale}") if scale else mantissa


def value(raw: structs.Value) -> Optional[results.Value]:
    hedge = _name(_HEDGES, raw.hedge)
    if raw.kind == _DATE:
        return results.Value(date=str(raw.iso), hedge=hedge)
    if raw.kind == _DURATION:
        return results.Value(duration=str(raw.iso), hedge=hedge)
    if raw.kind != _NUMBER:
        return None
    to = _number(raw.to, raw.scale) if raw.ranged else None
    return results.Value(_number(raw.mantissa, raw.scale), to, _maybe(raw.unit), hedge=hedge)


def place(known: Known, raw: Any, article: Optional[int] = None) -> results.Place:
    doc = known(raw.article if article is None else article)[0]
    return results.Place(doc, raw.sentence, raw.begin, raw.end)


def answer(opened: Opened, raw: structs.Answer) -> results.Answer:
    known = opened.known
    doc, title, url = known(raw.article)
    proven = raw.evidence.size > 0
    headings, anchor = opened.origin(raw.article, raw.sentence) if proven else ((), None)
    return results.Answer(
        str(raw.text), doc, raw.confidence / 10000, _source(raw.source), title, url,
        raw.sentence if proven else None, raw.begin if proven else None, raw.end if proven else None,
        _maybe(raw.evidence), _name(_POLARITIES, raw.polarity), value(raw.value), _maybe(raw.resolved),
        _maybe(raw.attribution), bool(raw.negated), _name(_MODALITIES, raw.modality),
        tuple(number for number in raw.context if number > 0),
        tuple(place(known, source) for source in raw.sources[:raw.source_count]), bool(raw.differs), headings,
        anchor)


def hit(opened: Opened, raw: structs.Hit) -> results.Hit:
    found = raw.sentence
    return results.Hit(opened.known(found.article)[0], found.number, found.begin, found.end, str(found.text), raw.score,
                       *opened.origin(found.article, found.number))


def fact(known: Known, raw: structs.Fact) -> results.Fact:
    return results.Fact(
        known(raw.article)[0], raw.sentence, raw.begin, raw.end, f"{raw.id:016x}", str(raw.subject), str(raw.relation),
        str(raw.object), raw.confidence / 10000, raw.importance / 10000, _source(raw.source), value(raw.value),
        value(raw.when), _maybe(raw.where), _maybe(raw.attribution), bool(raw.negated),
        _name(_MODALITIES, raw.modality))


def event(known: Known, raw: structs.Event) -> results.Event:
    return results.Event(known(raw.article)[0], raw.sentence, raw.begin, raw.end, str(raw.date), str(raw.text),
                         _maybe(raw.told), bool(raw.negated), _name(_MODALITIES, raw.modality))


def suggestion(known: Known, raw: structs.Suggestion) -> results.Suggestion:
    return results.Suggestion(known(raw.article)[0], raw.sentence, raw.begin, raw.end, str(raw.question),
                              str(raw.answer))


def entity(known: Known, raw: structs.Entity, aliases: Tuple[str, ...],
           mentions: Sequence[structs.Mention]) -> results.Entity:
    places = tuple(place(known, mention, raw.article) for mention in mentions)
    return results.Entity(str(raw.name), _name(_TYPES, raw.type), aliases, places)


def sentence(raw: structs.Sentence) -> results.Sentence:
    return results.Sentence(raw.number, raw.begin, raw.end, str(raw.text), _maybe(raw.resolved))


def title(known: Known, raw: structs.Title) -> results.Title:
    return results.Title(known(raw.article)[0], _maybe(raw.title), _maybe(raw.alias))


def article(raw: structs.Article, aliases: Tuple[str, ...], tags: Tuple[str, ...]) -> results.Article:
    try:
        meta = json.loads(bytes(raw.meta)) if raw.meta.size else None
    except ValueError:  # of a damaged index
        meta = None
    return results.Article(str(raw.id), raw.sentences, raw.text.size, _maybe(raw.title), _maybe(raw.date),
                           _maybe(raw.url), aliases, tags, _maybe(raw.author), _maybe(raw.licence),
                           _maybe(raw.image), meta)


def info(raw: structs.Info, sections: Sequence[structs.Section]) -> results.Info:
    return results.Info(f"{raw.major}.{raw.minor}", str(raw.language), str(raw.profile), raw.articles, raw.sentences,
                        raw.words, raw.facts, raw.bytes, raw.threshold / 10000,
                        tuple(results.Section(one.name.decode("ascii", "replace"), one.bytes) for one in sections))


# Century, decade, day, season, month, year: how precise a date of each form is.
_PRECISIONS = ((r"\d\dXX", 0), (r"\d{3}X", 1), (r"\d{4}-\d\d-\d\d", 5), (r"\d{4}-2[1-4]", 3), (r"\d{4}-\d\d", 4),
               (r"\d{4}", 2))
_NEVER = (1, 0, 0, 0, 0)


def date_order(edtf: str) -> Tuple[int, int, int, int, int]:
    """A key that sorts EDTF dates by their first day, of equal days the more precise first; without a year: last."""
    negative = edtf.startswith("-")
    point = edtf[negative:].split("/")[0]
    precision = next((number for form, number in _PRECISIONS if re.match(form, point)), None)
    if precision is None:
        return _NEVER
    year, month, day = (*(int(part) for part in re.findall(r"\d+", point.replace("X", "0"))[:3]), 1, 1)[:3]
    if precision == 3:  # a season begins in March, June, September or December
        month = (month - 20) * 3
    return (0, -year if negative else year, month, day, -precision)

