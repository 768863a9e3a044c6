"""The structs of pith.h, field by field."""

from __future__ import annotations

import ctypes
from ctypes import c_char, c_char_p, c_int64, c_uint8, c_uint16, c_uint32, c_uint64, c_void_p

MAX_RESULTS = 64
ALL_ARTICLES = 0xFFFFFFFF
SHOWN_CONFIDENCE = 7700  # PITH_SHOWN_CONFIDENCE


class Text(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("size", c_uint32)]

    def __bytes__(self) -> bytes:
        return ctypes.string_at(self.data, self.size) if self.size else b""

    def __str__(self) -> str:
        # Only a damaged index has text that is not UTF-8.
        return bytes(self).decode("utf-8", "replace")


class Range(ctypes.Structure):
    _fields_ = [("begin", c_uint32), ("end", c_uint32)]


class Index(ctypes.Structure):
    _fields_ = [("opaque", c_uint64 * 64)]


class Fault(ctypes.Structure):
    _fields_ = [("section", c_char * 5), ("offset", c_uint64), ("message", c_char_p)]


class Section(ctypes.Structure):
    _fields_ = [("name", c_char * 5), ("bytes", c_uint64)]


class Info(ctypes.Structure):
    _fields_ = [("major", c_uint16), ("minor", c_uint16), ("articles", c_uint32), ("sections", c_uint32),
                ("sentences", c_uint64), ("words", c_uint64), ("facts", c_uint64), ("bytes", c_uint64),
                ("language_hash", c_void_p), ("language", Text), ("profile", Text), ("threshold", c_uint16),
                ("search_only", c_uint8)]


class Article(ctypes.Structure):
    _fields_ = [("number", c_uint32), ("id", Text), ("title", Text), ("date", Text), ("url", Text), ("text", Text),
                ("sentences", c_uint32), ("words", c_uint32), ("facts", c_uint32), ("events", c_uint32),
                ("entities", c_uint32), ("suggestions", c_uint32), ("author", Text), ("licence", Text),
                ("image", Text), ("meta", Text), ("aliases", c_uint32), ("tags", c_uint32)]


class Title(ctypes.Structure):
    _fields_ = [("article", c_uint32), ("title", Text), ("alias", Text)]


class Sentence(ctypes.Structure):
    _fields_ = [("article", c_uint32), ("number", c_uint32), ("begin", c_uint32), ("end", c_uint32),
                ("importance", c_uint16), ("text", Text), ("resolved", Text)]


class Place(ctypes.Structure):
    _fields_ = [("paragraph", c_uint32), ("first", c_uint32), ("last", c_uint32), ("heading", c_uint32),
                ("heading_count", c_uint32), ("headings", Text * 6), ("anchor", Text)]


class Value(ctypes.Structure):
    _fields_ = [("kind", c_uint8), ("hedge", c_uint8), ("scale", c_uint8), ("ranged", c_uint8),
                ("mantissa", c_int64), ("to", c_int64), ("unit", Text), ("iso", Text)]


class Source(ctypes.Structure):
    _fields_ = [("article", c_uint32), ("sentence", c_uint32), ("begin", c_uint32), ("end", c_uint32)]


class Answer(ctypes.Structure):
    _fields_ = [("text", Text), ("article", c_uint32), ("sentence", c_uint32), ("begin", c_uint32), ("end", c_uint32),
                ("evidence", Text), ("evidence_at", Range), ("confidence", c_uint16), ("source", c_uint8),
                ("value", Value), ("resolved", Text), ("attribution", Text), ("polarity", c_uint8),
                ("negated", c_uint8), ("modality", c_uint8), ("context", c_uint32 * 2), ("differs", c_uint8),
                ("source_count", c_uint32), ("sources", Source * 4)]


class Hit(ctypes.Structure):
    _fields_ = [("sentence", Sentence), ("score", c_uint32)]


class Budget(ctypes.Structure):
    _fields_ = [("sentences", c_uint32), ("bytes", c_uint32), ("method", c_uint32)]


class Fact(ctypes.Structure):
    _fields_ = [("id", c_uint64), ("article", c_uint32), ("sentence", c_uint32), ("begin", c_uint32),
                ("end", c_uint32), ("subject", Text), ("relation", Text), ("object", Text),
                ("subject_entity", c_uint32), ("object_entity", c_uint32), ("value", Value), ("when", Value),
                ("where", Text), ("attribution", Text), ("negated", c_uint8), ("modality", c_uint8),
                ("source", c_uint8), ("confidence", c_uint16), ("importance", c_uint16)]


class Pattern(ctypes.Structure):
    _fields_ = [("subject", Text), ("relation", Text), ("object", Text)]


class Event(ctypes.Structure):
    _fields_ = [("date", Text), ("text", Text), ("article", c_uint32), ("sentence", c_uint32), ("begin", c_uint32),
                ("end", c_uint32), ("told", Text), ("negated", c_uint8), ("modality", c_uint8)]


class Suggestion(ctypes.Structure):
    _fields_ = [("question", Text), ("answer", Text), ("article", c_uint32), ("sentence", c_uint32),
                ("begin", c_uint32), ("end", c_uint32)]


class Entity(ctypes.Structure):
    _fields_ = [("name", Text), ("article", c_uint32), ("number", c_uint32), ("aliases", c_uint32),
                ("mentions", c_uint32), ("type", c_uint8)]


class Mention(ctypes.Structure):
    _fields_ = [("sentence", c_uint32), ("begin", c_uint32), ("end", c_uint32)]
