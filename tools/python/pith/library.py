"""Loads the shared library and declares its calls."""

from __future__ import annotations

import ctypes
import os
import pathlib
import sys
from ctypes import POINTER, c_char_p, c_int32, c_uint32, c_uint64, c_void_p
from typing import Any, Iterator, List

from . import structs

# The minor version of pith.h that structs.py follows: until 1.0 another one may have other fields.
INTERFACE = "0.2"


def _candidates() -> Iterator[str]:
    chosen = os.environ.get("PITH_LIBRARY")
    if chosen:
        yield chosen
        return
    names = {"darwin": ["libpith.0.dylib", "libpith.dylib"], "win32": ["libpith-0.dll", "libpith.dll"]}.get(
        sys.platform, ["libpith.so.0"])
    for name in names:
        beside = pathlib.Path(__file__).with_name(name)
        if beside.exists():
            yield str(beside)
    yield from names


def _load() -> ctypes.CDLL:
    reasons = []
    for name in _candidates():
        try:
            return ctypes.CDLL(name)
        except OSError as error:
            reasons.append(str(error))
    raise ImportError("pith's shared library was not found: install libpith0, or set PITH_LIBRARY to its path "
                      f"({'; '.join(reasons)})")


_INDEX, _COUNT = POINTER(structs.Index), POINTER(c_uint32)
_PLACE = [_INDEX, c_uint32, c_uint32]
_TEXT = [c_char_p, c_uint64]
_WORK = [c_void_p, c_uint64]


def _page(kind: type) -> List[Any]:
    return [POINTER(kind), c_uint32, _COUNT]


# The parameters of each call that gives a pith_status.
_CALLS = {
    "pith_open": [c_void_p, c_uint64, c_void_p, c_uint64, _INDEX],
    "pith_open_set": [_INDEX, c_uint32, POINTER(structs.Text), c_uint32, _COUNT, c_uint32, _INDEX, c_void_p],
    "pith_verify": [_INDEX, POINTER(structs.Fault)],
    "pith_get_info": [_INDEX, POINTER(structs.Info)],
    "pith_get_section": [_INDEX, c_uint32, POINTER(structs.Section)],
    "pith_get_article": [_INDEX, c_uint32, POINTER(structs.Article)],
    "pith_get_article_alias": [*_PLACE, POINTER(structs.Text)],
    "pith_get_tag": [*_PLACE, POINTER(structs.Text)],
    "pith_find_article": [_INDEX, *_TEXT, _COUNT],
    "pith_find_titles": [_INDEX, *_TEXT, *_page(structs.Title)],
    "pith_get_sentence": [*_PLACE, POINTER(structs.Sentence)],
    "pith_get_place": [*_PLACE, POINTER(structs.Place)],
    "pith_ask": [_INDEX, c_uint32, *_TEXT, c_int32, *_WORK, *_page(structs.Answer)],
    "pith_search": [_INDEX, c_uint32, *_TEXT, *_WORK, c_uint32, *_page(structs.Hit)],
    "pith_near": [_INDEX, c_uint32, *_TEXT, *_WORK, *_page(structs.Hit)],
    "pith_highlight": [*_PLACE, *_TEXT, *_WORK, c_uint32, *_page(structs.Range)],
    "pith_summarize": [_INDEX, c_uint32, structs.Budget, *_TEXT, *_WORK, *_page(structs.Sentence)],
    "pith_get_fact": [*_PLACE, POINTER(structs.Fact)],
    "pith_key_facts": [_INDEX, c_uint32, c_uint32, *_page(structs.Fact)],
    "pith_lookup": [_INDEX, c_uint32, structs.Pattern, c_uint32, *_page(structs.Fact)],
    "pith_get_event": [*_PLACE, POINTER(structs.Event)],
    "pith_get_suggestion": [*_PLACE, POINTER(structs.Suggestion)],
    "pith_get_entity": [*_PLACE, POINTER(structs.Entity)],
    "pith_get_alias": [_INDEX, POINTER(structs.Entity), c_uint32, POINTER(structs.Text)],
    "pith_get_mention": [_INDEX, POINTER(structs.Entity), c_uint32, POINTER(structs.Mention)],
}


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    library.pith_version.restype = c_char_p
    version = library.pith_version().decode()
    if not version.startswith(INTERFACE + "."):
        raise ImportError(f"this module is for pith {INTERFACE}, and the shared library is of version {version}")
    library.pith_work_size.argtypes, library.pith_work_size.restype = [_INDEX], c_uint64
    for name, parameters in _CALLS.items():
        call = getattr(library, name)
        call.argtypes, call.restype = parameters, c_int32
    return library


# Calls through a CDLL let other threads of Python run meanwhile.
lib = _declared(_load())
__version__: str = lib.pith_version().decode()
