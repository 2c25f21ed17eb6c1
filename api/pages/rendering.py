"""Templates, and what each of them may use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.endpoint import Assets
from api.pages.addresses import DEFAULT_LANGUAGE, Addresses
from api.pages.briefs.items import MOST_ITEMS
from api.pages.page import Asked, codes
from api.pages.questions import question
from api.pages.texts import interface
from kg.ontology import Code, Ontology
from kg.terms import LANGUAGES

LANGUAGE_NAMES: Mapping[str, str] = {"sv": "Svenska", "en": "English"}


class Templates:
    """Renders pages of one ontology, which load the assets."""

    def __init__(self, ontology: Ontology, assets: Assets) -> None:
        self._ontology = ontology
        self._assets = assets
        self._environment = Environment(
            loader=PackageLoader("api.pages", ""),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["country"] = country
        self._environment.tests["other_than"] = lambda value, other: value is not None and value != other

    def render(self, template: str, asked: Asked, values: Mapping[str, Any]) -> str:
        """The page. template: as `views/start.html`. values: what beside the common names it uses."""
        return self._environment.get_template(template).render({**self._common(asked), **values})

    def _common(self, asked: Asked) -> dict[str, Any]:
        def word(name: str, case: str = "") -> str:
            label = label_of(self._ontology, name, asked.language)
            return label[:1].upper() + label[1:] if case == "title" else label

        def asset(name: str) -> str | None:
            address = self._assets.address(name)
            return None if address is None else asked.addresses.file(address)

        return {
            "asked": asked,
            "lang": asked.language,
            "data_version": asked.data_version,
            "t": interface(asked.language),
            "word": word,
            "codes": lambda name: [_told(code, asked.language) for code in codes(self._ontology, name)],
            "address": asked.addresses,
            "asset": asset,
            "asset_json": lambda name: json.loads(self._assets.text(name) or "null"),
            "languages": _languages(asked),
            "brief_holds": MOST_ITEMS,
            "capital": lambda text: text[:1].upper() + text[1:],
        }


def country(code: str, language: str) -> str:
    """The name of a country by its ISO 3166-1 code; the code itself where no name is known."""
    return str(Locale(language).territories.get(code, code))


def label_of(ontology: Ontology, name: str, language: str) -> str:
    """The ontology's word for a class (`Claim`), a property of a class (`Document.canSupport`) or a value of a closed
    list (`CellState:MIXED`).

    Raises LookupError where the ontology has no such term: a page names only what is there.
    """
    class_name, _, value = name.partition(":")
    if value:
        return next(code.labels[language] for code in codes(ontology, class_name) if code.enum_name == value)
    class_name, _, key = name.partition(".")
    found = ontology.class_named(class_name)
    if found is None:
        raise LookupError(f"the ontology has no class {class_name}")
    if not key:
        return found.labels[language]
    named = [each for each in ontology.properties_of(found.iri) if each.key == key]
    if not named:
        raise LookupError(f"the ontology's class {class_name} has no property {key}")
    return named[0].labels[language]


def graphiql_address(addresses: Addresses, name: str, variables: Mapping[str, Any]) -> str:
    """Where GraphiQL opens the page's question, with the same variables."""
    asked = {"query": question(name), "variables": json.dumps(variables, ensure_ascii=False, indent=2)}
    return addresses.file("graphql") + "?" + urlencode(asked)


def _told(code: Code, language: str) -> dict[str, Any]:
    return {
        "value": code.enum_name,
        "label": code.labels[language],
        "definition": code.definitions[language],
        "symbol": code.notation,
        "reading": code.readings[language],
        "weight": code.weight,
    }


def _languages(asked: Asked) -> list[dict[str, Any]]:
    """Every language with its own name and the address of the same page in it."""
    path = asked.address
    if asked.language != DEFAULT_LANGUAGE:
        path = path.removeprefix(f"/{asked.language}")
    return [
        {
            "language": language,
            "name": LANGUAGE_NAMES[language],
            "address": Addresses(asked.ontology, language, asked.addresses.root).to(path or "/"),
            "is_current": language == asked.language,
        }
        for language in LANGUAGES
    ]
