"""In which order individuals come, and how a store is asked for it.

Texts and other strings order as in Swedish (case ignored, å ä ö after z; punctuation by code point); texts by their
first language of a list. Codes order as in their closed list, false before true, dates by day. Of several values of a
property the least counts. Individuals without a value come last, ascending and descending alike. Ties are broken by
the IRI, so that every order is total.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg.ontology import Property
from kg.retrieval.patterns import triple
from kg.retrieval.texts import REPLACEMENTS, preference
from kg.retrieval.value_types import NUMBERS, ValueType, comparable, operand, value_type
from kg.store.sparql_text import string


@dataclass(frozen=True)
class OrderBy:
    """Order by one property. languages: for texts, the list that the text to order by is chosen from.

    codes: for codes, the IRIs of the closed list in its order. within: the properties that lead from the individual to
    the one that has the property, outermost first; none where it is its own.
    """

    property: Property
    descending: bool = False
    languages: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    within: tuple[Property, ...] = ()

    def has_numbers(self) -> bool:
        """Whether its sort keys are numbers; else they are strings."""
        return value_type(self.property) in NUMBERS | {ValueType.CODE, ValueType.BOOLEAN}

    def said(self) -> list[object]:
        """Everything that tells it from another order."""
        path = [[each.iri, each.is_inverse] for each in (*self.within, self.property)]
        return [path, self.descending, *self.languages]

    def key(self, item: str, fresh: Callable[[], str]) -> tuple[str, str]:
        """Optional graph patterns, and the aggregate expression of the sort key that is taken over them by item."""
        steps = []
        for step in self.within:
            inner = fresh()
            steps.append(triple(step, item, inner))
            item = inner
        if value_type(self.property) is ValueType.TEXT:
            return self._text_key(item, steps, fresh)
        value, key = fresh(), fresh()
        found = triple(self.property, item, value)
        return _optional(*steps, found, f"BIND({self._expression(value)} AS {key})"), f"MIN({key})"

    def _text_key(self, item: str, steps: list[str], fresh: Callable[[], str]) -> tuple[str, str]:
        patterns, keys = [], []
        for language in preference(self.languages, self.property.languages):
            value, key = fresh(), fresh()
            chosen = f"FILTER(LCASE(LANG({value})) = {string(language.lower())})"
            found = triple(self.property, item, value)
            patterns.append(_optional(*steps, found, chosen, f"BIND({_swedish(f'STR({value})')} AS {key})"))
            keys.append(f"MIN({key})")
        return " ".join(patterns), f"COALESCE({', '.join(keys)})"

    def _expression(self, value: str) -> str:
        kind = value_type(self.property)
        if kind is ValueType.CODE:
            return _rank(value, self.codes)
        if kind is ValueType.BOOLEAN:
            return f"IF({value}, 1, 0)"
        if kind is ValueType.STRING:
            return _swedish(f"STR({value})")
        return value if kind in NUMBERS else f"STR({comparable(kind, value)})"


@dataclass(frozen=True)
class Ordering:
    """Several properties, the most important first; last of all the IRI, descending or not."""

    by: tuple[OrderBy, ...] = ()
    iri_descending: bool = False

    @cached_property
    def fingerprint(self) -> str:
        """Eight characters that two orderings share only if they order alike."""
        said = [each.said() for each in self.by]
        return hashlib.sha256(json.dumps([said, self.iri_descending]).encode()).hexdigest()[:8]


BY_IRI = Ordering()


def _optional(*parts: str) -> str:
    return f"OPTIONAL {{ {' '.join(parts)} }}"


def _swedish(expression: str) -> str:
    key = f"LCASE({expression})"
    for letters, sign in REPLACEMENTS:
        key = f"REPLACE({key}, {string(letters)}, {string(sign)})"
    return key


def _rank(value: str, codes: tuple[str, ...]) -> str:
    """The position of a code in its list; a code that is not in it comes after all."""
    rank = str(len(codes))
    for position in reversed(range(len(codes))):
        rank = f"IF({value} = {operand(ValueType.CODE, codes[position])}, {position}, {rank})"
    return rank
