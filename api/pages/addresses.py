"""Where pages are: from what is shown to its address, in the reader's language.

Swedish, the default, has no prefix; other languages have theirs (`/en/concept/stress`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from kg.ontology import Ontology
from kg.terms import LANGUAGES

DEFAULT_LANGUAGE = LANGUAGES[0]


@dataclass(frozen=True)
class Addresses:
    """root: what stands before every address of the service, "" where it is served at the root of its host."""

    ontology: Ontology
    language: str
    root: str = ""

    def to(self, path: str, **parameters: Any) -> str:
        """The address of a page. path: as `/documents`. parameters: of the query; None and empty are left out."""
        prefix = "" if self.language == DEFAULT_LANGUAGE else f"/{self.language}"
        below = "" if prefix and path == "/" else path
        return f"{self.root}{prefix}{below}" + self._query(parameters)

    def file(self, path: str, **parameters: Any) -> str:
        """The address of something that is no page and has no language of its own, such as `graphql`."""
        return f"{self.root}/{path}" + self._query(parameters)

    def of(self, iri: str) -> str:
        """The page of a concept, claim or document."""
        prefix, _, name = self.ontology.compact(iri).partition(":")
        return self.to(f"/{prefix}/{quote(name)}")

    def link(self, source: str, target: str) -> str:
        """The page of the link from one concept to another."""
        return self._pair("link", source, target)

    def cell(self, source: str, target: str, **parameters: Any) -> str:
        """The page of what is known of a pair of concepts, with or without a link. parameters: as for `to`."""
        return self._pair("cell", source, target, **parameters)

    def name(self, iri: str) -> str:
        """What an individual is called in addresses: its IRI without its namespace; such a name as it is."""
        return self.ontology.compact(iri).rpartition(":")[2]

    def _pair(self, page: str, source: str, target: str, **parameters: Any) -> str:
        return self.to(f"/{page}/{quote(self.name(source))}/{quote(self.name(target))}", **parameters)

    def _query(self, parameters: Mapping[str, Any]) -> str:
        given = [(name, each) for name, value in parameters.items() for each in _values(value)]
        return "?" + urlencode(given) if given else ""


def _values(value: Any) -> Iterable[Any]:
    if value is None or value == "":
        return []
    return value if isinstance(value, (list, tuple)) else [value]
