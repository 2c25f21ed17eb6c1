"""Lines and columns point at the very text, whatever the layout of the file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal

from kg.ontology import Ontology
from kg.reading import read_study_file
from kg.terms import BASE, EG

LETTERS = st.text(st.characters(categories=("Ll", "Lu", "Lo", "So")), min_size=1, max_size=12)
QUOTES = st.sampled_from(["'", '"'])


@settings(deadline=None)
@given(
    words=st.lists(LETTERS, min_size=1, max_size=6, unique=True),
    quote=QUOTES,
    blank=st.integers(0, 3),
    indent=st.integers(1, 5),
)
def test_a_value_is_found_where_it_is_written(
    ontology: Ontology, words: list[str], quote: str, blank: int, indent: int
) -> None:
    listed = "".join("\n" * blank + " " * indent + f"-  {quote}{word}{quote}  # åäö\n" for word in words)
    text = f"id: document/a\ntype: Document\nidentifiers:\n{listed}"
    study = read_study_file("a.yaml", ontology, data=text.encode())
    lines = text.split("\n")
    for number, word in enumerate(words, start=1):
        place = study.places.of_value(BASE + "document/a", str(EG.identifier), Literal(word))
        assert place is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(quote + word + quote)
        assert f"identifiers[{number}]" == place.path


@settings(deadline=None)
@given(data=st.data())
def test_a_key_is_found_where_it_is_written(ontology: Ontology, data: st.DataObject) -> None:
    values = {"year": "2016", "series": "En serie", "language": "sv", "characterCount": "400", "readPart": "{sv: Allt}"}
    keys = data.draw(st.permutations(sorted(values)))
    text = "id: document/a\ntype: Document\n" + "".join(
        "\n" * data.draw(st.integers(0, 2)) + f"{key}: {values[key]}\n" for key in keys
    )
    study = read_study_file("a.yaml", ontology, data=text.encode())
    found = {}
    for each in ontology.properties_of(str(EG.Document)):
        place = study.places.of_key(BASE + "document/a", each.iri)
        if place is not None:
            found[place.path] = text.split("\n")[place.line - 1][place.column - 1 :]
    assert {key: f"{key}: {values[key]}" for key in keys} == found
