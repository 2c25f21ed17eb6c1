"""What a page is, and what it is told of a request.

Leaves the asking and answering to `api.pages.site`, and how things look to the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from api.pages.addresses import Addresses
from kg.ontology import Code, Ontology

Data: TypeAlias = Mapping[str, Any]
"""The `data` of a GraphQL answer."""


class NotThere(Exception):
    """There is no such page, or what it would be about is not in the collection."""


class BadAddress(Exception):
    """The address asks for what cannot be. text: the name of an interface text. values: what that text needs."""

    def __init__(self, text: str, **values: Any) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


@dataclass(frozen=True)
class Asked:
    """One request for a page.

    address: path and query, below the root. path: the parts of the address that vary. query: its parameters, in order.
    origin: scheme and host of the service as the reader reaches it. data_version: of the data that answer.
    found: the answer to the page's lookup, where it has one.
    """

    ontology: Ontology
    language: str
    addresses: Addresses
    address: str
    path: Mapping[str, str] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    origin: str = ""
    data_version: str = ""
    found: Data = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """The last value of a parameter, without spaces around it."""
        return self.all(name)[-1] if self.all(name) else default

    def all(self, name: str) -> list[str]:
        """Every value of a parameter that is not empty, in order."""
        return [value.strip() for each, value in self.query if each == name and value.strip()]

    def iri(self, prefix: str, name: str) -> str:
        """The IRI of an individual that an address names, with or without its prefix."""
        return self.ontology.expand(name if name.startswith(f"{prefix}:") else f"{prefix}:{name}")

    def concept(self, name: str) -> str:
        """The IRI of a concept that an address names. Raises NotThere where the ontology has no such concept."""
        iri = self.iri("concept", name)
        if iri not in self.ontology.individuals:
            raise NotThere
        return iri

    def code(self, class_name: str, name: str) -> str | None:
        """The GraphQL value of a parameter that holds a value of a closed list; None where it is not given.

        Raises BadAddress for what is no value of the list.
        """
        given = self.codes(class_name, name)
        return given[-1] if given else None

    def codes(self, class_name: str, name: str) -> list[str]:
        """The same for a parameter that may be given several times."""
        known = {code.enum_name for code in codes(self.ontology, class_name)}
        given = self.all(name)
        for each in given:
            if each not in known:
                raise BadAddress("bad-value", name=name, value=each, known=", ".join(sorted(known)))
        return given

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds. Raises BadAddress for anything else."""
        given = self.one(name, str(default))
        if not given.isascii() or not given.isdecimal() or not least <= int(given) <= most:
            raise BadAddress("bad-number", name=name, value=given, least=least, most=most)
        return int(given)

    def switched_on(self, name: str) -> bool:
        """Whether a box was ticked."""
        return self.one(name) == "1"


def codes(ontology: Ontology, class_name: str) -> tuple[Code, ...]:
    """The values of a closed list, in its order."""
    found = ontology.class_named(class_name)
    return ontology.codes[found.iri] if found else ()


Variables: TypeAlias = Callable[[Asked], Mapping[str, Any]]
Further: TypeAlias = Callable[[Asked, Data], Mapping[str, tuple[str, Mapping[str, Any]]]]
"""Further questions, by what was answered so far: a key → the name of the `.graphql` file and its variables."""

View: TypeAlias = Callable[[Asked, Data], Mapping[str, Any]]


def _nothing(*_: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Lookup:
    """What must be known before a page can ask its own question, such as which concept a typed word means.

    question: the name of its file `views/NAME.graphql`. is_asked: false where the address needs no lookup.
    """

    question: str
    variables: Variables
    is_asked: Callable[[Asked], bool]


@dataclass(frozen=True)
class Page:
    """One kind of page.

    name: of its files `views/NAME.graphql` and `views/NAME.html`. path: its address below that of the language, with
    Starlette's placeholders. variables: what its question is asked with, beside `language`; raises NotThere or
    BadAddress. view: what the template needs beside the answer. subject: the field of the answer that is null where
    the page is about nothing; then the page is not there. is_asked: false where the page is empty until a form is
    filled in, so that nothing need be asked. further: what has to be asked after it, in turns; the answers stand
    under `further`. elsewhere: where to go instead if the subject is null; None for nowhere.
    has_question: false where it says nothing of the collection and so has no `.graphql` file. is_settled: false where
    more than the data and the address decide what the page says, as the texts of a library do; such a page is made anew
    each time. lookup: what is asked before its own question; the answer stands under `found`.
    """

    name: str
    path: str
    variables: Variables = _nothing
    view: View = _nothing
    subject: str | None = None
    is_asked: Callable[[Asked], bool] = lambda asked: True
    further: Sequence[Further] = ()
    elsewhere: Callable[[Asked], str | None] = lambda asked: None
    has_question: bool = True
    is_settled: bool = True
    lookup: Lookup | None = None


@dataclass(frozen=True)
class Download:
    """A file made of the answer to the question of a page.

    question: the name of the page. path: as for pages. file_name: as it is saved. write: from the answer to the bytes
    of the file, for one language.
    """

    question: str
    path: str
    media_type: str
    file_name: str
    write: Callable[[Asked, Data], bytes]
    variables: Variables = _nothing
    subject: str | None = None
    further: Sequence[Further] = ()
    is_asked: Callable[[Asked], bool] = lambda asked: True
