"""What a hand-made root field says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg.ontology import Ontology
from kg.retrieval import TimeLeft
from kg.store import Store


@dataclass(frozen=True)
class Argument:
    """One argument. type: as GraphQL writes it (`ID!`, `[ID!]`, `Int`, `Language`, the name of an enum).

    Ids may be given as CURIEs; the resolver gets IRIs. Enum values come as the IRIs of their codes, languages as tags.
    default: None for an argument without one.
    """

    type: str
    description: str
    default: Any = None


@dataclass(frozen=True)
class One:
    """Answers one individual of a class, or null."""

    class_name: str


@dataclass(frozen=True)
class Many:
    """Answers a plain list: only for what is always short."""

    class_name: str


@dataclass(frozen=True)
class Paged:
    """Answers a connection, with `first`, `after`, `last`, `before` and `totalCount`.

    The resolver returns the whole list in its order; the pages are cut from it.
    """

    class_name: str


Answer: TypeAlias = One | Many | Paged


@dataclass(frozen=True)
class Asked:
    """One asking of a question.

    arguments: by name, as given or by default; None where neither. services, time_left: as in the `Context`.
    extensions: may be written to, to tell more about the answer.
    """

    arguments: Mapping[str, Any]
    ontology: Ontology
    store: Store
    services: Mapping[str, Any]
    time_left: TimeLeft | None
    extensions: dict[str, Any]


@dataclass(frozen=True)
class Question:
    """A hand-made root field. It replaces a derived one of the same name.

    resolve: returns an id (an IRI), or a mapping for a class that is not stored (`eg:isTransient`), or None; a
    sequence of those for Many and Paged. A mapping has the class's keys: texts as language → text, codes as IRIs,
    individuals as ids or mappings, several values as lists; and `type`, the class's name, where the answer's class has
    subclasses. An InputError becomes the field's error; CouldNotLook the whole operation's.
    term: the IRI of the ontology's term whose definition describes the field; None for the answered class's own.
    """

    name: str
    answers: Answer
    resolve: Callable[[Asked], Any]
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    term: str | None = None
