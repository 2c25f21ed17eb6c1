"""Claims can be ordered by what their passage says: the one thing that a claim holds within itself."""

from __future__ import annotations

import pytest

from tests.collection import ask

DOCUMENT = "document:stressade-socialarbetare-lamnar-yrket-2014"


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_claims_come_in_the_order_of_their_places_page_after_page(direction: str) -> None:
    given, is_more = "", True
    starts: list[int] = []
    while is_more:
        order = f"orderBy: [{{ passage: {{ start: {direction} }} }}]"
        fields = "totalCount nodes { passage { start } } pageInfo { hasNextPage endCursor }"
        answer = ask(f'{{ document(id: "{DOCUMENT}") {{ claims(first: 50, {order}{given}) {{ {fields} }} }} }}')
        claims = answer["document"]["claims"]
        starts += [each["passage"]["start"] for each in claims["nodes"]]
        given, is_more = f', after: "{claims["pageInfo"]["endCursor"]}"', claims["pageInfo"]["hasNextPage"]

    assert len(starts) == claims["totalCount"] > 100
    assert starts == sorted(starts, reverse=direction == "DESC")


def test_claims_of_one_section_stay_together_each_in_the_order_of_its_places() -> None:
    order = "orderBy: [{ passage: { section: ASC } }, { passage: { start: ASC } }]"
    claims = f"claims(first: 100, {order}) {{ nodes {{ passage {{ section start }} }} }}"
    answer = ask(f'{{ document(id: "{DOCUMENT}") {{ {claims} }} }}')
    places = [(each["passage"]["section"], each["passage"]["start"]) for each in answer["document"]["claims"]["nodes"]]
    sections = list(dict.fromkeys(section for section, _ in places))

    assert len(sections) > 2
    assert [place for section in sections for place in sorted(each for each in places if each[0] == section)] == places
