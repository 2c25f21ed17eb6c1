"""Fills the templates of the ontology (`eg:Wording`). What may be said is decided by those who choose the template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from rdflib import RDF

from kg.errors import OntologyError
from kg.ontology import Ontology, Texts
from kg.ontology.graph_reading import local_name, texts
from kg.terms import EG, LANGUAGES

Part: TypeAlias = str | int | Texts | Callable[[str], str]
"""What replaces a name in braces: the same in every language, a text per language, or what a language gives."""

_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Sentences:
    """The templates of one ontology."""

    ontology: Ontology

    def say(self, key: str, **parts: Part) -> dict[str, str]:
        """The sentence of a template in each language. `{From}` is the part `from_` with a capital first letter.

        A part whose name is a Python word ends in an underscore. Raises OntologyError for a template that is not there
        or that names a part which is not given.
        """
        template = self._templates.get(key)
        if template is None:
            raise OntologyError(f"the ontology has no wording {key!r}", remedy="add it to ontology/wording/")
        given = {name.rstrip("_"): part for name, part in parts.items()}
        return {language: self._filled(key, template, given, language) for language in LANGUAGES}

    def has(self, key: str) -> bool:
        """Whether there is a template of that name."""
        return key in self._templates

    def code(self, code: str) -> Texts:
        """What a coded value is called in each language."""
        return self.ontology.codes_by_iri[code].labels

    @cached_property
    def _templates(self) -> Mapping[str, Texts]:
        graph = self.ontology.graph
        return {local_name(str(node)): texts(graph, node, EG.template) for node in graph.subjects(RDF.type, EG.Wording)}

    def _filled(self, key: str, template: Texts, parts: Mapping[str, Part], language: str) -> str:
        def part(found: re.Match[str]) -> str:
            name = found[1]
            given = parts.get(name, parts.get(name.lower()))
            if given is None:
                raise OntologyError(f"the wording {key!r} names {{{name}}}, which is not given")
            text = _in(given, language)
            return text[:1].upper() + text[1:] if name not in parts else text

        return _NAMED.sub(part, template[language])


def joined(texts_of: Iterable[Mapping[str, str]], between: str = " ") -> dict[str, str]:
    """Several texts one after the other, in each language."""
    parts = list(texts_of)
    return {language: between.join(each[language] for each in parts) for language in LANGUAGES}


def _in(part: Part, language: str) -> str:
    if isinstance(part, str | int):
        return str(part)
    if callable(part):
        return part(language)
    return part.get(language) or next(iter(part.values()), "")
