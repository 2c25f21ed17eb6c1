"""What a record is and what it is called: its `type` and its `id`."""

from __future__ import annotations

from kg.ontology import Class
from kg.ontology.context import ID_KEY, TYPE_KEY
from kg.reading.identifiers import fault_of_id, iri_of
from kg.reading.nodes import Mapping, Node, Scalar
from kg.reading.places import Places
from kg.reading.values import Report
from kg.reading.vocabulary import Vocabulary
from kg.reading.words import nearest, shown, with_article
from kg.terms import BASE


def text_of(node: Mapping, key: str) -> str:
    """The text that stands under a key of a mapping, or "" where there is none."""
    entry = node.entries.get(key)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


class Naming:
    """Finds classes and ids of records, noting faults in a report. places: the records of the file so far."""

    def __init__(self, vocabulary: Vocabulary, report: Report, places: Places) -> None:
        self._vocabulary = vocabulary
        self._report = report
        self._places = places

    def stated_class(self, node: Mapping, allowed: list[str]) -> Class | None:
        """The class that `type` names. A fault is noted where it names none that a file may describe."""
        entry = node.entries.get(TYPE_KEY)
        by_id = self.class_by_id(node)
        if entry is None:
            likely = by_id.name if by_id else allowed[0]
            self._report.add(
                node, f"the record has no `{TYPE_KEY}`", f"{TYPE_KEY}: {likely}", by_id.name if by_id else ""
            )
            return None
        name = entry.value.text if isinstance(entry.value, Scalar) else ""
        if name in self._vocabulary.writable:
            return self._vocabulary.writable[name]
        self._refuse_class(entry.value, name, by_id)
        return None

    def class_by_id(self, node: Mapping) -> Class | None:
        return self._vocabulary.class_of_id(text_of(node, ID_KEY))

    def _refuse_class(self, node: Node, name: str, by_id: Class | None) -> None:
        known = self._vocabulary.ontology.class_named(name)
        near = by_id.name if by_id else nearest(name, self._vocabulary.writable)
        if known is None:
            problem, expected = f"`{shown(name)}` is not a class", "the name of a class of the ontology"
        elif known.is_abstract:
            below = (c.name for c in self._vocabulary.ontology.descendants(known.iri) if not c.is_abstract)
            problem, expected = f"`{name}` is too general a class", f"one of {', '.join(below)}"
        else:
            problem, expected = (
                f"a study file cannot describe {with_article(name)}",
                "a class that is not computed and not a list of codes",
            )
        self._report.refuse(node, problem, expected, near)

    def own_id(self, node: Mapping, named: Class) -> str:
        """The IRI of a record with an id; where the id is at fault, one that names nothing, so that reading goes on."""
        entry = node.entries.get(ID_KEY)
        stand_in = f"{BASE}unnamed/{node.line}-{node.column}"
        prefix = (named.namespace or "").removeprefix(BASE)
        if entry is None:
            self._report.add(node, f"the record has no `{ID_KEY}`", f"{ID_KEY}: {prefix}…")
            return stand_in
        if not isinstance(entry.value, Scalar):
            self._report.refuse(entry.value, f"`{ID_KEY}` is not text", f"{ID_KEY}: {prefix}…")
            return stand_in
        found = fault_of_id(entry.value.text, named)
        if found:
            self._report.add(entry.value, found.problem, found.expected, found.nearest)
            return stand_in
        iri = iri_of(entry.value.text)
        first = self._places.of_record(iri)
        if first:
            problem = f"the id `{shown(entry.value.text)}` is already used on line {first.line}"
            self._report.add(entry.value, problem, "an id of its own for each record")
            return stand_in
        return iri
