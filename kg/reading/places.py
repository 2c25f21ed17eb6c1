"""Where each triple of a study file was written, so that a fault found later can point at its key or value."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Literal
from rdflib.term import Node as Term

from kg.reading.nodes import Node


@dataclass(frozen=True, slots=True)
class Place:
    """line, column: from 1. path: keys and positions from the top (`claims[3].sign`), positions counted from 1."""

    line: int
    column: int
    path: str


class Places:
    """An index of a study file: triple, subject with predicate, and subject → place.

    Subjects and predicates are IRIs as text. A text value is known by its words and language.
    """

    def __init__(self) -> None:
        self._values: dict[tuple[str, str, str, str], Node] = {}
        self._keys: dict[tuple[str, str], Node] = {}
        self._records: dict[str, Node] = {}

    def note_record(self, subject: str, node: Node) -> None:
        """A record begins here."""
        self._records.setdefault(subject, node)

    def note_key(self, subject: str, predicate: str, node: Node) -> None:
        """A key of a record stands here."""
        self._keys.setdefault((subject, predicate), node)

    def note_value(self, subject: str, predicate: str, value: str, language: str, node: Node) -> None:
        """A value of a key stands here. value: an IRI, or a literal's text; language: "" where it has none."""
        self._values.setdefault((subject, predicate, value, language), node)

    def subjects(self) -> tuple[str, ...]:
        """The IRIs of all records that the file describes, in its order."""
        return tuple(self._records)

    def describes(self, subject: str) -> bool:
        """Whether the file has a record of the individual."""
        return subject in self._records

    def of_record(self, subject: str) -> Place | None:
        """Where the record of the individual begins, or None where the file has none."""
        return _place(self._records.get(subject))

    def of_key(self, subject: str, predicate: str) -> Place | None:
        """Where the key stands, or None where the record does not have it."""
        return _place(self._keys.get((subject, predicate)))

    def of_value(self, subject: str, predicate: str, value: Term) -> Place | None:
        """Where the value stands, or None where this file does not state it in these very words."""
        language = (value.language or "") if isinstance(value, Literal) else ""
        return _place(self._values.get((subject, predicate, str(value), language)))

    def nearest(self, subject: str, predicate: str = "", value: Term | None = None) -> Place | None:
        """The place of the value, else of its key, else of the record; None where the file says nothing of it."""
        found = self.of_value(subject, predicate, value) if value is not None else None
        return found or self.of_key(subject, predicate) or self.of_record(subject)


def _place(node: Node | None) -> Place | None:
    return None if node is None else Place(node.line, node.column, node.path)
