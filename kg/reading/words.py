"""The words that faults of study files share: how a value is shown, what a property expects, which value is nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from kg.ontology import Ontology, Property, ValueKind

_LONGEST_SHOWN: Final = 60
_LONGEST_EXAMPLE: Final = 4
"""How many keys of a record an example shows."""

_LIKENESS: Final = 0.6
"""The share of a word that has to agree before another word is called near."""


def shown(text: str) -> str:
    """A text on one line, shortened where it is long, so that a fault stays a line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def with_article(noun: str) -> str:
    """A noun with its indefinite article."""
    lower = noun.lower()
    return f"{'an' if lower[:1] in 'aeiou' and not lower.startswith(('uni', 'use')) else 'a'} {noun}"


def nearest(word: str, names: Iterable[str]) -> str:
    """The name that differs least from a word, letter case aside; of equals the first in the alphabet; "" if none."""
    return nearest_by_label(word, {each.casefold(): each for each in sorted(names, reverse=True)})


def nearest_by_label(word: str, labels: Mapping[str, str]) -> str:
    """The name whose label differs least from a word, or "" where none is near.

    labels: label in lower case → name; of labels that are equally near the first one in the mapping's order wins.
    """
    found = process.extractOne(
        word.casefold()[:_LONGEST_SHOWN],
        list(labels),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=_LIKENESS,
    )
    return labels[found[0]] if found else ""


def expectation(ontology: Ontology, each: Property) -> str:
    """What the value of a property has to be: the shape's own words, then the closed list or an example."""
    said = each.messages.get("en", "").removeprefix(f"`{each.key}`: ").rstrip(".")
    choices = choices_of(ontology, each)
    if choices:
        return f"{said}: {', '.join(choices)}" if said else f"one of {', '.join(choices)}"
    sample = f"as in `{example(ontology, each)}`" if _made_up(ontology, each) != "…" or each.example else ""
    return ", ".join(part for part in (said or "a value", sample) if part)


def choices_of(ontology: Ontology, each: Property) -> tuple[str, ...]:
    """The values of the closed list that a property takes its values from, as study files write them."""
    if each.allowed:
        return each.allowed
    return tuple(code.name for code in ontology.codes.get(each.range or "", ()))


def example(ontology: Ontology, each: Property) -> str:
    """A line of a study file that states the property: the ontology's example, or one made from what it says."""
    return f"{each.key}: {each.example or _made_up(ontology, each)}"


def _made_up(ontology: Ontology, each: Property) -> str:
    if each.kind is ValueKind.TEXT:
        return "{" + ", ".join(f"{language}: …" for language in each.languages) + "}"
    named = ontology.classes.get(each.range or "")
    if named is None or (named.namespace and not each.is_inverse):
        return "…"
    required = [p for p in ontology.properties_of(named.iri) if p.is_required and not p.is_computed]
    others = [p for p in required if p.iri != each.iri]
    shortest = [f"{p.key}: {p.example or '…'}" for p in others if p.kind is not ValueKind.TEXT]
    shortest = shortest or [f"{p.key}: {_made_up(ontology, p)}" for p in others]
    inside = ["id: …"] * bool(named.namespace) + shortest
    return "{" + ", ".join(inside[:_LONGEST_EXAMPLE] + ["…"] * (len(inside) > _LONGEST_EXAMPLE)) + "}"
