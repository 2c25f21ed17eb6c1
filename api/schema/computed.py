"""Turns what hand-made questions answer (ids, mappings) into individuals like those that come from the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from api.schema.answers import Computed
from api.schema.blueprint import Blueprint
from kg.ontology import Class, Property, ValueKind
from kg.retrieval import Follow, Individual, Retrieved, Selection, predicate_of
from kg.store import Iri, Literal, Term


class Hydration:
    """Finds the ids in an answer, and when they have been fetched, puts the individuals in their places."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._blueprint = blueprint

    def ids(self, selection: Selection, answer: Any) -> Iterator[tuple[Selection, str]]:
        """Every id in an answer, with what is wanted of it. answer: an id, a mapping, None, or a sequence of these."""
        if isinstance(answer, str):
            yield selection, answer
        elif isinstance(answer, Mapping):
            for follow, value in self._led(selection, answer):
                yield from self.ids(follow.selection, value)
        elif answer is not None:
            for each in answer:
                yield from self.ids(selection, each)

    def individual(self, selection: Selection, answer: Any, retrieved: Retrieved) -> Individual | None:
        """The individual that an id or a mapping stands for. None for None, and for an id that is not there."""
        if answer is None:
            return None
        if isinstance(answer, str):
            return retrieved.individual(selection, answer)
        cls = self._class(selection, answer)
        found = Computed(Iri(""), selection, cls)
        for one in selection.properties:
            if one.kind is not ValueKind.RESOURCE:
                found.values[predicate_of(one)] = list(_terms(one, answer.get(one.key)))
        for follow, value in self._led(selection, answer):
            self._place(found, follow, value, retrieved)
        return found

    def _place(self, owner: Computed, follow: Follow, value: Any, retrieved: Retrieved) -> None:
        if follow.property.is_many:
            owner.lists[follow] = [self.individual(follow.selection, each, retrieved) for each in value or ()]
            return
        target = self.individual(follow.selection, value, retrieved)
        if target is not None:
            owner.follows[follow] = target

    def _led(self, selection: Selection, answer: Mapping[str, Any]) -> Iterator[tuple[Follow, Any]]:
        for follow in selection.follows:
            yield follow, _given(answer.get(follow.property.key))

    def _class(self, selection: Selection, answer: Mapping[str, Any]) -> Class:
        ontology = self._blueprint.ontology
        cls = ontology.class_named(answer["type"]) if "type" in answer else ontology.classes[selection.class_iri or ""]
        assert cls is not None, f"a computed answer names a class of the ontology: {answer}"
        unknown = answer.keys() - {one.key for one in self._blueprint.properties(cls)} - {"type"}
        assert not unknown, f"{cls.name} has no such keys: {', '.join(sorted(unknown))}"
        return cls


def _given(value: Any) -> Any:
    """A value, which may be given as a function of nothing."""
    return value() if callable(value) else value


def _terms(one: Property, value: Any) -> Iterator[Term]:
    value = _given(value)
    if value is None:
        return
    if one.kind is ValueKind.TEXT:
        for language, texts in value.items():
            for text in [texts] if isinstance(texts, str) else texts:
                yield Literal(text, language=language)
        return
    for each in value if isinstance(value, list | tuple | set | frozenset) else [value]:
        yield Iri(each) if one.kind is ValueKind.CODE and "://" in each else _literal(one, each)


def _literal(one: Property, value: Any) -> Literal:
    if isinstance(value, bool):
        text = "true" if value else "false"
    else:
        text = value.isoformat() if isinstance(value, date) else str(value)
    return Literal(text, Iri(one.datatype)) if one.datatype else Literal(text)
