"""Sentences come from the ontology's templates, in both languages, with every part filled."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF

from kg.errors import OntologyError
from kg.evidence import ConceptTree, EvidenceClaim
from kg.links import Link, Speaker
from kg.ontology import load_ontology
from kg.ontology.graph_reading import local_name, texts
from kg.terms import EG, LANGUAGES
from kg.wording import Sentences, joined
from tests.collection import shipped_ontology
from tests.kg.links.made_claims import claim, named, only_link, rules, scope, strong_link, study

TEMPLATES = {
    local_name(str(node)): texts(shipped_ontology().graph, node, EG.template)
    for node in shipped_ontology().graph.subjects(RDF.type, EG.Wording)
}


def sentences(folder: Path, sv: str, en: str) -> Sentences:
    """The ontology's sentences, and one of the name `tried`."""
    (folder / "tried.ttl").write_text(
        f"""@prefix eg: <https://w3id.org/evidensgraf/ontology#> .
        <https://w3id.org/evidensgraf/wording/tried> a eg:Wording ; eg:template "{sv}"@sv , "{en}"@en .""",
        encoding="utf-8",
    )
    return Sentences(load_ontology(folder))


def test_a_part_is_the_same_in_every_language_or_a_text_of_each(tmp_path: Path) -> None:
    say = sentences(tmp_path, "{count} om {topic}", "{count} on {topic}").say
    assert say("tried", count=2, topic={"sv": "stress", "en": "strain"}) == {"sv": "2 om stress", "en": "2 on strain"}
    assert say("tried", count="en", topic=lambda language: language * 2)["sv"] == "en om svsv"


def test_a_capital_in_the_template_begins_a_sentence(tmp_path: Path) -> None:
    say = sentences(tmp_path, "{From}: {from}.", "{From}: {from}.").say
    assert say("tried", from_="åtgärd MI")["sv"] == "Åtgärd MI: åtgärd MI."
    assert say("tried", from_="")["sv"] == ": ."


def test_what_looks_like_a_part_inside_a_part_is_left_as_it_is(tmp_path: Path) -> None:
    say = sentences(tmp_path, "{one} {other}", "{one} {other}").say
    assert say("tried", one="{other}", other=r"\1")["en"] == r"{other} \1"


def test_a_text_that_lacks_the_language_is_told_in_another(tmp_path: Path) -> None:
    assert sentences(tmp_path, "{topic}", "{topic}").say("tried", topic={"en": "strain"})["sv"] == "strain"


def test_a_part_that_is_not_given_and_a_template_that_is_not_there_are_faults(tmp_path: Path) -> None:
    tried = sentences(tmp_path, "{topic}", "{topic}")
    with pytest.raises(OntologyError, match=re.escape("the wording 'tried' names {topic}, which is not given")):
        tried.say("tried")
    with pytest.raises(OntologyError, match="the ontology has no wording 'silent'"):
        tried.say("silent")
    assert (tried.has("tried"), tried.has("silent")) == (True, False)


def test_texts_are_joined_in_each_language() -> None:
    assert joined([{"sv": "a", "en": "b"}, {"sv": "c", "en": "d"}], "; ") == {"sv": "a; c", "en": "b; d"}
    assert joined([]) == {"sv": "", "en": ""}


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_wording_stands_in_both_languages_with_the_same_parts(key: str) -> None:
    template = TEMPLATES[key]
    assert set(template) == set(LANGUAGES)
    parts = [{name.lower() for name in re.findall(r"\{(\w+)\}", text)} for text in template.values()]
    assert parts[0] == parts[1]
    assert [text for text in template.values() if re.search(r"[{}]", re.sub(r"\{\w+\}", "", text))] == []


def test_a_wording_in_one_language_only_does_not_fit_its_shape(tmp_path: Path) -> None:
    broken = sentences(tmp_path, "{topic}", "{topic}").ontology.graph
    broken.remove((None, EG.template, next(each for each in broken.objects() if str(each) == "{topic}")))
    conforms, _, report = validate(broken, inference="none")
    assert not conforms
    assert "one value in Swedish (sv) and one in English (en)" in report


@pytest.mark.parametrize("key", TEMPLATES)
def test_no_wording_borrows_the_words_of_a_system_that_was_not_applied(key: str) -> None:
    for text in TEMPLATES[key].values():
        assert not re.search(r"\bGRADE\b|CERQual|\b(bevis\w*|prove[sdn]?|proof|very low|mycket låg)\b", text)


HERE = scope("SE", setting="municipal")


def links() -> list[tuple[str, Link]]:
    """A link of every sign that links can have, with weighed claims and without, and what may be said of them."""
    found: list[tuple[str, list[EvidenceClaim]]] = []
    for factor in (1, -1, 0):
        found.append(("weighed", [claim("a", factor, study("s", where=HERE))]))
        found.append(("opinion", [claim("a", factor, kind="opinion")]))
        found.append(("strong", [replace(each, sign=claim("x", factor).sign, factor=factor) for each in strong_link()]))
        found.append(("contested", [claim("a", factor, study("s")), claim("b", -factor)]))
        found.append(("told", [claim("a", factor, study("s"), is_first_hand=False, flags=["second-hand"])]))
    for sign in ("undirected", "unknown", "mixed"):
        found.append(("weighed", [claim("a", None, study("s"), sign=named("sign", sign))]))
        found.append(("opinion", [claim("a", None, kind="opinion", sign=named("sign", sign))]))
    found.append(("mixed", [claim("a", 1, study("s")), claim("b", -1, study("t"))]))
    found.append(("mixed opinions", [claim("a", 1, kind="opinion"), claim("b", -1, kind="opinion")]))
    return [(what, only_link(*claims)) for what, claims in found]


@pytest.mark.parametrize(("what", "link"), links(), ids=lambda each: each if isinstance(each, str) else each.sign[-9:])
def test_a_link_of_every_sign_is_told_with_its_steps_in_both_languages(what: str, link: Link) -> None:
    tree = ConceptTree(labels={"support": {"sv": "stöd", "en": "support"}, "stress": {"sv": "stress", "en": "stress"}})
    speaker = Speaker(Sentences(shipped_ontology()), tree, rules())
    told = [speaker.link(link), *(text for step in speaker.why(link) for text in (step.rule, step.effect))]
    for each in told:
        assert set(each) == set(LANGUAGES)
        for text in each.values():
            assert text[:1] == text[:1].upper()
            assert not re.search(r"[{}]|  |\.\.|wording/|None", text), text
    assert ("Without a basis that counts" in speaker.link(link)["en"]) == (
        "opinion" in what and link.sign != named("sign", "unknown")
    )
    assert ("in this collection" in speaker.link(link)["en"], "i denna samling" in speaker.link(link)["sv"]) == (
        True,
        True,
    )
