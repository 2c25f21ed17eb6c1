"""What the ontology's classes become, before any library is asked to make it: names, interfaces, properties, inputs.

Object types for concrete classes; interfaces for classes with subclasses; nothing for codes, which become enums.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from api.schema.naming import NODE, checked_key, checked_name, object_name
from api.schema.reading_order import in_reading_order
from kg.errors import OntologyError
from kg.ontology import Class, Ontology, Property
from kg.terms import CODE, RESOURCE


class Blueprint:
    """Answers what each class of one ontology becomes. Raises OntologyError for what cannot become anything."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._properties: dict[str, tuple[Property, ...]] = {}

    @cached_property
    def classes(self) -> tuple[Class, ...]:
        """The classes that become types, in reading order."""
        codes = {iri for iri, ups in self.ontology.superclasses.items() if str(CODE) in ups}
        found = [each for iri, each in self.ontology.classes.items() if iri not in codes]
        for each in found:
            checked_name(each.name, "a class")
        return in_reading_order(self.ontology, found)

    @cached_property
    def stored(self) -> tuple[Class, ...]:
        """The classes whose individuals are in the store."""
        return tuple(each for each in self.classes if not each.is_transient)

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(parent for each in self.classes for parent in each.parents)

    def is_interface(self, each: Class) -> bool:
        """Whether the class becomes an interface: where it has subclasses or no direct individuals."""
        return each.is_abstract or each.iri in self._parents

    def object_name(self, each: Class) -> str | None:
        """The object type of the class's direct individuals; None where it has none."""
        return None if each.is_abstract else object_name(each, has_subclasses=each.iri in self._parents)

    def types_of(self, each: Class) -> tuple[str, ...]:
        """The names of the types that the class becomes: interface, object type, or both."""
        own = (each.name,) if self.is_interface(each) else ()
        direct = self.object_name(each)
        return own if direct is None else (*own, direct)

    def interfaces(self, each: Class) -> tuple[str, ...]:
        """The interfaces that the class's object type has, from the most general on; for a stored class first Node."""
        above = (self.ontology.classes.get(iri) for iri in self.ontology.superclasses[each.iri])
        found = [up for up in above if up is not None and self.is_interface(up)]
        found.sort(key=lambda up: (len(self.ontology.superclasses[up.iri]), up.name))
        return (*(() if each.is_transient else (NODE,)), *(up.name for up in found))

    def type_name(self, class_iri: str | None) -> str:
        """The type that stands for all individuals of a class; Node where any individual may stand."""
        found = self.class_of(class_iri)
        return NODE if found is None else found.name

    def class_of(self, class_iri: str | None) -> Class | None:
        """The class with this IRI if it becomes a type; None for Node."""
        if class_iri is None or class_iri == str(RESOURCE):
            return None
        found = self.ontology.classes.get(class_iri)
        return found if found in self.classes else None

    def input_class(self, each: Class) -> Class:
        """The class whose filter and order types serve: a class without properties of its own shares those above it."""
        parents = [self.ontology.classes[iri] for iri in each.parents]
        return each if each.properties or len(parents) != 1 else self.input_class(parents[0])

    def properties(self, each: Class) -> tuple[Property, ...]:
        """Own and inherited properties, an inherited restriction never loosened."""
        if each.iri not in self._properties:
            found = tuple(self._restricted(each, one) for one in self.ontology.properties_of(each.iri))
            self._properties[each.iri] = found
            for one in found:
                checked_key(one.key, each.name)
        return self._properties[each.iri]

    def enum_name(self, each: Property) -> str | None:
        """The enum of a code property; None where its list has no values, so that it cannot become one."""
        if each.range is not None:
            return self.ontology.classes[each.range].name if self.ontology.codes.get(each.range) else None
        owner = self.ontology.classes[each.owner].name
        return f"{owner}{each.key[0].upper()}{each.key[1:]}" if each.allowed else None

    def _restricted(self, each: Class, one: Property) -> Property:
        same = [other for other in self._stated(each) if other.key == one.key]
        if len(same) < 2:
            return one
        for other in same:
            if (other.iri, other.is_inverse, other.kind) != (one.iri, one.is_inverse, one.kind):
                raise OntologyError(
                    f"the key {one.key!r} of {each.name} stands for two different properties",
                    remedy="give one of them another eg:key",
                )
        limits = [other.max_count for other in same if other.max_count is not None]
        lowest, highest = max(other.min_count for other in same), min(limits, default=None)
        if (lowest, highest) == (one.min_count, one.max_count):
            return one
        return replace(one, min_count=lowest, max_count=highest)

    def _stated(self, each: Class) -> Iterable[Property]:
        for iri in self.ontology.superclasses[each.iri]:
            if iri in self.ontology.classes:
                yield from self.ontology.classes[iri].properties
