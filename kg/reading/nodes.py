"""The nodes of a study file's tree, each with its place, and what YAML 1.2 takes a plain scalar for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Final

from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver


class ScalarKind(Enum):
    """What YAML 1.2 understands by a plain scalar; the value is its name in a message."""

    TEXT = "text"
    INTEGER = "a whole number"
    NUMBER = "a number"
    BOOLEAN = "a truth value"
    NOTHING = "nothing"


@dataclass(slots=True)
class Node:
    """A node of the tree. line, column: from 1. path: keys and positions (from 1) from the top, as in a Fault."""

    line: int
    column: int
    path: str


@dataclass(slots=True)
class Scalar(Node):
    """Text as it is written, without quotes. plain: whether it was written without quotes."""

    text: str
    plain: bool

    @property
    def kind(self) -> ScalarKind:
        """What YAML 1.2 takes it for: `NO` and `2016-02-16` are text, `3.10` is a number unless quoted."""
        return _kind_of_plain(self.text) if self.plain and len(self.text) <= _LONGEST_WORD else ScalarKind.TEXT


@dataclass(slots=True)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class Mapping(Node):
    """A mapping, in the order of the file."""

    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Refused(Node):
    """Stands where a fault was already found, so that nothing more is said of the place."""


_LONGEST_WORD: Final = 40
_KINDS: Final = {
    "int": ScalarKind.INTEGER,
    "float": ScalarKind.NUMBER,
    "bool": ScalarKind.BOOLEAN,
    "null": ScalarKind.NOTHING,
}
_RESOLVER: Final = VersionedResolver()


@lru_cache(maxsize=4096)
def _kind_of_plain(text: str) -> ScalarKind:
    tag = str(_RESOLVER.resolve(ScalarNode, text, (True, False)))
    return _KINDS.get(tag.rpartition(":")[2], ScalarKind.TEXT)


def is_refused(node: Node) -> bool:
    """Whether a fault was noted for a value, or for a member of it, while the file was parsed."""
    below: list[Node] = []
    if isinstance(node, Sequence):
        below = node.items
    elif isinstance(node, Mapping):
        below = [entry.value for entry in node.entries.values()]
    return any(isinstance(each, Refused) for each in (node, *below))
