"""The same questions answered by looking at every thing, in the plainest Python that says what is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from kg.ontology import Property
from kg.retrieval import OrderBy, Ordering
from kg.retrieval.operators import OPERATORS
from kg.retrieval.where import All, AnyOf, Comparison, HasValue, IsOneOf, Not, Reaches, Where

BASE = "https://w3id.org/evidensgraf/"
COLOURS = tuple(f"{BASE}colour/{name}" for name in ("red", "green", "blue"))
NAMES = tuple("abcdefgh")
ALPHABET = " 1abcdefghijklmnopqrstuvwxyzåäö"
LETTERS = "aAbzåÄö1 "
KEYS = ("name", "code", "rank", "day", "flag", "colour")

Things = Mapping[str, Mapping[str, Any]]
"""Name → key → value: texts as lists of (language, text), weights as a list, the parent as a name."""


def iri_of(name: str) -> str:
    return f"{BASE}thing/{name}"


words = st.text(LETTERS, max_size=3)
texts = st.dictionaries(st.sampled_from(("sv", "en")), words, max_size=2).map(lambda found: sorted(found.items()))
days = st.integers(0, 4).map(lambda number: date(2019, 12, 30) + timedelta(days=number))
weights = st.lists(st.decimals("-2", "2", places=1), max_size=3, unique=True)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": texts,
    "aliases": st.lists(st.tuples(st.sampled_from(("sv", "en")), words), max_size=3, unique=True),
    "code": words,
    "rank": st.integers(-2, 2),
    "weights": weights,
    "day": days,
    "flag": st.booleans(),
    "colour": st.sampled_from(COLOURS),
    "parent": st.sampled_from(NAMES),
}
things = st.dictionaries(
    st.sampled_from(NAMES), st.fixed_dictionaries({}, optional=dict(VALUES)), min_size=1, max_size=len(NAMES)
)


def wheres(properties: Mapping[str, Property]) -> st.SearchStrategy[Where]:
    """Filters of every kind, some levels deep."""
    leaves = st.one_of(
        *(_has_value(properties[key]) for key in VALUES if key != "parent"),
        st.lists(st.sampled_from(NAMES), max_size=3).map(lambda names: IsOneOf(tuple(map(iri_of, names)))),
    )
    led = st.sampled_from([properties["parent"], properties["children"]])
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
            inner.map(Not),
            st.builds(Reaches, led, inner),
        ),
        max_leaves=6,
    )


def _has_value(one: Property) -> st.SearchStrategy[Where]:
    operand = {"name": words, "aliases": words, "weights": st.decimals("-2", "2", places=1)}.get(
        one.key, VALUES[one.key]
    )
    names = {
        "flag": ("eq",),
        "colour": ("eq", "in"),
        **dict.fromkeys(("name", "aliases", "code"), ("eq", "in", "contains", "startsWith")),
        **dict.fromkeys(("rank", "weights", "day"), ("eq", "in", "lt", "lte", "gt", "gte")),
    }[one.key]
    single = st.builds(
        lambda name, value: Comparison(OPERATORS[name], (value,)),
        st.sampled_from([name for name in names if name != "in"]),
        operand,
    )
    listed = st.lists(operand, min_size=1, max_size=3).map(lambda found: Comparison(OPERATORS["in"], tuple(found)))
    comparison = st.one_of(single, listed) if "in" in names else single
    language = st.sampled_from((None, "sv", "en")) if one.key in ("name", "aliases") else st.none()
    return st.builds(
        lambda comparisons, tag: HasValue(one, tuple(comparisons), tag), st.lists(comparison, max_size=2), language
    )


def holds(things: Things, where: Where, name: str) -> bool:
    match where:
        case All(parts):
            return all(holds(things, part, name) for part in parts)
        case AnyOf(parts):
            return any(holds(things, part, name) for part in parts)
        case Not(part):
            return not holds(things, part, name)
        case IsOneOf(iris):
            return iri_of(name) in iris
        case Reaches(one, part):
            return any(holds(things, part, other) for other in _led(things, one.key, name))
        case HasValue(one, comparisons, language):
            return any(
                (language is None or language == tag) and all(_compare(each, value) for each in comparisons)
                for tag, value in values_of(things, one.key, name)
            )
    raise AssertionError(where)


def values_of(things: Things, key: str, name: str) -> Iterator[tuple[str | None, Any]]:
    value = things[name].get(key) if name in things else None
    if value is None:
        return
    if key in ("name", "aliases"):
        yield from value
    else:
        yield from ((None, each) for each in (value if isinstance(value, list) else [value]))


def _led(things: Things, key: str, name: str) -> list[str]:
    if key == "children":
        return [other for other, thing in things.items() if thing.get("parent") == name]
    parent = things[name].get("parent") if name in things else None
    return [] if parent is None else [parent]


def _compare(comparison: Comparison, value: Any) -> bool:
    return bool(_MEANT[comparison.operator.name](value, comparison.operands))


_MEANT: dict[str, Callable[[Any, tuple[Any, ...]], Any]] = {
    "eq": lambda value, operands: value == operands[0],
    "in": lambda value, operands: value in operands,
    "contains": lambda value, operands: operands[0].lower() in value.lower(),
    "startsWith": lambda value, operands: value.lower().startswith(operands[0].lower()),
    "lt": lambda value, operands: value < operands[0],
    "lte": lambda value, operands: value <= operands[0],
    "gt": lambda value, operands: value > operands[0],
    "gte": lambda value, operands: value >= operands[0],
}


def orderings(properties: Mapping[str, Property]) -> st.SearchStrategy[Ordering]:
    """Orders by up to three properties."""
    by = st.builds(
        lambda key, descending, languages: OrderBy(
            properties[key],
            descending,
            languages if key == "name" else (),
            COLOURS if key == "colour" else (),
        ),
        st.sampled_from(KEYS),
        st.booleans(),
        st.sampled_from([("sv",), ("en",), ("en", "sv")]),
    )
    return st.builds(lambda found, down: Ordering(tuple(found), down), st.lists(by, max_size=3), st.booleans())


def ordered(things: Things, ordering: Ordering, names: list[str]) -> list[str]:
    found = sorted(names, key=iri_of, reverse=ordering.iri_descending)
    for each in reversed(ordering.by):
        present = [name for name in found if key_of(things, each, name) is not None]
        missing = [name for name in found if key_of(things, each, name) is None]
        present.sort(key=lambda name, each=each: key_of(things, each, name), reverse=each.descending)
        found = present + missing
    return found


def key_of(things: Things, by: OrderBy, name: str) -> Any:
    """What a thing sorts by; None where it has no value."""
    values = list(values_of(things, by.property.key, name))
    if by.property.key == "name":
        order = [*by.languages, *(tag for tag in ("sv", "en") if tag not in by.languages)]
        values = sorted(values, key=lambda each: order.index(str(each[0])))
    if not values:
        return None
    value = values[0][1]
    if isinstance(value, str) and by.property.key == "colour":
        return COLOURS.index(value)
    return [ALPHABET.index(letter) for letter in value.lower()] if isinstance(value, str) else value
