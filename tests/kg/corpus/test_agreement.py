"""Two readers' agreement, as anyone can recompute it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.agreement import Agreement, agreement_on, reading_reports
from kg.corpus.loading import load_study_files
from kg.ontology import Ontology
from kg.store import EmbeddedStore

CODES = st.sampled_from(["increases", "decreases", "mixed"])


def test_cohens_kappa_of_the_textbook_table() -> None:
    """Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, table 18.1: κ = 0.676."""
    cells = {(0, 0): 75, (0, 1): 1, (0, 2): 4, (1, 0): 5, (1, 1): 4, (1, 2): 1, (2, 0): 0, (2, 1): 0, (2, 2): 10}
    agreement = agreement_on([pair for pair, count in cells.items() for _ in range(count)])
    assert (agreement.same, agreement.compared) == (89, 100)
    assert agreement.kappa == pytest.approx(0.676, abs=0.001)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], Agreement(0, 0, None)),
        ([("increases", "increases")], Agreement(1, 1, None)),
        ([("increases", "decreases"), ("decreases", "increases")], Agreement(0, 2, -1.0)),
    ],
)
def test_where_chance_alone_makes_all_agree_there_is_no_kappa(
    pairs: list[tuple[object, object]], expected: Agreement
) -> None:
    assert agreement_on(pairs) == expected


@given(st.lists(st.tuples(CODES, CODES), max_size=20))
def test_who_is_called_the_first_reader_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    turned = agreement_on([(second, first) for first, second in pairs])
    assert turned == agreement_on(list(pairs))
    assert turned.kappa is None or turned.kappa <= 1


def test_a_document_tells_what_both_what_one_and_what_neither_kept(ontology: Ontology, whole: Path) -> None:
    with EmbeddedStore() as store:
        load_study_files(store, ontology, [whole, whole.with_name("read-twice.yaml")])
        report = next(each for each in reading_reports(store, ontology) if each.document.endswith("/read-twice"))
    reader = "https://w3id.org/evidensgraf/agent/a-reader"
    assert (report.found_by_both, report.found_by_one, report.set_aside) == (1, {reader: 1}, 1)
    assert report.concepts == Agreement(0, 1, 0.0)
    assert report.properties["relation"] == Agreement(1, 1, None)
    assert report.properties["normalisedSign"] == Agreement(1, 1, None)
    assert report.properties["sign"] == Agreement(0, 1, 0.0)
