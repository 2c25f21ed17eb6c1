"""What a field of a derived type stands for: the one thing that types, planner and resolvers agree on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from kg.ontology import Class, Property


class Role(Enum):
    """What a field of an individual answers."""

    ID = auto()  # the individual's IRI
    VALUE = auto()  # values of the property
    LANGUAGE = auto()  # the language that the text of the property is served in
    CODE_LABEL = auto()  # the label of the code that is the property's value
    FOLLOW = auto()  # the one individual that the property leads to
    CONNECTION = auto()  # a page of the individuals that the property leads to
    LIST = auto()  # all individuals that the property of something computed leads to


@dataclass(frozen=True)
class Meaning:
    """A role, and the property that it is about (None for ID). target: the IRI of the class that it leads to."""

    role: Role
    property: Property | None = None
    target: str | None = None


class RootRole(Enum):
    """What a derived root field answers."""

    ONE = auto()  # the individual with an id
    MANY = auto()  # a connection of all individuals of the class
    NODES = auto()  # the individuals with several ids, in their order


@dataclass(frozen=True)
class RootMeaning:
    """A role, and the class of the individuals; None for those of any class."""

    role: RootRole
    class_iri: str | None


@dataclass
class Meanings:
    """fields: type name → field name → meaning. roots: name of the root field → meaning.

    object_classes: name of an object type → its class. class_types: IRI of a class → its object type's name.
    omitted: fields that a property would have, had the ontology not used the name itself: (class, key, field).
    """

    fields: dict[str, dict[str, Meaning]] = field(default_factory=dict)
    roots: dict[str, RootMeaning] = field(default_factory=dict)
    object_classes: dict[str, Class] = field(default_factory=dict)
    class_types: dict[str, str] = field(default_factory=dict)
    omitted: list[tuple[str, str, str]] = field(default_factory=list)
