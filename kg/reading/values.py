"""The values of one key: texts by language, literals, and references to individuals by short name.

Records that are written in place are left to `kg.reading.records`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import XSD

from kg.errors import Fault
from kg.ontology import Property
from kg.ontology.graph_reading import local_name
from kg.reading.identifiers import iri_of, iri_of_short_name, is_short_name
from kg.reading.literals import is_value_of
from kg.reading.nodes import Entry, Mapping, Node, Refused, Scalar, ScalarKind, Sequence
from kg.reading.vocabulary import Vocabulary
from kg.reading.words import example, expectation, nearest, shown
from kg.terms import BASE

_SAME_IN_EVERY_TOOL: Final = re.compile(r"0|[1-9][0-9]*")
"""Whole numbers that stay the same text in whatever way YAML is read: `7`, not `007`."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value. text: words, a literal's text or an IRI. language: "" where it has none."""

    text: str
    node: Node
    language: str = ""


class Report:
    """The faults found so far in one file."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = faults

    def add(self, node: Node, problem: str, expected: str = "", near: str = "") -> None:
        """Notes a fault at a node's place."""
        self.faults.append(Fault(self.name, node.line, node.column, node.path, problem, expected, near))

    def refuse(self, node: Node, problem: str, expected: str = "", near: str = "") -> None:
        """The same, unless a fault was noted for the very node while the file was parsed."""
        if not isinstance(node, Refused):
            self.add(node, problem, expected, near)


class ValueReader:
    """Reads the values of keys, noting faults in a report. What is at fault is left out of the answer."""

    def __init__(self, vocabulary: Vocabulary, report: Report) -> None:
        self._vocabulary = vocabulary
        self._ontology = vocabulary.ontology
        self._report = report

    def items(self, each: Property, node: Node) -> Iterator[Node]:
        """The single values below a key: the members of a list, or the one value."""
        if not isinstance(node, Sequence):
            yield node
            return
        for item in node.items:
            if isinstance(item, Sequence):
                self._refuse(each, item, "a list stands inside a list")
            else:
                yield item

    def texts(self, each: Property, node: Node) -> Iterator[Value]:
        """The texts of a key, each with its language."""
        if not isinstance(node, Mapping):
            stands = "a list" if isinstance(node, Sequence) else "a value"
            self._refuse(each, node, f"{stands} stands where texts by language are expected")
            return
        for language, entry in node.entries.items():
            if language not in each.languages:
                known = f"one of the languages {', '.join(each.languages)}"
                self._report.add(entry.key, f"`{shown(language)}` is not a language of `{each.key}`", known)
                continue
            for item in self._texts_of(each, entry):
                if self._is_text(each, item):
                    yield Value(item.text, item, language)

    def literal(self, each: Property, node: Node) -> Value | None:
        """The literal that stands here, or None where there is a fault."""
        if not isinstance(node, Scalar):
            self._refuse(each, node, f"{_stands(node)} stands where a single value is expected")
            return None
        datatype = each.datatype or str(XSD.string)
        if datatype == str(XSD.string):
            return Value(node.text, node) if self._is_text(each, node) else None
        if not self._is_something(each, node):
            return None
        if not is_value_of(datatype, node.text):
            self._refuse(each, node, f"`{shown(node.text)}` is not a value of the datatype {local_name(datatype)}")
            return None
        return Value(node.text, node)

    def reference(self, each: Property, node: Node) -> Value | None:
        """The individual or code that is named here, existing or not; None where there is a fault."""
        if not isinstance(node, Scalar):
            self._refuse(each, node, f"{_stands(node)} stands where a name is expected")
            return None
        if not self._is_something(each, node):
            return None
        named = self._ontology.classes.get(each.range or "")
        if named is not None and named.namespace:
            return Value(iri_of_short_name(named.namespace, node.text), node)
        return self._by_id(each, node)

    def _by_id(self, each: Property, node: Scalar) -> Value | None:
        """A reference whose class tells no namespace: the id is written whole, as `cited-work/kim-stoner-2008`."""
        prefix, _, name = node.text.removeprefix(BASE).partition("/")
        prefixes = self._prefixes(each)
        if prefix in prefixes and is_short_name(name):
            return Value(iri_of(node.text), node)
        whole = " or ".join(f"{known}/…" for known in prefixes)
        near = nearest(prefix, prefixes) if name else ""
        problem = f"`{shown(node.text)}` is not an id that `{each.key}` can name"
        self._report.add(node, problem, f"the whole id: {whole}", f"{near}/{name}" if near else "")
        return None

    def _prefixes(self, each: Property) -> tuple[str, ...]:
        ontology = self._ontology
        classes = ontology.descendants(str(each.range)) if each.range in ontology.classes else ontology.classes.values()
        return tuple(sorted({c.namespace.removeprefix(BASE).rstrip("/") for c in classes if c.namespace}))

    def _texts_of(self, each: Property, entry: Entry) -> Iterator[Scalar]:
        nodes = entry.value.items if isinstance(entry.value, Sequence) and each.is_many else [entry.value]
        for node in nodes:
            if isinstance(node, Scalar):
                yield node
            else:
                self._refuse(each, node, f"{_stands(node)} stands where a text is expected")

    def _is_text(self, each: Property, node: Scalar) -> bool:
        if not self._is_something(each, node):
            return False
        kind = node.kind
        is_safe_number = kind is ScalarKind.INTEGER and _SAME_IN_EVERY_TOOL.fullmatch(node.text)
        if kind is ScalarKind.TEXT or is_safe_number:
            return True
        problem = f"`{shown(node.text)}` without quotes is {kind.value}, not text"
        self._report.add(node, problem, f'text in quotes: "{shown(node.text)}"')
        return False

    def _is_something(self, each: Property, node: Scalar) -> bool:
        if node.kind is not ScalarKind.NOTHING and node.text.strip():
            return True
        problem = f"`{node.path.rpartition('.')[2]}` has no value"
        sample = example(self._ontology, each)
        self._report.add(node, problem, f"a value, as in `{sample}`; where there is none, leave the key out")
        return False

    def _refuse(self, each: Property, node: Node, problem: str) -> None:
        self._report.refuse(node, problem, expectation(self._ontology, each))


def _stands(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a mapping"
