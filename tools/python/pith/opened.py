"""The bytes of an index, in memory as long as anything reads them."""

from __future__ import annotations

import ctypes
import mmap
import os
from ctypes import byref
from typing import Any, Dict, List, Optional, Sequence, Tuple, Union

from . import calls, errors, structs
from .library import lib

Bytes = Union[bytes, bytearray, memoryview]
Source = Union[str, "os.PathLike[str]", Bytes]


def buffer(source: Source) -> Any:
    """The bytes of a file, mapped, or a copy of those given: an object of ctypes that keeps them alive."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return (ctypes.c_char * len(source)).from_buffer_copy(source) if len(source) else (ctypes.c_char * 0)()
    with open(source, "rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return (ctypes.c_char * 0)()
        # ACCESS_COPY alone gives ctypes an address; nothing is ever written.
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    return (ctypes.c_char * len(mapped)).from_buffer(mapped)


class Opened:
    """The bytes and what pith_open made of them. A call holds on to it, so closing meanwhile takes nothing away."""

    def __init__(self, sources: Sequence[Source], language: Optional[Source], withdrawn: Sequence[str]) -> None:
        self.files = [buffer(source) for source in sources]
        self.language = buffer(language) if language is not None else None
        self.members = (structs.Index * len(sources))()
        size = len(self.language) if self.language is not None else 0
        for source, file, member in zip(sources, self.files, self.members):
            errors.check(lib.pith_open(file, len(file), self.language, size, byref(member)),
                         None if isinstance(source, (bytes, bytearray, memoryview)) else os.fspath(source))
        self.index = self.members[0]
        if len(sources) > 1 or withdrawn:
            self._open_set([calls.encode(id) for id in withdrawn])
        self.work_size: int = lib.pith_work_size(byref(self.index))
        info = structs.Info()
        errors.check(lib.pith_get_info(byref(self.index), byref(info)))
        self.articles: int = info.articles
        self._known: Dict[int, Tuple[str, Optional[str], Optional[str]]] = {}

    def _open_set(self, withdrawn: List[bytes]) -> None:
        ids = (structs.Text * max(len(withdrawn), 1))(*(
            structs.Text(ctypes.cast(ctypes.c_char_p(id), ctypes.c_void_p).value, len(id)) for id in withdrawn))
        room = 0
        for member in self.members:
            info = structs.Info()
            errors.check(lib.pith_get_info(byref(member), byref(info)))
            room += info.articles
        self.left_out = (ctypes.c_uint32 * max(room, 1))()
        self.index = structs.Index()
        errors.check(lib.pith_open_set(self.members, len(self.members), ids, len(withdrawn), self.left_out, room,
                                       byref(self.index), None))

    def article(self, number: int) -> structs.Article:
        out = structs.Article()
        errors.check(lib.pith_get_article(byref(self.index), number, byref(out)))
        return out

    def origin(self, article: int, sentence: int) -> Tuple[Tuple[str, ...], Optional[str]]:
        """The headings that a sentence stands under, the outermost first, and the anchor that leads to it."""
        out = structs.Place()
        if lib.pith_get_place(byref(self.index), article, sentence, byref(out)) != errors.OK:
            return (), None
        return tuple(map(str, out.headings[:out.heading_count])), str(out.anchor) or None

    def known(self, number: int) -> Tuple[str, Optional[str], Optional[str]]:
        found = self._known.get(number)
        if found is None:
            raw = self.article(number)
            found = str(raw.id), str(raw.title) or None, str(raw.url) or None
            self._known[number] = found
        return found
