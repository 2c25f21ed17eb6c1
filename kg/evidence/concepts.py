"""The concepts of a store: what they are called, of which class they are, and which are below which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files

from kg.store import Literal, Store, Term, text_of
from kg.terms import LABEL, LANGUAGES, TYPE

_CONCEPTS = files("kg.evidence").joinpath("concepts.rq").read_text(encoding="utf-8")
_NAMES = files("kg.evidence").joinpath("names.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class ConceptTree:
    """classes: concept → IRIs of its stated classes. broader: concept → the concepts right above it.

    labels: concept, document, study or lineage → language → preferred label or title.
    """

    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broader: Mapping[str, frozenset[str]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __contains__(self, concept: str) -> bool:
        return concept in self.classes

    def label(self, named_thing: str, language: str) -> str:
        """What one of them is called in the language, else in another one, else its IRI's last part."""
        named = self.labels.get(named_thing, {})
        found = (named[tag] for tag in (language, *LANGUAGES, *named) if tag in named)
        return next(found, named_thing.rsplit("/", 1)[-1])

    def name(self, named_thing: str) -> dict[str, str]:
        """What one of them is called in each language of the content."""
        return {language: self.label(named_thing, language) for language in LANGUAGES}

    def of_classes(self, class_iris: Iterable[str]) -> frozenset[str]:
        """The concepts that are of one of the classes."""
        wanted = frozenset(class_iris)
        return frozenset(concept for concept, classes in self.classes.items() if classes & wanted)

    def within(self, concept: str) -> frozenset[str]:
        """The concept and all below it. One that is not known is alone."""
        return self._reached(concept, self._narrower)

    def around(self, concept: str) -> frozenset[str]:
        """The concept and all above it."""
        return self._reached(concept, self.broader)

    def meet(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of some is the same as, below or above one of the others."""
        wanted = frozenset(others)
        return any((self.within(each) | self.around(each)) & wanted for each in some)

    def in_order(self, concepts: Iterable[str], language: str = "sv") -> list[str]:
        """The concepts by their labels, then by IRI."""
        return sorted(concepts, key=lambda each: (self.label(each, language).casefold(), each))

    @cached_property
    def _narrower(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for concept, above in self.broader.items():
            for each in above:
                found[each].add(concept)
        return {concept: frozenset(each) for concept, each in found.items()}

    @cached_property
    def _kept(self) -> dict[tuple[str, int], frozenset[str]]:
        return {}

    def _reached(self, concept: str, next_to: Mapping[str, frozenset[str]]) -> frozenset[str]:
        key = (concept, id(next_to))
        if key not in self._kept:
            found, waiting = {concept}, [concept]
            while waiting:
                fresh = next_to.get(waiting.pop(), frozenset()) - found
                found |= fresh
                waiting.extend(fresh)
            self._kept[key] = frozenset(found)
        return self._kept[key]


def read_concepts(store: Store) -> ConceptTree:
    """All concepts of the store. Raises what the store raises."""
    classes: dict[str, set[str]] = defaultdict(set)
    broader: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for concept, name, value in store.select(_CONCEPTS):
        if str(name) == str(TYPE):
            classes[str(concept)].add(str(value))
        elif str(name) == str(LABEL):
            _add_label(labels[str(concept)], value)
        else:
            broader[str(concept)].add(str(value))
    for source, label in store.select(_NAMES):
        _add_label(labels[str(source)], label)
    return ConceptTree(
        {concept: frozenset(each) for concept, each in classes.items()},
        {concept: frozenset(each) for concept, each in broader.items()},
        labels,
    )


def _add_label(labels: dict[str, str], value: Term | None) -> None:
    language = value.language if isinstance(value, Literal) else None
    labels.setdefault(language or "", text_of(value))
