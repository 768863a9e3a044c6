"""Answers, facts, search and summaries from an index of articles that `pith compile` made.

    import pith

    with pith.open("articles.pith") as index:
        answers = index.ask("How many businesses were damaged?")
        if not answers:
            print("Not in these articles.")
        for answer in answers:
            print(answer.text, answer.confidence, answer.evidence)

An index may be shared by any number of threads. It reads the file in place, so nobody may write into that file
meanwhile; `pith compile` replaces files as a whole, which is fine.
"""

from typing import Iterable, Optional

from .errors import Closed, NoSuchArticle, PithError
from .index import Index
from .library import __version__
from .opened import Source
from .results import (Answer, Answers, Article, Entity, Event, Fact, Hit, Info, Place, Section, Sentence, Suggestion,
                      Summary, Title, Value)

__all__ = [
    "Answer", "Answers", "Article", "Closed", "Entity", "Event", "Fact", "Hit", "Index", "Info", "NoSuchArticle",
    "PithError", "Place", "Section", "Sentence", "Source", "Suggestion", "Summary", "Title", "Value", "__version__", "open",
]


def open(source: Source, *, language: Optional[Source] = None, also: Iterable[Source] = (),
         withdrawn: Iterable[str] = ()) -> Index:
    """Opens an index: a path, or its bytes. Use it in a `with` block, or call close().

    `language` is the language block of an index that does not embed its own (--language external), a path or bytes.
    `also` are further indexes of the same language block, up to seven: all answer as one that `pith link` would make of
    them, and of articles with one id the last counts. `withdrawn` are ids of articles to leave out.
    Raises PithError where it is no index, is damaged, too old or too new, and OSError where it cannot be read.
    """
    return Index(source, language, also, withdrawn)
