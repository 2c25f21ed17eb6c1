"""What a hand-made root field says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg.ontology import Ontology
from kg.retrieval import TimeLeft
from kg.store import Store


@dataclass(frozen=True)
class Argument:
    """One argument. type: as GraphQL writes it (`ID!`, `[ID!]`, `Int`, `Language`, the name of an enum).

    Ids may be given as CURIEs; the resolver gets IRIs. Enum values come as the IRIs of their codes, languages as tags.
    default: None for an argument without one. takes_classes: for ids, whether the name of a class may stand for one;
    the resolver then gets the class's IRI.
    """

    type: str
    description: str
    default: Any = None
    takes_classes: bool = False


@dataclass(frozen=True)
class InputObject:
    """An input type that arguments of questions may name. fields: as arguments are; defaults are not looked at.

    The resolver gets a mapping of what was given, by the fields' names.
    """

    name: str
    description: str
    fields: Mapping[str, Argument]


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

    The resolver returns the whole list in its order, or a `Listing`; the pages are cut from it.
    """

    class_name: str


class Listing(Sequence[Any]):
    """A whole list of which only what a page shows is turned into mappings. report: what the list says of itself."""

    def __init__(
        self, found: Sequence[Any], show: Callable[[Any], Any] = lambda each: each, *, report: Mapping[str, Any]
    ) -> None:
        self._found, self._show = found, show
        self.report = report

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self._show(each) for each in self._found[place]]
        return self._show(self._found[place])


def bare_report(store: Store) -> dict[str, Any]:
    """What a list says of itself that leaves nothing out."""
    return {"dataVersion": store.version, "isTruncated": False, "changedLevelCount": 0, "leftOut": []}


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
    subclasses. What takes long may be a function that gives it, called only where it is wanted; one that gives mappings
    is called twice, and gives the same both times. An InputError becomes the field's error; CouldNotLook the whole
    operation's.
    inputs: the input types that its arguments name.
    term: the IRI of the ontology's term whose definition describes the field; None for the answered class's own.
    """

    name: str
    answers: Answer
    resolve: Callable[[Asked], Any]
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    term: str | None = None
    inputs: Sequence[InputObject] = ()
