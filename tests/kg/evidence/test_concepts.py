"""The concepts of a store are known by their labels, their classes, and what is below what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import ConceptTree, read_concepts
from kg.terms import BASE, CONCEPT, EG
from tests.collection import shipped_collection, shipped_ontology

TREE = ConceptTree(
    classes={"health": frozenset({"Outcome"}), "stress": frozenset({"Outcome"}), "support": frozenset({"Factor"})},
    broader={"stress": frozenset({"health"}), "burnout": frozenset({"stress"})},
    labels={"health": {"sv": "hälsa", "en": "health"}, "stress": {"en": "Stress"}, BASE + "lineage/x": {"": "X"}},
)


def test_within_a_concept_are_itself_and_all_below_it() -> None:
    assert TREE.within("health") == {"health", "stress", "burnout"}
    assert TREE.around("burnout") == {"burnout", "stress", "health"}
    assert TREE.within("unknown") == TREE.around("unknown") == {"unknown"}


def test_concepts_meet_where_one_is_the_same_as_or_below_the_other() -> None:
    assert TREE.meet(["burnout"], ["health"])
    assert TREE.meet(["health"], ["burnout"])
    assert not TREE.meet(["support"], ["health", "stress"])
    assert not TREE.meet([], ["health"])


def test_a_concept_is_called_as_in_the_language_else_as_in_another_else_by_its_name() -> None:
    assert TREE.name("health") == {"sv": "hälsa", "en": "health"}
    assert TREE.name("stress") == {"sv": "Stress", "en": "Stress"}
    assert TREE.label(BASE + "lineage/x", "sv") == "X"
    assert TREE.label(BASE + "concept/nameless", "sv") == "nameless"


def test_concepts_are_ordered_by_label_regardless_of_case() -> None:
    assert TREE.in_order(["stress", "unknown", "health"]) == ["health", "stress", "unknown"]


def test_only_what_has_a_class_is_a_concept_of_the_tree() -> None:
    assert "stress" in TREE
    assert "burnout" not in TREE
    assert TREE.of_classes(["Outcome"]) == {"health", "stress"}


CHAINS = st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.sampled_from("abcdef"), max_size=2))


@given(CHAINS)
def test_within_is_the_other_way_round_of_around_even_in_a_circle(broader: dict[str, frozenset[str]]) -> None:
    tree = ConceptTree(broader=broader)
    for one in "abcdef":
        for other in "abcdef":
            assert (one in tree.within(other)) == (other in tree.around(one)) == _is_below(one, other, broader)


def _is_below(one: str, other: str, broader: dict[str, frozenset[str]]) -> bool:
    seen: set[str] = set()
    waiting = {one}
    while waiting - seen:
        seen |= waiting
        waiting = {above for each in waiting for above in broader.get(each, ())}
    return other in seen


def test_every_concept_of_the_shipped_collection_is_read_with_both_labels() -> None:
    tree = read_concepts(shipped_collection().store)
    assert len(tree.classes) == shipped_collection().count("Concept") > 200
    for concept in tree.classes:
        assert tree.labels[concept].keys() == {"sv", "en"}
    assert tree.name(BASE + "concept/sickness-absence") == {"sv": "sjukfrånvaro", "en": "sickness absence"}
    assert tree.label(BASE + "lineage/kim-stoner", "en") == "Kim and Stoner"
    classes = {each.iri for each in shipped_ontology().descendants(str(CONCEPT))}
    assert set().union(*tree.classes.values()) <= classes | {str(EG.Concept)}
