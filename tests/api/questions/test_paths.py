"""Chains on the shipped collection: between concepts and classes, above a floor, by other rules, and in words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.collection import ask, refusal, shipped_collection, shipped_ontology

STAFFING_TO_STRESS = 'from: "concept:administrative-staffing", to: "concept:stress"'
REPORT = "report { dataVersion isTruncated changedLevelCount leftOut { reason reasonLabel count } }"
SIGNS = {"INCREASES": 1, "DECREASES": -1}


def paths(arguments: str, fields: str = "") -> dict[str, Any]:
    """The connection that answers, with its first hundred chains and its report."""
    answer: dict[str, Any] = ask(
        f"{{ paths({arguments}, first: 100) {{ totalCount {REPORT} nodes {{ from {{ id }} to {{ id }} {fields} }} }} }}"
    )["paths"]
    return answer


def left_out(answer: dict[str, Any]) -> dict[str, int]:
    return {each["reason"]: each["count"] for each in answer["report"]["leftOut"]}


def short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def concepts_of(*class_names: str) -> set[str]:
    ontology, tree = shipped_ontology(), shipped_collection().evidence.tree
    named = [ontology.class_named(name) for name in class_names]
    return set(tree.of_classes(below.iri for each in named if each for below in ontology.descendants(each.iri)))


def test_no_chain_is_an_empty_list_but_an_unknown_concept_is_refused() -> None:
    assert paths('from: "concept:globen-model", to: "concept:stress"')["totalCount"] == 0
    problem, remedy = refusal('{ paths(from: "concept:globen", to: "concept:stress") { totalCount } }')
    assert problem == "concept:globen is not a concept of this collection"
    assert "search" in remedy


@pytest.mark.parametrize("name", ["through", "avoiding"])
def test_an_unknown_concept_on_the_way_is_refused_too(name: str) -> None:
    problem, _ = refusal(f'{{ paths({STAFFING_TO_STRESS}, {name}: "concept:nowhere") {{ totalCount }} }}')
    assert problem == "concept:nowhere is not a concept of this collection"


def test_a_class_of_other_things_than_concepts_is_refused() -> None:
    assert refusal('{ paths(from: "Claim", to: "concept:stress") { totalCount } }')[0].startswith("eg:Claim is not")


def test_more_hops_than_the_limit_are_refused() -> None:
    problem, remedy = refusal(f"{{ paths({STAFFING_TO_STRESS}, maxHops: 7) {{ totalCount }} }}")
    assert (problem, remedy) == ("maxHops is 7; from 1 to 6 can be asked for", "give a number in that range")


def test_a_sign_that_no_chain_can_have_is_refused_with_those_that_it_can() -> None:
    problem, remedy = refusal(f"{{ paths({STAFFING_TO_STRESS}, sign: MIXED) {{ totalCount }} }}")
    assert problem == "no chain has that sign as a whole"
    assert remedy == "Signs of chains: INCREASES, DECREASES."


@pytest.mark.parametrize("context", ["concept:stress", "concept:nowhere", "context:nowhere", "document:nowhere"])
def test_what_is_no_context_is_refused_with_where_to_look(context: str) -> None:
    problem, remedy = refusal(f'{{ paths({STAFFING_TO_STRESS}, contexts: ["{context}"]) {{ totalCount }} }}')
    assert problem == f"{context} is no context, setting, group or circumstance of this collection"
    assert "actorGroups" in remedy


def test_what_is_no_code_of_a_country_is_refused() -> None:
    problem, remedy = refusal(f'{{ paths({STAFFING_TO_STRESS}, countries: ["se"]) {{ totalCount }} }}')
    assert (problem, remedy) == ("'se' is no code of a country", "Give two capital letters, as SE.")


def test_classes_stand_for_all_their_concepts() -> None:
    answer = paths('from: ["OrganisationalMeasure", "Method"], to: "WorkEnvironmentOutcome"')
    starts, ends = concepts_of("OrganisationalMeasure", "Method"), concepts_of("WorkEnvironmentOutcome")
    assert answer["totalCount"] > 10
    assert {each["from"]["id"] for each in answer["nodes"]} <= starts
    assert {each["to"]["id"] for each in answer["nodes"]} <= ends
    single = [
        paths(f'from: "{start}", to: "WorkEnvironmentOutcome"')["totalCount"]
        for start in {each["from"]["id"] for each in answer["nodes"]}
    ]
    assert sum(single) <= answer["totalCount"]


def test_a_concept_can_stand_for_all_below_it() -> None:
    tree, health = shipped_collection().evidence.tree, "https://w3id.org/evidensgraf/concept/health"
    arguments = 'from: "concept:workload", to: "concept:health", maxHops: 1, includeUnweighted: true'
    assert {each["to"]["id"] for each in paths(arguments)["nodes"]} <= {health}
    wider = paths(f"{arguments}, includeNarrower: true")
    assert {each["to"]["id"] for each in wider["nodes"]} <= tree.within(health)
    assert wider["totalCount"] > paths(arguments)["totalCount"]


HOPS = """sign hopCount weakestLink { id } level levelNotation
    hops { position sign link { id level } level from { id } to { id } }"""


def test_each_chain_is_a_row_of_hops_with_the_product_of_their_signs_and_the_level_of_the_weakest() -> None:
    answer = paths('from: "OrganisationalFactor", to: "WorkEnvironmentOutcome", includeUnweighted: true', HOPS)
    assert answer["nodes"]
    for chain in answer["nodes"]:
        product = 1
        for hop in chain["hops"]:
            product *= SIGNS[hop["sign"]]
        assert SIGNS[chain["sign"]] == product
        assert [hop["position"] for hop in chain["hops"]] == list(range(1, chain["hopCount"] + 1))
        assert [hop["from"] for hop in chain["hops"][1:]] == [hop["to"] for hop in chain["hops"][:-1]]
        assert (chain["hops"][0]["from"], chain["hops"][-1]["to"]) == (chain["from"], chain["to"])
        assert chain["level"] == min(hop["level"] for hop in chain["hops"])
        assert chain["levelNotation"].removesuffix("±") == chain["level"]
        assert {"id": chain["weakestLink"]["id"], "level": chain["level"]} in [hop["link"] for hop in chain["hops"]]
    ranks = [(-int(each["level"][1]), each["hopCount"]) for each in answer["nodes"]]
    assert [rank for rank, _ in ranks] == sorted(rank for rank, _ in ranks)


def test_a_page_of_chains_tells_how_many_there_are() -> None:
    first = ask(f"""{{ paths({STAFFING_TO_STRESS}, first: 1) {{ totalCount {REPORT} pageInfo {{ hasNextPage }}
        nodes {{ hopCount }} }} }}""")["paths"]
    assert (first["totalCount"], len(first["nodes"]), first["pageInfo"]["hasNextPage"]) == (2, 1, True)
    assert first["report"]["dataVersion"] == shipped_collection().store.version


def test_the_sign_through_and_avoiding_choose_among_the_chains_and_the_rest_is_counted() -> None:
    everything = paths(STAFFING_TO_STRESS)
    assert (everything["totalCount"], left_out(everything)) == (2, {"NO_WEIGHT": 1})
    increasing = paths(f"{STAFFING_TO_STRESS}, sign: INCREASES")
    assert (increasing["totalCount"], left_out(increasing)) == (0, {"NO_WEIGHT": 1, "OTHER_SIGN": 2})
    around = paths(f'{STAFFING_TO_STRESS}, avoiding: "concept:administrative-burden"')
    assert (around["totalCount"], left_out(around)) == (1, {"NO_WEIGHT": 1, "AVOIDED": 1})
    through = paths(f'{STAFFING_TO_STRESS}, through: "concept:administrative-burden"')
    assert (through["totalCount"], left_out(through)) == (1, {"NO_WEIGHT": 1, "NOT_THROUGH": 1})
    unweighted = paths(f"{STAFFING_TO_STRESS}, includeUnweighted: true")
    assert (unweighted["totalCount"], left_out(unweighted)) == (3, {})


def test_a_reason_for_leaving_out_has_a_label() -> None:
    (told,) = paths(STAFFING_TO_STRESS)["report"]["leftOut"]
    assert told == {"reason": "NO_WEIGHT", "reasonLabel": "utan vikt", "count": 1}


def test_what_the_floor_hides_is_counted_claim_by_claim() -> None:
    claims = shipped_collection().evidence.claims
    second_hand = sum(not each.is_first_hand for each in claims)
    first_hand = paths(f"{STAFFING_TO_STRESS}, firstHandOnly: true")
    assert (first_hand["totalCount"], left_out(first_hand)) == (0, {"NOT_FIRST_HAND": second_hand})
    cited = sum(short(each.kind) != "cited" for each in claims)
    assert left_out(paths(f"{STAFFING_TO_STRESS}, kinds: [CITED]")) == {"KIND": cited}


def test_links_below_the_level_that_is_asked_for_are_left_out_and_counted() -> None:
    above = paths('from: "OrganisationalMeasure", to: "OrganisationalFactor", minLevel: U1', "level")
    assert above["totalCount"] > 0
    assert {each["level"] for each in above["nodes"]} == {"U1"}
    whole = paths('from: "OrganisationalMeasure", to: "OrganisationalFactor"', "level")
    below = ask("{ links(where: {level: {eq: U0}}) { totalCount } }")["links"]["totalCount"]
    hidden_chains = sum(each["level"] == "U0" for each in whole["nodes"])
    assert left_out(above)["BELOW_LEVEL"] == below + hidden_chains


def test_the_floor_hears_only_the_contexts_and_countries_that_are_asked_for() -> None:
    inside = paths(f'{STAFFING_TO_STRESS}, contexts: ["concept:social-work"]')
    assert inside["totalCount"] == 2
    assert left_out(inside)["CONTEXT"] > 0
    spain = paths(f'{STAFFING_TO_STRESS}, countries: ["ES"]')
    assert spain["totalCount"] == 0
    assert left_out(spain)["CONTEXT"] > left_out(inside)["CONTEXT"]


LEVELS = "levelNotation hops { levelNotation inWords(language: [EN]) }"


def test_other_rules_change_levels_and_are_told_how_many() -> None:
    usual = paths(STAFFING_TO_STRESS, LEVELS)
    other = paths(f"{STAFFING_TO_STRESS}, rules: {{tiers: [{{design: UNKNOWN, tier: 2}}]}}", LEVELS)
    assert {each["levelNotation"] for each in usual["nodes"]} == {"U0"}
    assert {each["levelNotation"] for each in other["nodes"]} == {"U1"}
    assert "U1 in this collection" in other["nodes"][0]["hops"][-1]["inWords"]
    assert usual["report"]["changedLevelCount"] == 0
    assert other["report"]["changedLevelCount"] > 0


def changed(rules: str) -> int:
    count: int = paths(f"{STAFFING_TO_STRESS}, rules: {rules}")["report"]["changedLevelCount"]
    return count


def test_rules_that_change_nothing_change_no_label() -> None:
    assert changed("{}") == 0
    assert changed("{flags: [{flag: SECOND_HAND, tiersDown: 1}]}") == 0
    assert changed("{requirements: [{level: U2, minimumCount: 2, minimumTier: 1}]}") == 0


def test_flags_and_requirements_can_be_replaced() -> None:
    labelled = ask("{ links(where: {level: {eq: U1}}) { totalCount } }")["links"]["totalCount"]
    assert changed("{requirements: [{level: U1, minimumCount: 9, minimumTier: 1}]}") == labelled
    assert changed("{flags: [{flag: SECOND_HAND, tiersDown: 0}]}") > 0


def test_a_requirement_names_settings_as_any_question_does() -> None:
    local = '{requirements: [{level: U1, minimumCount: 1, minimumTier: 1, settings: ["%s"], countries: ["SE"]}]}'
    setting = "concept:municipal-social-services"
    assert changed(local % setting) == changed(local % shipped_ontology().expand(setting)) > 0
    problem, _ = refusal(f"{{ paths({STAFFING_TO_STRESS}, rules: {local % 'concept:nowhere'}) {{ totalCount }} }}")
    assert problem.startswith("concept:nowhere is no context, setting")


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("{tiers: [{design: POLL, tier: 5}]}", "`tier` is 5"),
        ("{flags: [{flag: SECOND_HAND, tiersDown: -1}]}", "`tiersDown` is -1"),
        ("{requirements: [{level: U1, minimumCount: -1, minimumTier: 1}]}", "`minimumCount` is -1"),
    ],
)
def test_rules_that_make_no_sense_are_refused(rules: str, told: str) -> None:
    problem, remedy = refusal(f"{{ paths({STAFFING_TO_STRESS}, rules: {rules}) {{ totalCount }} }}")
    assert problem == told
    assert remedy.startswith("Give a number from 0 to")


def test_a_chain_is_told_in_words_in_both_languages() -> None:
    fields = "sv: inWords(language: [SV]) en: inWords(language: [EN]) isAssembled scopeChangeCount hopCount"
    chain = paths(STAFFING_TO_STRESS, fields)["nodes"][0]
    assert chain["sv"] == (
        "Administrativ personal → arbetsbelastning → stress: om alla steg håller skulle mer av det första gå ihop med"
        " mindre av det sista. Svagaste länken: arbetsbelastning → stress, U0 i denna samling. Ingen enskild studie har"
        " sett hela kedjan; den är hopsatt."
    )
    assert chain["en"] == (
        "Administrative staffing → workload → stress: if every step holds, more of the first would go with less of"
        " the last. Weakest link: workload → stress, U0 in this collection. No single study saw the whole chain; it was"
        " put together."
    )


def test_a_chain_that_changes_its_setting_says_so() -> None:
    fields = "en: inWords(language: [EN]) scopeChangeCount hopCount hops { changesScope }"
    chains = paths('from: ["Method", "OrganisationalFactor"], to: "WorkEnvironmentOutcome"', fields)["nodes"]
    assert {each["scopeChangeCount"] > 0 for each in chains} == {True, False}
    for each in chains:
        assert each["scopeChangeCount"] == sum(hop["changesScope"] for hop in each["hops"])
        says_so = "The setting changes between the steps." in each["en"]
        assert says_so == (each["scopeChangeCount"] > 0 and each["hopCount"] > 1)


def test_a_hop_names_the_claims_behind_it_and_the_chain_their_documents() -> None:
    fields = "documents { id } hops { claims { id document { id } normalisedSign } sign }"
    chains = paths('from: "OrganisationalFactor", to: "StaffingOutcome"', fields)["nodes"]
    assert chains
    for chain in chains:
        behind = [claim for hop in chain["hops"] for claim in hop["claims"]]
        assert {each["id"] for each in chain["documents"]} == {claim["document"]["id"] for claim in behind}
        assert all(claim["normalisedSign"] == hop["sign"] for hop in chain["hops"] for claim in hop["claims"])


WORKLOAD_TO_STRESS = 'link(from: "concept:workload", to: "concept:stress")'


def test_a_link_tells_step_by_step_how_its_level_came_about() -> None:
    link = ask(f"""{{ {WORKLOAD_TO_STRESS} {{ levelNotation lineageCount
        why {{ nodes {{ position rule effect(language: [EN]) }} }} }} }}""")["link"]
    steps = link["why"]["nodes"]
    assert sorted(each["position"] for each in steps) == list(range(1, len(steps) + 1))
    told = {each["position"]: each["effect"] for each in steps}
    assert told[1] == "3 of 4 claims on the pair have weight."
    assert told[2] == "Increases; lineages for: 2, against: 0."
    assert told[3].endswith(
        "narrative review, tier 1; flags: attribution at paragraph level, second-hand; hence tier 0."
    )
    assert told[len(steps)] == "Not met (0 of 1): the level stays at U0."


def test_a_link_shows_what_each_lineage_contributes() -> None:
    link = ask(f"""{{ {WORKLOAD_TO_STRESS} {{ lineageCount profile {{ totalCount nodes {{ lineage {{ id }} tier
        tierBeforeFlags design supportFlags isFirstHand isOpposing claims {{ totalCount }} }} }} }} }}""")["link"]
    profile = {short(each["lineage"]["id"]): each for each in link["profile"]["nodes"]}
    assert link["profile"]["totalCount"] == link["lineageCount"] == len(profile) == 2
    review = profile["lloyd"] if "lloyd" in profile else profile["lloyd-king-chenoweth"]
    assert (review["design"], review["tierBeforeFlags"], review["tier"]) == ("NARRATIVE_REVIEW", 1, 0)
    assert set(review["supportFlags"]) == {"PARAGRAPH_ATTRIBUTION", "SECOND_HAND"}
    assert not any(each["isFirstHand"] or each["isOpposing"] for each in profile.values())


def test_a_link_is_told_in_words_in_both_languages() -> None:
    link = ask(f"{{ {WORKLOAD_TO_STRESS} {{ sv: inWords(language: [SV]) en: inWords(language: [EN]) }} }}")["link"]
    assert link["sv"] == (
        "Arbetsbelastning och stress sägs hänga samman: mer av det ena ihop med mer av det andra. 2 släktskap säger"
        " det, men inget av dem når designnivå 1: U0 i denna samling. Allt är återgivet i andra hand."
    )
    assert link["en"].startswith("Workload and stress are said to go together: more of the one with more of the other.")


def test_the_stored_level_is_the_one_that_a_question_without_floor_reckons() -> None:
    answer = paths('from: "OrganisationalFactor", to: "Outcome", includeUnweighted: true', HOPS)
    for chain in answer["nodes"]:
        assert all(hop["level"] == hop["link"]["level"] for hop in chain["hops"])
