"""The publications that a brief rests on: in words, as CSL-JSON and as BibTeX.

Only what the collection holds is told; what was inferred and does not stand in a document is marked in the note.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from rdflib import URIRef

from api.pages.briefs.contents import Entry
from api.pages.briefs.telling import Line
from api.pages.page import Data, codes
from api.pages.rendering import label_of
from api.pages.texts import Interface
from kg.ontology import Ontology
from kg.terms import EG

if TYPE_CHECKING:
    from pybtex.database import BibliographyData


@dataclass(frozen=True)
class Reference:
    """A publication. is_read: whether its text was read for the collection, or only what others say of it.

    record: as the question on references has it.
    """

    record: Mapping[str, Any]
    is_read: bool

    @property
    def name(self) -> str:
        """What it is called in the exchange formats."""
        return str(self.record["id"]).rsplit("/", 1)[1]

    @property
    def inferred(self) -> list[str]:
        """The keys of the details that the reader inferred."""
        return sorted({key for each in self.record["inferred"]["nodes"] for key in each["properties"]})


def sources_of(claims: Iterable[Mapping[str, Any]]) -> tuple[list[str], list[str]]:
    """The ids of the documents that the claims stand in, and of the publications of the studies behind that were not
    read.
    """
    claims = list(claims)
    read = dict.fromkeys(str(claim["document"]["id"]) for claim in claims)
    studies = (study for claim in claims for study in claim["studies"]["nodes"])
    behind = dict.fromkeys(str(each["id"]) for study in studies for each in study["reportedIn"]["nodes"])
    return list(read), [each for each in behind if each not in read]


def claims_of(entries: Iterable[Entry]) -> list[Mapping[str, Any]]:
    """The claims that the entries rest on, in the order in which they are told."""
    return [claim for entry in entries if entry.told for line in entry.told.lines for claim in line.claims]


class Numbers:
    """The numbers by which what is told refers to the list of references."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._numbers = {each.record["id"]: number for number, each in enumerate(references, 1)}

    def of(self, line: Line) -> list[int]:
        """Those of the publications that a line rests on, in order."""
        read, behind = sources_of(line.claims)
        return sorted(self._numbers[each] for each in (*read, *behind) if each in self._numbers)


def references_of(entries: Iterable[Entry], data: Data) -> list[Reference]:
    """The publications that the entries rest on, each once: first what was read, then what was not, by year and name.

    data: of the brief, with the answers to the questions on references.
    """
    read, others = sources_of(claims_of(entries))
    answers = data.get("further", {}).values()
    kinds = ("documents", "works")
    records = {
        each["id"]: each for answer in answers for kind in kinds for each in answer.get(kind, {}).get("nodes", ())
    }
    made = [Reference(records[each], each in read) for each in (*read, *others) if each in records]
    return sorted(made, key=lambda each: (not each.is_read, each.record["year"] or 9999, each.name))


def in_words(reference: Reference, ontology: Ontology, say: Interface) -> str:
    """The publication as a reference list has it: who (year). What. Where. Which kind."""
    record = reference.record
    kind = label_of(ontology, f"PublicationType:{record['publicationType']}", say.language)
    citation = str(record.get("citation") or "")
    who = ", ".join(_authors(record)) or (record["publisher"] or {}).get("name") or citation
    what = record["title"] or citation or say("brief-no-title")
    year = str(record["year"] or say("brief-no-year"))
    # A citation in short form already has its year.
    head = who if who.endswith(year) else f"{who or what} ({year})"
    where = [record["series"], (record["publisher"] or {}).get("name"), *record["identifiers"]]
    parts = [
        f"{head}.",
        "" if what in head else f"{what}.",
        " ".join(f"{each}." for each in where if each and each != who),
        f"{kind[:1].upper()}{kind[1:]}.",
        "" if reference.is_read else say("brief-not-read"),
        _inferred_note(reference, ontology, say),
    ]
    return " ".join(part for part in parts if part)


