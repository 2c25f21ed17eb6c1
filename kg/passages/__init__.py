"""Passages: places in documents, their digests, and the folder of texts in which they are found and verified."""

from kg.passages.coverage import Coverage, ParagraphState, Span, coverage_of
from kg.passages.finding import find_passage
from kg.passages.layout import Layout, read_layout
from kg.passages.library import Library, read_text
from kg.passages.pages import NumberEndsParagraph, Page, PageRule
from kg.passages.passage import Passage, digest_of
from kg.passages.verification import (
    OpenedPassage,
    PassageStatus,
    Verdict,
    open_passage,
    verify,
    verify_in_library,
)

__all__ = [
    "Coverage",
    "Layout",
    "Library",
    "NumberEndsParagraph",
    "OpenedPassage",
    "Page",
    "PageRule",
    "ParagraphState",
    "Passage",
    "PassageStatus",
    "Span",
    "Verdict",
    "coverage_of",
    "digest_of",
    "find_passage",
    "open_passage",
    "read_layout",
    "read_text",
    "verify",
    "verify_in_library",
]
