"""SERVICE is refused however it is written; words that merely look like it are let through."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.store.guard import names_dataset, refuse_service

HELD = "https://example.org/graph"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <a:b> { ?s ?p ?o } }",
        "SELECT * {service\n?x { }}",
        "SELECT * {SERVICE SILENT a:b { }}",
        "SELECT * {SERVICESILENT<a:b> { }}",
        "PREFIX a: <a:> SELECT * {SERVICEa:b { }}",
        "SELECT * {?s ?p trueSERVICE<a:b>{ }}",
        "SELECT * {?s ?p 1SERVICE :b { }}",
        'SELECT * {?s ?p "x"SERVICE $x { }}',
        "SELECT * {?s ?p ?o.SERVICE <a:b> { }}",
        "SELECT * {BIND(1<2&&'a>'!='b' AS ?x)SERVICE#>'\n<a:b> { }}",
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(InputError, match="SERVICE"):
        refuse_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service <a:b> ?o }",
        "SELECT * { ?s a <https://example.org/ServiceOutcome> }",
        "SELECT * { ?s <https://example.org/service#quality> ?o }",
        "SELECT * { ?s ex:service ?o }",
        'SELECT * { ?s ?p "social services in Sweden" }',
    ],
)
def test_the_word_service_elsewhere_is_let_through(query: str) -> None:
    refuse_service(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"SELECT * FROM <{HELD}> {{}}", True),
        (f"SELECT *FROMNAMED<{HELD}>{{}}", True),
        ("SELECT * { ?s prov:wasDerivedFrom <a:b> }", False),
        ("SELECT * { ?derivedFrom <a:b> ?o }", False),
        ("SELECT * { ?s <https://example.org/from:here> ?o }", False),
        ('SELECT * { ?s ?p "support from managers" }', False),
    ],
)
def test_a_dataset_is_recognised_where_there_is_one(query: str, expected: bool) -> None:
    assert names_dataset(query, HELD.__eq__) is expected


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <a:elsewhere>",
        f"FROM <{HELD}> FROM NAMED <a:elsewhere>",
        "from ex:graph",
        "FROM NAMED :g",
        "FROM #\n<a:b>",
    ],
)
def test_a_dataset_with_graphs_that_are_not_held_is_refused(clause: str) -> None:
    with pytest.raises(InputError, match="FROM"):
        names_dataset(f"SELECT * {clause} {{}}", HELD.__eq__)
