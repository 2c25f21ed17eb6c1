"""What was fetched for one operation, laid out so that resolvers find it without looking anything up.

A field is known by where it stands: the record above it, the type it is on, and its name in the response. So one field
asked twice under two names, with different arguments, is two places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLResolveInfo

from kg.errors import EvidensgrafError
from kg.ontology import Ontology
from kg.retrieval import Follow, FoundPage, Individual, Selection, TimeLeft
from kg.store import Store


@dataclass
class Context:
    """What one operation is answered from; `info.context` of every resolver.

    services: whatever hand-made questions need beside the store, by name. time_left: seconds that the operation may
    still take, None for as long as the store allows. extensions: becomes the answer's `extensions`.
    answers: filled by `prepare`.
    """

    store: Store
    services: Mapping[str, Any] = field(default_factory=dict)
    time_left: TimeLeft | None = None
    extensions: dict[str, Any] = field(default_factory=dict)
    answers: Answers | None = None


@dataclass
class Answers:
    """roots: response name of a root field → what its resolver returns, or the error it raises.

    places: the record above (a selection or page) → (type or edge, response name) → what stands there: a Follow, a
    Connection, a Selection.
    """

    ontology: Ontology
    roots: dict[str, Any] = field(default_factory=dict)
    places: dict[object, dict[tuple[str, str], Any]] = field(default_factory=dict)

    def child(self, above: object, kind: str, response_name: str | int) -> Any:
        """What stands at a place. Raises the InputError that its arguments deserve."""
        found = self.places[above][(kind, str(response_name))]
        if isinstance(found, EvidensgrafError):
            raise found
        return found


@dataclass(eq=False)
class Computed(Individual):
    """An individual that is not stored but was computed by a question. lists: its lists of others."""

    lists: dict[Follow, list[Individual | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class PageView:
    """A page at one place of the operation. key: the record that its places are found under.

    reports: what is wanted of a computed list's report → the report.
    """

    key: object
    page: FoundPage
    reports: Mapping[Selection, Individual] = field(default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """One place on a page, as one `edges` field of the operation shows it."""

    view: PageView
    edges_key: str
    place: int

    @property
    def cursor(self) -> str:
        return self.view.page.cursors[self.place]


def answers_of(info: GraphQLResolveInfo) -> Answers:
    """The answers of the operation that is executed. `prepare` must have run."""
    context = info.context
    assert isinstance(context, Context), "the endpoint makes the context of each request"
    assert context.answers is not None, "prepare() comes before execution"
    return context.answers


def root(_source: Any, info: GraphQLResolveInfo, **_arguments: Any) -> Any:
    """What a root field answers. Raises its error where it has one."""
    found = answers_of(info).roots[str(info.path.key)]
    if isinstance(found, Exception):
        raise found
    return found
