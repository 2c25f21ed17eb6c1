"""Writes terms as SPARQL 1.1 text, so that a query can be composed of checked pieces and never of users' text.

A piece is one term, wherever it is put: it cannot end its own brackets or quotes, begin a clause or a comment. What
the pieces are put into is left to those who ask.

    >>> f"SELECT ?claim {{ ?claim {iri('https://example.org/label')} {string('stöd', language='sv')} }}"
    'SELECT ?claim { ?claim <https://example.org/label> "stöd"@sv }'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from kg.errors import InputError, UnknownIdentifier
from kg.store.guard import looks_like_clause
from kg.store.terms import RDF_LANG_STRING, XSD, XSD_STRING, Iri, Term

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]*')
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_KEYWORD_INITIAL = re.compile(r"s(?=ervice)|f(?=rom)", re.IGNORECASE)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\u0000"})


def iri(text: str) -> str:
    """`<text>`. Raises UnknownIdentifier unless text is an absolute IRI without any character that IRIs exclude."""
    if not _IRI.fullmatch(text):
        raise UnknownIdentifier(
            f"{text[:200]!r} is not an IRI",
            remedy="An IRI begins with a scheme (https:) and holds no space, quote, bracket or backslash.",
        )
    return f"<{_hide_clauses(text)}>"


def string(text: str, *, language: str | None = None) -> str:
    """A quoted string, with its language tag if any. Raises InputError for lone surrogates and for a bad tag."""
    if _SURROGATE.search(text):
        raise InputError("the text holds half a character (a lone surrogate), which no encoding can carry")
    quoted = f'"{_hide_clauses(text.translate(_ESCAPES))}"'
    return quoted if language is None else f"{quoted}@{_language_tag(language)}"


def typed(text: str, datatype: str) -> str:
    """A literal of any datatype, as `"2016"^^<http://www.w3.org/2001/XMLSchema#gYear>`. The text is not checked."""
    return f"{string(text)}^^{iri(datatype)}"


def integer(value: int) -> str:
    """An xsd:integer."""
    return typed(str(int(value)), XSD + "integer")


def decimal(value: Decimal) -> str:
    """An xsd:decimal, written without an exponent. Raises InputError for infinity and for what is no number."""
    if not value.is_finite():
        raise InputError(f"{value} is not a number that can be compared")
    return typed(format(value, "f"), XSD + "decimal")


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return typed("true" if value else "false", XSD + "boolean")


def day(value: date) -> str:
    """An xsd:date; of a datetime only its day."""
    return typed(date(value.year, value.month, value.day).isoformat(), XSD + "date")


def instant(value: datetime) -> str:
    """An xsd:dateTime, with the zone if the value has one."""
    return typed(value.isoformat(), XSD + "dateTime")


def term(value: Term) -> str:
    """Any term that came out of the store, as it is written in a query."""
    if isinstance(value, Iri):
        return iri(value)
    if value.language is not None or value.datatype == RDF_LANG_STRING:
        return string(value.text, language=value.language or "")
    return string(value.text) if value.datatype == XSD_STRING else typed(value.text, value.datatype)


def variable(name: str) -> str:
    """`?name`. Raises InputError unless the name is ASCII letters, digits and `_`, not beginning with a digit."""
    if not _VARIABLE.fullmatch(name):
        raise InputError(f"{name[:200]!r} cannot name a variable")
    return f"?{name}"


def values(name: str, terms: Iterable[Term]) -> str:
    """`VALUES ?name { … }`: the variable takes each of the terms, and without terms there is no solution."""
    return f"VALUES {variable(name)} {{ {' '.join(term(each) for each in terms)} }}"


def _language_tag(language: str) -> str:
    if not _LANGUAGE.fullmatch(language):
        raise InputError(f"{language[:200]!r} is not a language tag", remedy="Write it as sv, en or sv-FI.")
    return language


def _hide_clauses(text: str) -> str:
    """Spells the initial of SERVICE and FROM as a code point where the guard would take them for clauses."""
    if not looks_like_clause(text):
        return text
    return _KEYWORD_INITIAL.sub(lambda initial: f"\\u{ord(initial[0]):04X}", text)
