"""How the things of the ontology are named in GraphQL. The ontology's own names are kept; this only fills in."""

from __future__ import annotations

import keyword
import re

from kg.errors import OntologyError
from kg.ontology import Class

NODE = "Node"
RESERVED_KEYS = frozenset({"id", "isA", "AND", "OR", "NOT", "some", "none", "inLanguages"})
"""Keys that a property may not have, since the schema gives them a meaning of its own."""

_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]*")


def checked_name(name: str, what: str) -> str:
    """The name, if GraphQL takes it. Raises OntologyError otherwise. what: what bears the name, for the message."""
    if not _NAME.fullmatch(name) or name.startswith("__"):
        raise OntologyError(
            f"{what} cannot be named {name!r} in GraphQL",
            remedy="use letters A to Z, digits and _, and begin with a letter",
        )
    return name


def checked_key(key: str, owner: str) -> str:
    """A property's key, if it can be a field of its class. Raises OntologyError otherwise."""
    if key in RESERVED_KEYS:
        raise OntologyError(
            f"a property of {owner} has the key {key!r}, which the schema uses itself", remedy="choose another eg:key"
        )
    return checked_name(key, f"a property of {owner}")


def object_name(each: Class, *, has_subclasses: bool) -> str:
    """The object type of a class's direct individuals; the plain name is the interface's where there are subclasses."""
    return f"Plain{each.name}" if has_subclasses else each.name


def singular(each: Class) -> str:
    """The root field that answers one individual (`jointCondition`)."""
    return each.name[0].lower() + each.name[1:]


def plural(each: Class) -> str:
    """The root field that answers many: the ontology's, else an English guess."""
    return each.plural_key or _guessed_plural(singular(each))


def attribute(field: str) -> str:
    """The Python attribute that a field is declared by: Python's keywords cannot be one."""
    return f"{field}_" if keyword.iskeyword(field) else field


def field_of(attribute_name: str) -> str:
    """The field that an attribute declares: the reverse of `attribute`."""
    return attribute_name.removesuffix("_") if keyword.iskeyword(attribute_name.removesuffix("_")) else attribute_name


def enum_value_name(value: str) -> str:
    """An enum value's name for a literal or IRI of a list: its local name in capitals."""
    local = re.split(r"[#/]", value)[-1] if "://" in value else value
    name = re.sub(r"[^0-9A-Za-z]+", "_", local).strip("_").upper()
    return f"_{name}" if not name or name[0].isdigit() else name


def _guessed_plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
