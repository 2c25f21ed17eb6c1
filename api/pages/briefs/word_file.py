"""A brief as a Word file, with real headings, lists and tables, so that it can be worked on further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from api.pages.briefs.contents import Entry
from api.pages.briefs.items import HEADING, UNREAD
from api.pages.briefs.references import Numbers
from api.pages.briefs.telling import Fact, Line, Span, Told, levels_in_words
from api.pages.page import Asked
from api.pages.rendering import label_of
from api.pages.texts import Interface, interface

_TAGS: Mapping[str, str] = {"sv": "sv-SE", "en": "en-GB"}
_TABLE = "Light Grid Accent 1"


@dataclass(frozen=True)
class Brief:
    """What a file is made of. references: in words, in the order of their numbers. permalink: the whole address.

    changed_on: the day on which the collection was last changed. notes: what is to be said of the brief as a whole.
    """

    title: str
    entries: Sequence[Entry]
    references: Sequence[str]
    numbers: Numbers
    permalink: str
    changed_on: str
    notes: Sequence[str] = ()


def word_file(asked: Asked, brief: Brief) -> bytes:
    """The file in the language of the request."""
    document = Document()
    _set_language(document, asked.language)
    document.core_properties.title = brief.title
    document.core_properties.author = "Evidensgraf"
    document.core_properties.language = _TAGS[asked.language]
    _Writer(document, asked, brief).write()
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_language(document: WordDocument, language: str) -> None:
    """What the spelling checker takes the text for (ECMA-376, part 1, section 17.3.2.20)."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), _TAGS[language])


class _Writer:
    """Writes one brief."""

    def __init__(self, document: WordDocument, asked: Asked, brief: Brief) -> None:
        self._document = document
        self._asked = asked
        self._brief = brief
        self._say: Interface = interface(asked.language)

    def write(self) -> None:
        """Everything, in the order of the page."""
        self._document.add_heading(self._brief.title, 0)
        self._document.add_paragraph(self._say("brief-limits"))
        for note in self._brief.notes:
            self._document.add_paragraph(note)
        for entry in self._brief.entries:
            self._entry(entry)
        self._references()
        self._levels()
        self._version()

    def _entry(self, entry: Entry) -> None:
        if entry.item.kind == HEADING:
            self._document.add_heading(entry.item.text, 1)
        elif entry.told is None:
            name = "brief-unread" if entry.item.kind == UNREAD else "brief-gone"
            self._document.add_paragraph(self._say(name, item=entry.item.words))
        else:
            self._told(entry.told, entry.level - 1)
        if entry.change == "changed" or (entry.change == "gone" and entry.item.digest):
            self._document.add_paragraph(self._say(f"brief-{entry.change}-here"), style="Intense Quote")

    def _told(self, told: Told, level: int) -> None:
        heading = self._document.add_heading("", level)
        for place, span in enumerate(told.title):
            self._write(heading, [*([Span(" → ", self._asked.language)] if place else ()), span])
        self._line(self._document.add_paragraph(), told.statement)
        for fact in told.facts:
            self._fact(fact)

    def _fact(self, fact: Fact) -> None:
        if fact.is_ordered:
            self._steps(fact)
            return
        if len(fact.lines) == 1:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{fact.name}: ").bold = True
            self._line(paragraph, fact.lines[0])
            return
        self._document.add_paragraph(style="List Bullet").add_run(f"{fact.name}:").bold = True
        for line in fact.lines:
            self._line(self._document.add_paragraph(style="List Bullet 2"), line)

    def _steps(self, fact: Fact) -> None:
        level = label_of(self._asked.ontology, "Link.level", self._asked.language)
        rows = self._table(("", fact.name, level[:1].upper() + level[1:]), len(fact.lines))
        for number, (line, row) in enumerate(zip(fact.lines, rows, strict=True), 1):
            row[0].text = str(number)
            self._line(row[1].paragraphs[0], Line(line.spans, line.claims))
            row[2].text = str(line.graded["levelNotation"]) if line.graded else ""
        self._document.add_paragraph()

    def _line(self, paragraph: Paragraph, line: Line) -> None:
        if line.graded:
            paragraph.add_run(f"{line.graded['levelNotation']}. ").bold = True
        self._write(paragraph, line.spans)
        numbers = self._brief.numbers.of(line)
        if numbers:
            paragraph.add_run(f" [{', '.join(map(str, numbers))}]")

    def _write(self, paragraph: Paragraph, spans: Sequence[Span]) -> None:
        """Text in another language is marked, so that it is not taken for misspelt."""
        for span in spans:
            run = paragraph.add_run(span.text)
            if span.language != self._asked.language:
                language = OxmlElement("w:lang")
                language.set(qn("w:val"), _TAGS.get(span.language, span.language))
                run._r.get_or_add_rPr().append(language)

    def _references(self) -> None:
        self._document.add_heading(self._say("brief-references"), 1)
        if not self._brief.references:
            self._document.add_paragraph(self._say("brief-no-references"))
        for number, reference in enumerate(self._brief.references, 1):
            self._document.add_paragraph(f"[{number}]\t{reference}", style="List")

    def _levels(self) -> None:
        self._document.add_heading(self._say("brief-levels"), 1)
        levels = levels_in_words(self._asked)
        level = label_of(self._asked.ontology, "SupportLevel", self._asked.language)
        rows = self._table((level[:1].upper() + level[1:], self._say("brief-means")), len(levels))
        for told, row in zip(levels, rows, strict=True):
            for cell, text in zip(row, told, strict=True):
                cell.text = text

    def _table(self, names: Sequence[str], count: int) -> list[tuple[_Cell, ...]]:
        """A table with a heading row that is repeated on every page; its other rows, each as its cells."""
        table = self._document.add_table(rows=count + 1, cols=len(names), style=_TABLE)
        head, *rows = table.rows
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, name in zip(head.cells, names, strict=True):
            cell.text = name
        return [row.cells for row in rows]

    def _version(self) -> None:
        self._document.add_heading(self._say("brief-about"), 1)
        if self._brief.changed_on:
            self._document.add_paragraph(self._say("start-changed", date=self._brief.changed_on))
        self._document.add_paragraph(f"{self._say('footer-version')}: {self._asked.data_version}")
        self._document.add_paragraph(f"{self._say('brief-permalink')}: {self._brief.permalink}")
