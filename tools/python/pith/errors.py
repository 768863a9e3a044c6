"""What can go wrong, as exceptions whose messages a program may show."""

from __future__ import annotations

from typing import Optional

# The names of pith_status, by number, and a sentence for each.
_SENTENCES = {
    1: ("NOT_PITH", "This is not a Pith index."),
    2: ("TOO_NEW", "This index was made by a newer Pith. Update Pith to open it."),
    3: ("CUT_SHORT", "This index is incomplete. Copy it again."),
    4: ("DAMAGED", "This index is damaged. Copy it again, or compile the articles anew."),
    5: ("NO_LANGUAGE", "This index needs its language block: pass it as `language`."),
    6: ("WRONG_LANGUAGE", "This index needs another language block than the one given."),
    7: ("WORK_TOO_SMALL", "The work space is too small."),
    8: ("QUESTION_TOO_LONG", "This question is too long."),
    9: ("QUESTION_EMPTY", "There is no word to look for."),
    10: ("NO_SUCH_ARTICLE", "There is no such article in this index."),
    11: ("INVALID_ARGUMENT", "This call has an argument that is not possible."),
    12: ("TOO_OLD", "This index was made by an older Pith. Compile the articles again."),
    13: ("TOO_MUCH_WORK", "This index made a call read too many records."),
    14: ("NOT_SIGNED", "Nobody has signed this index."),
    15: ("SEARCH_ONLY", "This index was compiled for search alone."),
}

OK = 0
QUESTION_TOO_LONG, QUESTION_EMPTY, TOO_MUCH_WORK = 8, 9, 13


class PithError(Exception):
    """Something went wrong; `code` is the name of pith_status without its PITH_, such as "CUT_SHORT"."""

    code: str

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return type(self), (self.code, str(self))


class NoSuchArticle(PithError, KeyError):
    """The index holds no article of this id."""

    __str__ = Exception.__str__


class Closed(PithError, ValueError):
    """The index has been closed."""

    def __init__(self, code: str = "CLOSED", message: str = "This index has been closed.") -> None:
        super().__init__(code, message)


def of_status(status: int, detail: Optional[str] = None) -> PithError:
    """The exception for a pith_status other than PITH_OK."""
    code, sentence = _SENTENCES.get(status, ("INVALID_ARGUMENT", f"The library gave the unknown status {status}."))
    kind = NoSuchArticle if code == "NO_SUCH_ARTICLE" else PithError
    return kind(code, f"{sentence} ({detail})" if detail else sentence)


def check(status: int, detail: Optional[str] = None) -> None:
    """Raises unless the status is PITH_OK."""
    if status != OK:
        raise of_status(status, detail)
