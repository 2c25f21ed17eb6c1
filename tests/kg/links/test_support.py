"""A level is reckoned from lineages, tiers and flags as the ontology's rules say, and never says more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evidence import EvidenceClaim, EvidenceFloor, above_floor
from kg.links import Link, Requirement, Speaker, SupportRules, read_rules
from kg.links.support import count_meeting, level_of, lineage_supports, same_scope
from kg.terms import SIGN_MIXED, VERB_FORCE_ASSOCIATIVE, VERB_FORCE_CAUSAL
from kg.wording import Sentences
from tests.collection import shipped_ontology
from tests.kg.links.made_claims import TREE, claim, level, named, only_link, rules, scope, strong_link, study

STOCKHOLM = scope("SE", setting="municipal")
FLAGS = (
    "second-hand",
    "construct-mismatch",
    "population-mismatch",
    "selected-on-outcome",
    "supporting-text-missing",
    "paragraph-attribution",
)


def tier(design: str, *flags: str, has_size: bool = True) -> int:
    (support,) = lineage_supports([claim("a", -1, study("s", design, has_size=has_size), flags=flags)], rules())
    return support.tier


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        ("controlled-trial", 4),
        ("longitudinal-study", 4),
        ("systematic-review", 3),
        ("adjusted-cross-sectional-survey", 3),
        ("mixed-methods", 2),
        ("qualitative-study", 2),
        ("narrative-review", 1),
        ("inspection", 1),
        ("uncontrolled-before-after", 1),
        ("poll-with-margin", 1),
        ("poll", 0),
        ("unknown", 0),
    ],
)
def test_each_design_has_the_tier_of_the_knowledge_model(design: str, expected: int) -> None:
    assert tier(design) == expected


def test_an_adjusted_survey_that_does_not_tell_how_many_answered_is_of_tier_1() -> None:
    assert tier("adjusted-cross-sectional-survey", has_size=False) == 1
    assert tier("systematic-review", has_size=False) == 3


@pytest.mark.parametrize("flag", FLAGS)
def test_each_flag_takes_one_tier(flag: str) -> None:
    assert tier("mixed-methods", flag) == 1


def test_several_flags_take_one_tier_each_and_never_more_than_there_are() -> None:
    assert tier("controlled-trial", *FLAGS[:3]) == 1
    assert tier("mixed-methods", *FLAGS) == 0


def test_a_claim_that_rests_on_no_study_is_of_tier_0() -> None:
    assert [each.tier for each in lineage_supports([claim("a")], rules())] == [0]


def test_a_lineage_is_reckoned_by_its_weightiest_claim() -> None:
    weak = claim("a", -1, study("one", "poll", lineage="family"))
    strong = claim("b", -1, study("two", "mixed-methods", lineage="family"))
    (support,) = lineage_supports([weak, strong], rules())
    assert (support.best.claim, support.tier, len(support.standings)) == (strong, 2, 2)


def test_a_lineage_is_first_hand_if_one_of_its_claims_is() -> None:
    told = claim("a", -1, study("one", lineage="family"), is_first_hand=False)
    assert [each.is_first_hand for each in lineage_supports([told], rules())] == [False]
    said = claim("b", -1, study("one", lineage="family"))
    assert [each.is_first_hand for each in lineage_supports([told, said], rules())] == [True]


def test_no_lineage_of_tier_1_is_u0_and_one_is_u1() -> None:
    assert level(claim("a"), claim("b"), claim("c")) == "U0"
    assert level(claim("a", -1, study("s", "inspection"))) == "U1"


def test_two_lineages_are_u2_but_two_studies_of_one_are_not() -> None:
    assert level(claim("a", -1, study("s")), claim("b", -1, study("t"))) == "U2"
    assert level(claim("a", -1, study("s", lineage="l")), claim("b", -1, study("t", lineage="l"))) == "U1"


def test_two_lineages_of_opposite_sign_are_not_u2() -> None:
    assert level(claim("a", -1, study("s")), claim("b", 1, study("t"))) == "U1±"


def without_trial() -> list[EvidenceClaim]:
    return list(strong_link("qualitative-study"))


def test_three_lineages_two_of_tier_2_one_from_swedish_social_services_are_u3() -> None:
    assert level(*without_trial()) == "U3"


def test_with_a_controlled_study_among_them_they_are_u4() -> None:
    assert level(*strong_link()) == "U4"


def test_u3_needs_two_lineages_of_tier_2() -> None:
    local, _, third = without_trial()
    assert level(local, third, claim("b", -1, study("visits", "inspection"))) == "U2"


@pytest.mark.parametrize(
    "where",
    [
        None,
        scope("SE"),
        scope("SE", setting="hospital"),
        scope("SE", setting="social-work"),
        scope("GB", setting="municipal"),
    ],
)
def test_u3_needs_a_basis_that_is_known_to_come_from_swedish_social_services(where: object) -> None:
    first, *rest = without_trial()
    elsewhere = replace(first, bases=(study("local", where=where),))  # type: ignore[arg-type]
    assert level(elsewhere, *rest) == "U2"


def test_where_a_study_was_made_comes_before_where_its_claim_is_said_to_hold() -> None:
    _, *rest = without_trial()
    elsewhere = study("local", where=scope("GB", setting="social-services"))
    assert level(claim("a", -1, elsewhere, scope=STOCKHOLM), *rest) == "U2"
    assert level(claim("a", -1, study("local"), scope=STOCKHOLM), *rest) == "U3"


def test_each_study_of_a_lineage_counts_by_itself_where_it_was_made() -> None:
    _, *rest = without_trial()
    abroad = study("abroad", "systematic-review", lineage="family")
    here = study("here", "qualitative-study", lineage="family", where=STOCKHOLM)
    both = [claim("a", -1, abroad, here), *rest]
    assert level(*both) == "U3"
    left = above_floor(both, EvidenceFloor(without_studies=frozenset({"abroad"})), TREE).claims
    assert level(*left) == "U3"


def test_what_is_only_passed_on_is_at_most_u2_however_much_there_is() -> None:
    told = [replace(each, is_first_hand=False) for each in strong_link()]
    assert level(*told) == "U2"
    assert level(replace(told[2], is_first_hand=True), *told[:2]) == "U4"


def test_a_single_first_hand_lineage_of_tier_0_does_not_lift_the_rest() -> None:
    told = [replace(each, is_first_hand=False) for each in without_trial()]
    assert level(*told, claim("d", -1, study("p", "poll"))) == "U2"


def test_a_lineage_in_the_same_scope_that_says_the_opposite_contests_the_link() -> None:
    strong = [claim("a", -1, study("s"), scope=STOCKHOLM), claim("b", -1, study("t"))]
    assert level(*strong, claim("c", 1, scope=scope("SE", setting="social-services"))) == "U2±"


@pytest.mark.parametrize("where", [scope("GB", setting="municipal"), scope("SE", setting="hospital")])
def test_one_from_elsewhere_does_not(where: object) -> None:
    strong = [claim(name, -1, study(name), scope=STOCKHOLM) for name in "ab"]
    assert level(*strong, claim("c", 1, scope=where)) == "U2"


def test_one_that_does_not_say_where_may_be_from_here() -> None:
    assert level(claim("a", -1, study("s"), scope=STOCKHOLM), claim("c", 1)) == "U1±"


def test_an_opinion_or_a_null_result_does_not_contest() -> None:
    assert level(claim("a", -1, study("s")), claim("b", 1, kind="opinion"), claim("c", 0)) == "U1"


def test_scopes_are_the_same_where_nothing_stated_keeps_them_apart() -> None:
    early, late = (claim("a", scope=scope("SE", years=years)) for years in ((2001, 2003), (2010, 2012)))
    newcomers = claim("b", scope=scope(group="newcomers"))
    assert not same_scope(early, late, TREE)
    assert same_scope(early, newcomers, TREE)
    assert not same_scope(newcomers, claim("c", scope=scope(group="managers")), TREE)


def test_a_claim_without_a_context_has_those_of_all_its_studies() -> None:
    both = claim("a", -1, study("s", where=scope("GB")), study("t", where=scope("SE")))
    assert same_scope(both, claim("b", scope=scope("SE")), TREE)
    assert not same_scope(both, claim("b", scope=scope("ES")), TREE)


def test_a_mixed_link_has_the_level_that_either_direction_reaches() -> None:
    link = only_link(claim("a", -1, study("s")), claim("b", 1, study("t")))
    assert (link.sign, link.rank, link.is_contested) == (str(SIGN_MIXED), 1, True)
    assert [each.lineage for each in (*link.support, *link.opposition)] == ["lineage of t", "lineage of s"]


def test_the_sign_that_lost_is_never_reckoned_to_the_one_that_won() -> None:
    link = only_link(*strong_link(), claim("d", 1, study("other", "controlled-trial")))
    assert [each.lineage for each in link.opposition] == ["lineage of other"]
    assert len(link.support) == 3


def speaker() -> Speaker:
    return Speaker(Sentences(shipped_ontology()), TREE, rules())


def verb(*claims: EvidenceClaim) -> tuple[str, str]:
    link = only_link(*claims)
    return speaker().licensed_force(link), speaker().relation(link)["en"]


def test_a_causal_verb_is_shown_only_with_a_lineage_of_tier_4() -> None:
    assert verb(*strong_link()) == (str(VERB_FORCE_CAUSAL), "Support decreases stress.")
    assert verb(*without_trial())[0] == str(VERB_FORCE_ASSOCIATIVE)
    flagged = [replace(each, flags=frozenset({named("support-flag", "second-hand")})) for each in strong_link()]
    assert verb(*flagged) == (
        str(VERB_FORCE_ASSOCIATIVE),
        "Support and stress are reported to go together: more of the one with less of the other.",
    )


def test_no_cause_is_shown_where_a_lineage_contests_it() -> None:
    assert verb(*strong_link(), claim("d", 1))[0] == str(VERB_FORCE_ASSOCIATIVE)


def test_no_cause_is_shown_where_a_lineage_found_no_difference_and_that_is_told() -> None:
    claims = (*strong_link(), claim("d", 0, study("null", "controlled-trial")))
    assert verb(*claims)[0] == str(VERB_FORCE_ASSOCIATIVE)
    assert "Lineages that say otherwise: 1." in speaker().link(only_link(*claims))["en"]


def test_no_cause_is_shown_where_the_controlled_study_only_says_that_the_two_go_together() -> None:
    first, *rest = strong_link()
    assert verb(replace(first, is_symmetric=True), *rest)[0] == str(VERB_FORCE_ASSOCIATIVE)


def test_no_cause_is_shown_on_a_mixed_link() -> None:
    trials = [
        claim(str(way), way, study(str(way), "controlled-trial"), scope=scope(country))
        for way, country in ((1, "SE"), (-1, "GB"))
    ]
    link = only_link(*trials)
    assert (link.sign, link.is_contested) == (str(SIGN_MIXED), False)
    assert verb(*trials)[0] == str(VERB_FORCE_ASSOCIATIVE)


def test_a_mixed_link_tells_how_many_lineages_are_on_either_side() -> None:
    link = only_link(claim("a", -1, study("s")), claim("b", 1, study("t")))
    assert speaker().standing(link)["en"] == "Lineages one way: 1, another way: 1; U1± in this collection."


def steps(link: Link) -> list[str]:
    return [step.effect["en"] for step in speaker().why(link)]


def test_the_steps_tell_everything_that_a_level_is_recomputed_from() -> None:
    link = only_link(
        claim("a", -1, study("s", "mixed-methods"), flags=["second-hand"], is_first_hand=False),
        claim("b", 1, kind="opinion"),
        claim("c", 1),
    )
    assert steps(link) == [
        "2 of 3 claims on the pair have weight.",
        "Decreases; lineages for: 1, against: 1.",
        "Lineage of s: mixed methods, tier 2; flags: second-hand; hence tier 1.",
        "Document of c: design unknown, tier 0; flags: none; hence tier 0.",
        "Met: the level is at least U1.",
        "Not met (1 of 2): the level stays at U1.",
        "There is one: U1±.",
    ]


def test_what_a_link_says_names_what_it_lacks() -> None:
    told = only_link(claim("a", -1, study("s"), is_first_hand=False), claim("b", 1, is_first_hand=False))
    said = speaker().link(told)["en"]
    assert "All of it is second-hand." in said
    assert "At least one lineage in the same scope says the opposite." in said
    assert "Without a basis that counts" in speaker().link(only_link(claim("a", kind="plan")))["en"]


def words(*claims: EvidenceClaim) -> str:
    return speaker().link(only_link(*claims))["en"]


def test_lineages_below_every_required_tier_are_never_said_to_stand_behind_a_link() -> None:
    polls = [claim(each, -1, study(each, "poll")) for each in "ab"]
    assert words(polls[0]) == (
        "Support and stress are said to go together: more of the one with less of the other."
        " One lineage says so, but its basis does not reach tier 1: U0 in this collection."
    )
    assert "2 lineages say so, but none of them reaches tier 1: U0 in this collection." in words(*polls)
    told = words(*polls, claim("c", -1, study("c")))
    assert "are reported to go together" in told
    assert "3 independent lineages stand behind it, 1 of them of tier 1 or more: U1 in this collection." in told


def test_a_null_finding_is_not_told_as_proof_that_there_is_no_relation() -> None:
    assert words(claim("a", 0, study("s"))).startswith("The basis shows no relation between support and stress.")


def test_weighed_claims_without_a_direction_are_not_told_as_if_no_lineage_were_there() -> None:
    told = words(claim("a", None, study("s"), flags=["supporting-text-missing"]))
    assert "No lineage counts" not in told
    assert told.endswith(
        "What has weight states no direction: U0 in this collection. The text that would show the basis is missing."
    )


def test_what_all_lineages_share_as_a_weakness_is_told_and_what_one_lacks_is_not() -> None:
    flagged = claim("a", -1, study("s"), flags=["construct-mismatch"])
    mismatch = "What was measured was something else than what is claimed."
    assert mismatch in words(flagged)
    assert mismatch not in words(flagged, claim("b", -1, study("t")))


def test_conditions_are_told_where_every_claim_in_support_has_them() -> None:
    conditional = claim("a", -1, study("s"), is_conditional=True)
    assert "The text sets conditions for it." in words(conditional)
    assert "The text sets conditions for it." not in words(conditional, claim("b", -1, study("t")))


def test_a_requirement_counts_lineages_that_fulfil_all_of_it_at_once() -> None:
    supports = lineage_supports(
        [
            claim("a", -1, study("s", "poll", lineage="one", where=STOCKHOLM)),
            claim("b", -1, study("t", "mixed-methods", lineage="one")),
            claim("c", -1, study("u", "mixed-methods", where=STOCKHOLM), is_first_hand=False),
        ],
        rules(),
    )
    local = Requirement(1, 2, countries=frozenset({"SE"}))
    assert count_meeting(supports, local, TREE) == 1
    assert count_meeting(supports, replace(local, must_be_first_hand=True), TREE) == 0
    assert count_meeting(supports, Requirement(2, 2), TREE) == 2


def test_a_level_whose_requirements_nobody_meets_is_the_lowest() -> None:
    impossible = SupportRules(levels={"none": (Requirement(1, 0),), "some": (Requirement(1, 1),)})
    assert level_of((), impossible, TREE) == "none"


def test_the_rules_are_those_that_the_ontology_states() -> None:
    found = read_rules(shipped_ontology())
    assert [len(needed) for needed in found.levels.values()] == [0, 1, 1, 4, 5]
    assert found.levels[named("support-level", "u2")] == (Requirement(2, 1),)
    assert found.causal_tier == 4
    assert found.counting_tier == 1
    down = {flag.rsplit("/")[-1]: tiers for flag, tiers in found.tiers_down.items()}
    assert {flag for flag, tiers in down.items() if tiers != 1} == {"primary-says-otherwise"}


def test_changed_rules_replace_what_they_name_and_nothing_else() -> None:
    poll, u1 = named("study-design", "poll"), named("support-level", "u1")
    changed = rules().changed(tiers={poll: 1}, tiers_down={named("support-flag", "second-hand"): 0}, levels={u1: ()})
    assert changed.tiers[poll] == (1, 1)
    assert changed.tiers_down[named("support-flag", "second-hand")] == 0
    assert changed.tiers_down[named("support-flag", "construct-mismatch")] == 1
    assert changed.levels == {**rules().levels, u1: ()}
    assert list(changed.levels) == list(rules().levels)
