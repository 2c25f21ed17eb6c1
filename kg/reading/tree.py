"""From text to a tree of YAML nodes that know their place. With `kg.reading.nodes` the one door to the YAML library.

Only what JSON can say is let through: one document, keys that are text, no anchors, aliases or tags. The tree is built
from the parser's events, so that a file that would grow is stopped while it is read. What the values mean is left to
`kg.reading.records`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kg.errors import Fault, FaultsFound
from kg.reading.nodes import Entry, Mapping, Node, Refused, Scalar, ScalarKind, Sequence
from kg.reading.source import find_unwanted
from kg.reading.words import shown

MAXIMUM_DEPTH: Final = 16
"""How deep mappings and lists may be nested. A study file needs eight."""

MAXIMUM_VALUES: Final = 250_000
"""How many keys and values a file may hold. Eight hundred claims take about 40,000."""

_CURES: Final = {
    "found unexpected ':'": "text with a colon in quotes, where it stands inside { } or [ ]",
    "mapping values are not allowed in this context": "text with a colon and a space in quotes, and each key on a line",
    "found character that cannot start any token": "spaces, not tabs, before keys; a leading @ or ` in quotes",
}
_CURE: Final = "YAML, as in `key: value`: every { and [ and quotation mark closed, and two spaces more on each level"


def parse_tree(name: str, text: str) -> tuple[Node | None, list[Fault]]:
    """The root of a file's tree (None where the file is empty) and the faults that leave the tree whole.

    Raises FaultsFound where the text is not YAML, holds several documents, or exceeds a limit of depth or size.
    """
    builder = _Builder(name)
    try:
        for event in YAML(typ="safe", pure=False).parse(text):
            builder.take(event)
    except YAMLError as error:
        problem = _problem_of(error)
        cure = next((cure for said, cure in _CURES.items() if problem.startswith(said)), _CURE)
        builder.stop(*_place_of(error), f"this is not YAML: {problem}", cure)
    return builder.root, builder.faults


def _place_of(error: YAMLError) -> tuple[int, int]:
    mark = (error.problem_mark or error.context_mark) if isinstance(error, MarkedYAMLError) else None
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _problem_of(error: YAMLError) -> str:
    said = [error.problem, error.context] if isinstance(error, MarkedYAMLError) else [str(error).partition("\n")[0]]
    return " ".join(each for each in said if each)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled. key: the key that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | Refused | None = None


class _Builder:
    """Takes the parser's events one by one and grows the tree."""

    def __init__(self, name: str) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._name = name
        self._frames: list[_Frame] = []
        self._count = 0
        self._documents = 0
        self._answers: dict[type, Callable[[Any], None]] = {
            DocumentStartEvent: self._document,
            MappingStartEvent: lambda event: self._container(event, Mapping(*self._place(event))),
            SequenceStartEvent: lambda event: self._container(event, Sequence(*self._place(event))),
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
        }

    def take(self, event: Any) -> None:
        """The parser's next event; those that say nothing of the content are passed over."""
        answer = self._answers.get(type(event))
        if answer:
            answer(event)

    def stop(self, line: int, column: int, problem: str, expected: str) -> None:
        """Gives the file up, with the faults found so far."""
        raise FaultsFound([*self.faults, Fault(self._name, line, column, self._path(), problem, expected)])

    def _document(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._documents += 1
        if self._documents > 1:
            self.stop(line, column, "a second YAML document begins here", "one document a file; drop the line `---`")
        if event.version not in (None, (1, 2)) or event.tags:
            self.stop(line, column, "the file has a YAML directive", "YAML 1.2 without directives; drop the `%` line")

    def _scalar(self, event: Any) -> None:
        is_plain = not event.style and not event.tag
        node = Scalar(*self._place(event), event.value, is_plain)
        self._refuse_reuse(event, node)
        unwanted = find_unwanted(event.value) if event.style == '"' else None
        if unwanted:
            self._fault(node, f"the text holds the control character U+{ord(unwanted[0]):04X}", "printable characters")
        self._add(node)

    def _container(self, event: Any, node: Mapping | Sequence) -> None:
        self._refuse_reuse(event, node)
        self._add(node)
        self._frames.append(_Frame(node))
        if len(self._frames) > MAXIMUM_DEPTH:
            limit = f"at most {MAXIMUM_DEPTH} levels of mappings and lists"
            self.stop(node.line, node.column, "mappings and lists are nested too deep", limit)

    def _end(self, _event: Any) -> None:
        self._frames.pop()

    def _alias(self, event: Any) -> None:
        node = Refused(*self._place(event))
        self._fault(node, f"`*{event.anchor}` is a YAML alias", "the value itself, written out")
        self._add(node)

    def _refuse_reuse(self, event: Any, node: Node) -> None:
        if event.anchor:
            self._fault(node, f"`&{event.anchor}` is a YAML anchor", "the value without an anchor")
        if event.tag:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._fault(
                node, f"`{tag}` is a YAML tag", "the value without a tag; text that looks like a number in quotes"
            )

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAXIMUM_VALUES:
            limit = f"at most {MAXIMUM_VALUES:,} keys and values a file"
            self.stop(node.line, node.column, "the file holds too many keys and values", limit)
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self._key(frame.node, node)
        else:
            if isinstance(frame.key, Scalar):
                frame.node.entries[frame.key.text] = Entry(frame.key, node)
            frame.key = None

    def _key(self, mapping: Mapping, node: Node) -> Scalar | Refused:
        if isinstance(node, Scalar):
            node.path = f"{mapping.path}.{shown(node.text)}" if mapping.path else shown(node.text)
        if not isinstance(node, Scalar) or node.kind is not ScalarKind.TEXT:
            self._fault(node, "a key has to be text", "a word, as in `sign: increases`")
        elif node.text in mapping.entries:
            first = mapping.entries[node.text].key
            problem = f"the key `{shown(node.text)}` stands twice in one record, first on line {first.line}"
            self._fault(node, problem, "each key once; several values go in one list: `key: [one, two]`")
        else:
            return node
        return Refused(node.line, node.column, mapping.path)

    def _place(self, event: Any) -> tuple[int, int, str]:
        mark = event.start_mark
        return mark.line + 1, mark.column + 1, self._path()

    def _path(self) -> str:
        if not self._frames:
            return ""
        frame = self._frames[-1]
        if isinstance(frame.node, Sequence):
            return f"{frame.node.path}[{len(frame.node.items) + 1}]"
        return frame.key.path if frame.key is not None else frame.node.path

    def _fault(self, node: Node, problem: str, expected: str) -> None:
        self.faults.append(Fault(self._name, node.line, node.column, node.path, problem, expected))
