"""Ids of study files: short IRIs, relative to the service's base, that lie in the namespace of their class."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from kg.ontology import Class
from kg.reading.words import shown, with_article
from kg.terms import BASE

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ALLOWED: Final = "ASCII letters, digits, `-`, `_` and `.`, the first a letter or digit"


@dataclass(frozen=True, slots=True)
class IdFault:
    """What is wrong with an id, as a Fault says it."""

    problem: str
    expected: str
    nearest: str


def iri_of(local: str) -> str:
    """The IRI of an id as a study file writes it: an IRI as it stands, anything shorter below the service's base."""
    return local if "://" in local else BASE + local


def iri_of_short_name(namespace: str, name: str) -> str:
    """The IRI that a short name stands for; characters that no id may have are escaped, so that it names nothing."""
    return namespace + quote(name, safe="")


def fault_of_id(text: str, named: Class) -> IdFault | None:
    """What is wrong with the id of an individual of a class that has a namespace, or None where it is sound."""
    prefix = (named.namespace or "").removeprefix(BASE)
    local = text.removeprefix(BASE)
    kind = with_article(named.labels.get("en", named.name))
    if not local.startswith(prefix):
        name = _tidy(re.split(r"[/:]", local)[-1])
        return IdFault(
            f"the id `{shown(text)}` does not lie in the namespace of {kind}", f"id: {prefix}…", prefix + name
        )
    if not _NAME.fullmatch(local[len(prefix) :]):
        tidy = _tidy(local[len(prefix) :])
        problem = f"the id `{shown(text)}` is not one that {kind} can have"
        return IdFault(problem, f"after `{prefix}` {_ALLOWED}", prefix + tidy if tidy else "")
    return None


def is_short_name(text: str) -> bool:
    """Whether a text can be what follows the namespace in an id."""
    return _NAME.fullmatch(text) is not None


def _tidy(name: str) -> str:
    """The nearest name that an id may have: å becomes a, anything else that is not allowed a hyphen."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-._")[:60]
