"""What the shipped collection promises: sound files, passages that stand in their documents, questions answered."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kg.corpus.counting import unused_concepts
from kg.corpus.files import collection_files
from kg.corpus.verifying import verify_passages
from kg.passages import Library, PassageStatus
from kg.reading import read_study_files
from kg.validation import validate
from tests.collection import DOCUMENTS, ask, shipped_collection, shipped_ontology

FILES = collection_files(None)


def test_no_shipped_study_file_has_a_fault() -> None:
    ontology = shipped_ontology()
    assert validate(read_study_files(FILES, ontology), ontology) == ()


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"no documents beside the project in {DOCUMENTS.name}")
def test_every_passage_stands_in_its_document() -> None:
    reports = list(verify_passages(shipped_collection().store, Library(DOCUMENTS)))
    assert Counter(report.verdict.status for report in reports) == {PassageStatus.VERIFIED: len(reports)}
    assert len(reports) >= shipped_collection().count("Claim") > 130


def test_all_five_documents_are_read_whole_and_twice_and_what_was_found_later_says_so() -> None:
    documents = ask("""{ documents { nodes { readPart claims { totalCount }
        settled: claims(where: {readingStatus: {eq: RECONCILED}, readings: {some: {}}}) { totalCount }
        later: claims(where: {readingStatus: {eq: MACHINE_READ}, readings: {none: {}}, note: {some: {}}}) {
            totalCount } } } }""")["documents"]["nodes"]
    assert [each["readPart"] for each in documents] == [None] * 5
    for each in documents:
        assert each["settled"]["totalCount"] + each["later"]["totalCount"] == each["claims"]["totalCount"]
        assert each["later"]["totalCount"] < each["settled"]["totalCount"] / 50
    assert sum(each["claims"]["totalCount"] for each in documents) >= 600


def test_a_claim_that_one_reader_alone_found_or_coded_otherwise_says_how_that_was_settled() -> None:
    question = """query($after: String) { claims(where: {settlement: {none: {}}, readings: {some: {}}}, first: 100,
        after: $after) { pageInfo { hasNextPage endCursor } nodes {
        subject { id } relation object { id } sign kind readings { nodes {
            subject { id } relation object { id } sign kind } } } } }"""
    after: str | None = None
    while page := ask(question, after=after)["claims"]:
        for claim in page["nodes"]:
            coded = {key: value for key, value in claim.items() if key != "readings"}
            assert claim["readings"]["nodes"] == [coded, coded]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]


def test_a_voice_among_the_readers_comments_is_anonymous_and_counts_once() -> None:
    comments = ask("""{ agents(where: {claims: {kind: {eq: COMMENT}}}) { nodes {
        agentType name lineage { id } claims { nodes { kind } } } } }""")["agents"]["nodes"]
    assert len(comments) == len({voice["lineage"]["id"] for voice in comments}) == 5
    for voice in comments:
        assert (voice["agentType"], voice["name"][:9]) == ("ANONYMOUS_VOICE", "Läsarröst")
        assert {claim["kind"] for claim in voice["claims"]["nodes"]} == {"COMMENT"}


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"no documents beside the project in {DOCUMENTS.name}")
def test_no_name_of_someone_who_comments_and_no_email_address_is_kept() -> None:
    kept = "".join(file.read_text(encoding="utf-8") for file in FILES)
    signatures = [
        name
        for document in DOCUMENTS.glob("*.txt")
        for name in re.findall(
            r"(?m)^(\w+ \w+)\s\d{1,2}\s\w+,\s\d{4} - \d\d:\d\d$", document.read_text(encoding="utf-8")
        )
    ]
    assert signatures
    assert [name for name in signatures if name in kept] == []
    assert re.findall(r"\S@\S+\.\w", kept) == []


def test_no_concept_stands_without_a_claim_a_status_or_a_narrower_concept() -> None:
    assert unused_concepts(shipped_collection().store) == []


def test_the_report_says_which_of_its_chapters_the_text_lacks() -> None:
    missing = ask('{ document(id: "document:en-utsatt-position-2022") { missingParts { nodes { section } } } }')
    sections = {part["section"] for part in missing["document"]["missingParts"]["nodes"]}
    assert {"4.4", "5", "6.1", "6.2", "6.3", "6.4", "7", "8"} <= sections


def test_everything_claimed_to_decrease_stress_comes_grouped_by_link_with_swedish_labels() -> None:
    links = ask("""{ links(where: {to: {id: {eq: "concept:stress"}}, sign: {eq: DECREASES}}) { totalCount nodes {
        from { label } lineageCount supporting { nodes {
            statement kindLabel studies { nodes { label } } document { title } passage { page } } } } } }""")["links"]
    by_label = {link["from"]["label"]: link for link in links["nodes"]}
    assert links["totalCount"] == len(by_label) >= 5
    assert by_label["kollegialt stöd"]["lineageCount"] >= 2
    for link in links["nodes"]:
        for claim in link["supporting"]["nodes"]:
            assert claim["document"]["title"]
            assert claim["kindLabel"] in {"återgivet från en annan studie", "självrapporterat i forskning"}


def test_a_chain_leads_from_administrative_staff_to_stress_and_shows_every_claim() -> None:
    chains = ask("""{ paths(from: "concept:administrative-staffing", to: "concept:stress") { nodes { sign hopCount
        hops { link { supporting { totalCount } } } } } }""")["paths"]["nodes"]
    assert ("DECREASES", 2) in {(chain["sign"], chain["hopCount"]) for chain in chains}
    assert all(hop["link"]["supporting"]["totalCount"] >= 1 for chain in chains for hop in chain["hops"])


def test_support_that_buffers_workload_is_not_told_as_lowering_workload() -> None:
    link = ask('{ link(from: "concept:social-support", to: "concept:workload") { sign } }')
    assert link == {"link": None}


def test_kim_and_stoner_invoked_in_three_places_is_one_lineage() -> None:
    claims = ask("""{ claims(where: {studies: {some: {id: {eq: "study:kim-stoner-2008"}}}}) {
        totalCount nodes { lineages { nodes { id } } } } }""")["claims"]
    assert claims["totalCount"] >= 3
    assert {lineage["id"] for claim in claims["nodes"] for lineage in claim["lineages"]["nodes"]} == {
        "https://w3id.org/evidensgraf/lineage/kim-stoner"
    }


def test_whether_the_six_hour_day_lowers_sickness_absence_is_stated_to_be_unknown() -> None:
    link = ask('{ link(from: "concept:six-hour-day", to: "concept:sickness-absence") { sign lineageCount } }')["link"]
    assert link == {"sign": "UNKNOWN", "lineageCount": 0}


def test_a_causal_verb_is_licensed_only_where_a_controlled_or_longitudinal_study_stands_behind_it() -> None:
    claims = ask("""{ claims(where: {licensedForce: {in: [CAUSAL, RISK]}}) { nodes {
        studies { nodes { design } } } } }""")["claims"]["nodes"]
    designs = [{study["design"] for study in claim["studies"]["nodes"]} for claim in claims]
    assert all(each & {"CONTROLLED_TRIAL", "LONGITUDINAL_STUDY"} for each in designs)


def test_no_chain_follows_a_link_of_which_it_is_only_said_that_the_two_go_together() -> None:
    question = """{ links(where: {sign: {in: [INCREASES, DECREASES]}, lineageCount: {gt: 0},
        supporting: {none: {relation: {eq: AFFECTS}}}}, first: 100) { totalCount nodes { id } } }"""
    links = ask(question)["links"]
    symmetric = {link["id"] for link in links["nodes"]}
    whole = shipped_collection().evidence.whole
    followed = {whole.iri(edge["link"]) for _, _, edge in whole.wide_network.graph.edges(data=True)}
    assert len(symmetric) == links["totalCount"] > 0
    assert not symmetric & followed
