"""From a filter to SPARQL 1.1, composed of checked terms only.

What must hold in any case becomes a graph pattern, which engines answer from their indexes; alternatives and
negations become FILTER with EXISTS. A solution may repeat, so whoever uses a pattern asks for DISTINCT or groups.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from kg.ontology import Property
from kg.retrieval.operators import among
from kg.retrieval.value_types import ValueType, comparable, operand, value_type
from kg.retrieval.where import All, AnyOf, Comparison, HasValue, IsA, IsOneOf, Not, Reaches, Where
from kg.store.sparql_text import iri, string
from kg.terms import TYPE

RDF_TYPE = iri(str(TYPE))


def triple(each: Property, subject: str, value: str) -> str:
    """The triple pattern that ties an individual to a value of the property, the right way round."""
    ends = (value, subject) if each.is_inverse else (subject, value)
    return f"{ends[0]} {iri(each.iri)} {ends[1]} ."


def values(variable: str, terms: Iterable[str]) -> str:
    """`VALUES` of terms that are SPARQL text already."""
    return f"VALUES {variable} {{ {' '.join(terms)} }}"


def binds(where: Where) -> bool:
    """Whether the pattern of a filter names the individuals by itself, without another pattern that lists them."""
    if isinstance(where, All):
        return any(binds(part) for part in where.parts)
    return isinstance(where, IsOneOf | HasValue | Reaches)


def union(parts: list[str]) -> str:
    """The union of groups, nested in halves: engines take far longer, or give up, on a long chain of UNION."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return f"{{ {union(parts[:middle])} }} UNION {{ {union(parts[middle:])} }}"


class PatternWriter:
    """Writes filters for one query, with variables that no other pattern of the query has."""

    def __init__(self) -> None:
        self._numbers = count()

    def fresh(self) -> str:
        """A new variable."""
        return f"?v{next(self._numbers)}"

    def pattern(self, where: Where, item: str, *, leads: bool = False) -> str:
        """A graph pattern with solutions exactly for those values of `item` for which the filter holds.

        item: a variable that other patterns of the same group bind, unless the filter `binds` it.
        leads: the filter is where the engine should begin; it is then written from its far end, so that few labels
        found lead to few items, instead of all items to all their labels.
        Raises InputError for an operand that is no term.
        """
        match where:
            case All(parts):
                return " ".join(self.pattern(part, item, leads=leads) for part in parts)
            case IsOneOf(iris):
                return values(item, map(iri, iris))
            case IsA(classes):
                named = self.fresh()
                return f"{item} {RDF_TYPE} {named} . {values(named, map(iri, classes))}"
            case HasValue():
                return self._value_pattern(where, item)
            case Reaches(each, target):
                return self._target_pattern(each, target, item, leads=leads)
            case _:
                return f"FILTER({self.expression(where, item)})"

    def expression(self, where: Where, item: str) -> str:
        """A boolean expression that is true exactly where the filter holds for `item`, and never an error."""
        match where:
            case All(parts):
                return self._joined(parts, "&&", "true", item)
            case AnyOf(parts):
                return self._joined(parts, "||", "false", item)
            case Not(part):
                return f"!({self.expression(part, item)})"
            case IsOneOf(iris):
                return among(item, list(map(iri, iris)))
            case _:
                return f"EXISTS {{ {self.pattern(where, item)} }}"

    def _joined(self, parts: tuple[Where, ...], symbol: str, empty: str, item: str) -> str:
        return f"({f' {symbol} '.join(self.expression(part, item) for part in parts) or empty})"

    def _target_pattern(self, each: Property, where: Where, item: str, *, leads: bool) -> str:
        if isinstance(where, IsOneOf) and len(where.iris) == 1:
            return triple(each, item, iri(where.iris[0]))
        target = self.fresh()
        if leads and binds(where):
            found = self.pattern(where, target, leads=True)
            return f"{{ SELECT DISTINCT {target} WHERE {{ {found} }} }} {triple(each, item, target)}"
        return f"{triple(each, item, target)} {self.pattern(where, target)}"

    def _value_pattern(self, where: HasValue, item: str) -> str:
        kind = value_type(where.property)
        if kind is ValueType.CODE and len(where.comparisons) == 1 and where.comparisons[0].operator.name == "eq":
            return triple(where.property, item, operand(kind, where.comparisons[0].operands[0]))
        value = self.fresh()
        tests = [_test(kind, value, each) for each in where.comparisons]
        if where.language is not None:
            tests.append(f"LCASE(LANG({value})) = {string(where.language.lower())}")
        condition = f" FILTER({' && '.join(tests)})" if tests else ""
        return f"{triple(where.property, item, value)}{condition}"


def _test(kind: ValueType, value: str, each: Comparison) -> str:
    operands = tuple(operand(kind, given) for given in each.operands)
    return f"({each.operator.expression(comparable(kind, value), operands)})"