def csl_json(references: Iterable[Reference], ontology: Ontology, say: Interface) -> list[dict[str, Any]]:
    """The publications in the form of https://citeproc-js.readthedocs.io, Introduction, "CSL-JSON"."""
    return [_csl(reference, ontology, say) for reference in references]


def bibtex(references: Iterable[Reference], ontology: Ontology, say: Interface) -> str:
    """The publications as a BibTeX file in UTF-8, with what LaTeX would take for commands written as characters."""
    from pybtex.database import BibliographyData, Entry, Person

    entries = {}
    for reference in references:
        csl = _csl(reference, ontology, say)
        kind = _annotation(ontology, reference, EG.bibtexType)
        fields = {
            "title": csl.get("title"),
            "year": str(reference.record["year"] or ""),
            "journal" if kind == "article" else "series": csl.get("container-title"),
            "institution" if kind == "techreport" else "publisher": csl.get("publisher"),
            "note": csl.get("note"),
        }
        people = [Person(_bibtex_name(author)) for author in csl.get("author", ())]
        told = {name: _latex(value) for name, value in fields.items() if value}
        entries[reference.name] = Entry(kind, fields=told, persons={"author": people})
    return _as_it_stands(BibliographyData(entries))


def _as_it_stands(bibliography: BibliographyData) -> str:
    """The file. pybtex's own escaping knows neither $ nor ^ nor \\, and would escape once more what is escaped."""
    from pybtex.database.output.bibtex import Writer

    class Plain(Writer):  # type: ignore[misc]
        def _encode(self, text: str) -> str:
            return text

    written = StringIO()
    Plain(encoding="utf-8").write_stream(bibliography, written)
    return written.getvalue()


_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # a brace that is escaped would still be counted
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "&%$#_"},
    }
)


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _bibtex_name(author: Mapping[str, str]) -> str:
    """Braces keep the name of an organisation together."""
    if "literal" in author:
        return "{" + _latex(author["literal"]) + "}"
    return f"{_latex(author['family'])}, {_latex(author['given'])}"


def _csl(reference: Reference, ontology: Ontology, say: Interface) -> dict[str, Any]:
    record = reference.record
    people = {each["id"] for each in record["people"]["nodes"]}
    note = [
        *record["identifiers"],
        "" if reference.is_read else say("brief-not-read"),
        _inferred_note(reference, ontology, say),
    ]
    made = {
        "id": reference.name,
        "type": _annotation(ontology, reference, EG.cslType),
        "title": record["title"] or record.get("citation"),
        "author": [_csl_name(each, people) for each in record["authors"]["nodes"]],
        "issued": {"date-parts": [[record["year"]]]} if record["year"] else None,
        "publisher": (record["publisher"] or {}).get("name"),
        "container-title": record["series"],
        "language": record.get("language"),
        "note": " ".join(each for each in note if each),
    }
    return {name: value for name, value in made.items() if value}


def _csl_name(agent: Mapping[str, Any], people: set[str]) -> dict[str, str]:
    """A person by family and given name, as far as the name as it stands tells; anybody else as a whole.

    people: the ids of those who are persons.
    """
    given, _, family = agent["name"].rpartition(" ")
    is_split = agent["id"] in people and given
    return {"family": family, "given": given} if is_split else {"literal": agent["name"]}


def _authors(record: Mapping[str, Any]) -> list[str]:
    return [str(each["name"]) for each in record["authors"]["nodes"]]


def _inferred_note(reference: Reference, ontology: Ontology, say: Interface) -> str:
    """Which of the details that are shown the reader inferred; "" for none."""
    told = {"authors", "year", "publisher", "series", "identifiers", "publicationType", "title"}
    words = [label_of(ontology, f"Work.{key}", say.language) for key in reference.inferred if key in told]
    return say("brief-inferred", properties=", ".join(words)) if words else ""


def _annotation(ontology: Ontology, reference: Reference, term: URIRef) -> str:
    name = reference.record["publicationType"]
    kind = next(code for code in codes(ontology, "PublicationType") if code.enum_name == name)
    return str(ontology.graph.value(URIRef(kind.iri), term))
