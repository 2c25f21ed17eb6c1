"""What is said of a violation: the problem in plain words, what the shape expects, and the nearest valid value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rdflib import SH, Literal, URIRef
from rdflib.term import Node

from kg.ontology import Class, Ontology, Property, ValueKind
from kg.ontology.context import RECORDS_KEY
from kg.reading import expectation, shown, with_article
from kg.validation.candidates import Candidates
from kg.validation.judging import Violation

Said = tuple[str, str, str]
"""Problem, expected, nearest."""


class Wording:
    """Puts violations into words."""

    def __init__(self, ontology: Ontology, candidates: Candidates) -> None:
        self._ontology = ontology
        self._candidates = candidates

    def of(self, violation: Violation, named: Class, present: list[Node]) -> Said:
        """The words for a violation by an individual of a class whose values of the property are `present`."""
        each = self.property_of(named, violation.path)
        if each is None:
            return self._of_record(violation)
        if violation.component == "MinCount":
            return self._missing(each, named, present)
        if violation.component == "MaxCount":
            values = ", ".join(f"`{self.value(each, node)}`" for node in sorted(present, key=str))
            return f"`{each.key}` has {len(present)} values: {values}", self.expected(each), ""
        if violation.component == "Class" and violation.value is not None:
            return self._not_of_class(each, violation.value)
        return self._unfit(violation, each), self.expected(each), ""

    def property_of(self, named: Class, path: str) -> Property | None:
        """The property of a class that the path stands for, or None where it has none."""
        found = (p for p in self._ontology.properties_of(named.iri) if p.iri == path and not p.is_inverse)
        return next(found, None)

    def expected(self, each: Property) -> str:
        """What a value of the property has to be, with an example or the closed list."""
        return expectation(self._ontology, each)

    def value(self, each: Property, node: Node) -> str:
        """A value as a study file writes it."""
        return shown(self._candidates.written(str(node), each.range) if isinstance(node, URIRef) else str(node))

    def unknown(self, each: Property, node: Node) -> Said:
        """The words for a name that stands for nothing."""
        named = self._ontology.classes.get(each.range or "")
        kind = named.labels.get("en", named.name) if named else "individual"
        near = self._candidates.nearest(str(node), named.iri) if named else ""
        is_new = f"; a new one is described under `{RECORDS_KEY}`" if each.kind is ValueKind.RESOURCE else ""
        return f"there is no {kind} `{self.value(each, node)}`", self.expected(each) + is_new, near

    def _not_of_class(self, each: Property, node: Node) -> Said:
        stated = self._candidates.class_name(str(node)) if isinstance(node, URIRef) else ""
        if not stated:
            return self.unknown(each, node)
        named = self._ontology.classes.get(each.range or "")
        wanted = named.name if named else "value"
        problem = (
            f"`{self.value(each, node)}` is of the class {stated}, where `{each.key}` takes {with_article(wanted)}"
        )
        return problem, self.expected(each), ""

    def _missing(self, each: Property, named: Class, present: list[Node]) -> Said:
        record = named.labels.get("en", named.name)
        if each.kind is ValueKind.TEXT and present:
            languages = {node.language for node in present if isinstance(node, Literal)}
            missing = ", ".join(f"`{language}`" for language in each.languages if language not in languages)
            return f"`{each.key}` has no text in {missing}", self.expected(each), ""
        if present:
            return f"`{each.key}` has {len(present)} of at least {each.min_count} values", self.expected(each), ""
        return f"the {record} has no `{each.key}`", self.expected(each), ""

    def _unfit(self, violation: Violation, each: Property) -> str:
        if violation.value is None:
            return f"`{each.key}` does not fit its rule"
        value = f"`{self.value(each, violation.value)}`"
        return f"{value} {_UNFIT.get(violation.component, _unlike)(self._other_key(violation))}"

    def _other_key(self, violation: Violation) -> str:
        """The key of the property that a shape compares with, or "" where it compares with none."""
        graph = self._ontology.graph
        shape = violation.shape
        pairs = (SH.lessThan, SH.lessThanOrEquals, SH.equals, SH.disjoint)
        others = [str(graph.value(shape, pair)) for pair in pairs if graph.value(shape, pair)] if shape else []
        keys = [p.key for c in self._ontology.classes.values() for p in c.properties if p.iri in others]
        return keys[0] if keys else ""

    def _of_record(self, violation: Violation) -> Said:
        return "the record breaks a rule of the ontology", violation.message, ""


def _unlike(_other: str) -> str:
    return "does not fit"


_UNFIT: Final[dict[str, Callable[[str], str]]] = {
    "Pattern": lambda _: "does not have the right form",
    "Datatype": lambda _: "is not a value of the right kind",
    "In": lambda _: "is not in the list",
    "MinInclusive": lambda _: "is too small",
    "MinExclusive": lambda _: "is too small",
    "MaxInclusive": lambda _: "is too large",
    "MaxExclusive": lambda _: "is too large",
    "MinLength": lambda _: "is too short",
    "MaxLength": lambda _: "is too long",
    "LessThan": lambda other: f"is not less than `{other}`",
    "LessThanOrEquals": lambda other: f"is greater than `{other}`",
    "Equals": lambda other: f"is not the same as `{other}`",
    "Disjoint": lambda other: f"is the same as `{other}`",
}
