"""Whether a scalar can be a value of an XSD datatype, judged on the text that stands in the file."""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import Final

from rdflib import XSD, Literal, URIRef

_FORMS: Final = {
    XSD.boolean: re.compile(r"true|false"),
    XSD.date: re.compile(r"\d{4}-\d{2}-\d{2}"),
    XSD.decimal: re.compile(r"[+-]?(\d+(\.\d+)?|\.\d+)", re.ASCII),
    XSD.gYear: re.compile(r"\d{4}"),
    XSD.integer: re.compile(r"[+-]?\d+", re.ASCII),
}
"""How values are written. Narrower than XSD where it allows several spellings, wider than it nowhere."""

_LONGEST_VALUE: Final = 200


class _WithoutTracebacks(logging.Filter):
    """Drops rdflib's note on an ill-typed literal: reading makes it a fault with a place."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not str(record.msg).startswith("Failed to convert Literal")


logging.getLogger("rdflib.term").addFilter(_WithoutTracebacks())


def is_value_of(datatype: str, text: str) -> bool:
    """Whether a text is a value of the datatype: rightly written, and one that exists (no 30 February)."""
    return len(text) <= _LONGEST_VALUE and _is_value_of(URIRef(datatype), text)


@lru_cache(maxsize=4096)
def _is_value_of(datatype: URIRef, text: str) -> bool:
    form = _FORMS.get(datatype)
    if form and not form.fullmatch(text):
        return False
    return not Literal(text, datatype=datatype).ill_typed
