"""Links above a floor and by other rules, beside what they are without either."""

from __future__ import annotations

import pytest

from tests.collection import ask, refusal

SECOND_HAND_COUNTS_FULLY = "rules: {flags: [{flag: SECOND_HAND, tiersDown: 0}]}"


def test_other_rules_change_levels_and_the_report_says_how_many() -> None:
    answer = ask(f"""{{
      changed: assessedLinks(changedOnly: true, first: 100, {SECOND_HAND_COUNTS_FULLY}) {{
        totalCount report {{ changedLevelCount }} nodes {{ levelNotation usualLevelNotation }}
      }}
      all: assessedLinks(first: 1, {SECOND_HAND_COUNTS_FULLY}) {{ totalCount }}
    }}""")
    changed = answer["changed"]
    assert 0 < changed["totalCount"] == changed["report"]["changedLevelCount"] < answer["all"]["totalCount"]
    assert all(each["levelNotation"] > each["usualLevelNotation"] for each in changed["nodes"])


def test_peer_support_and_stress_would_have_two_lineages_of_tier_1_if_second_hand_cost_nothing() -> None:
    (link,) = ask(f"""{{
      assessedLinks(from: "concept:peer-support", to: "concept:stress", {SECOND_HAND_COUNTS_FULLY}) {{
        nodes {{ levelNotation usualLevelNotation lineageCount why {{ rule(language: EN) effect(language: EN) }} }}
      }}
    }}""")["assessedLinks"]["nodes"]
    assert (link["levelNotation"], link["usualLevelNotation"], link["lineageCount"]) == ("U2", "U0", 2)
    assert {
        "rule": "U2 requires: at least 2 lineages of tier 1 or more.",
        "effect": "Met: the level is at least U2.",
    } in link["why"]


def test_only_the_links_that_first_hand_sources_make_are_left_above_that_floor() -> None:
    answer = ask("""{
      assessedLinks(to: ["WorkEnvironmentOutcome"], firstHandOnly: true, minLevel: U1) {
        nodes { from { id } to { id } } report { leftOut { reason } }
      }
    }""")["assessedLinks"]
    ends = [(each["from"]["id"].rsplit("/")[-1], each["to"]["id"].rsplit("/")[-1]) for each in answer["nodes"]]
    assert ends == [("case-backlog", "stress")]
    assert [each["reason"] for each in answer["report"]["leftOut"]] == ["NOT_FIRST_HAND", "BELOW_LEVEL"]


def test_no_rules_and_no_floor_change_nothing() -> None:
    answer = ask("{ assessedLinks(changedOnly: true) { totalCount report { changedLevelCount leftOut { count } } } }")
    assert answer["assessedLinks"] == {"totalCount": 0, "report": {"changedLevelCount": 0, "leftOut": []}}


@pytest.mark.parametrize("given", ["from: []", "kinds: []", "contexts: []"])
def test_an_empty_list_is_refused_since_it_could_mean_none_or_any(given: str) -> None:
    message, remedy = refusal(f"{{ assessedLinks({given}) {{ totalCount }} }}")
    assert "is an empty list, which says nothing" in message
    assert remedy == "Leave it out, or name something in it."


def test_a_name_that_is_no_class_is_refused_with_the_nearest_ones() -> None:
    message, remedy = refusal('{ paths(from: ["Metod"], to: ["concept:stress"]) { totalCount } }')
    assert message == "'Metod' is neither the name of a class nor an id"
    assert remedy.startswith("Classes: Method")
