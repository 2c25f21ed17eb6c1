"""Pages and sections of one text together: what can be said of where a character stands."""

from __future__ import annotations

from dataclasses import dataclass

from kg.passages.pages import Page, PageRule, page_at, recognise_page_rule
from kg.passages.sections import Section, recognise_sections, section_at


@dataclass(frozen=True)
class Layout:
    """The pages and sections that a text shows, in order; empty where it shows none."""

    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds the character; None where it is on no page."""
        return page_at(self.pages, offset)

    def section_at(self, offset: int) -> str | None:
        """The number of the section that holds the character, on a page; None where it is in none."""
        return None if self.page_at(offset) is None else section_at(self.sections, offset)


def read_layout(text: str, rule: PageRule | None = None) -> Layout:
    """What the text shows of its pages and sections.

    rule: how its pages are known; None: by whatever rule the text bears out, if any. Raises InputError when a rule is
    given that the text does not bear out.
    """
    rule = rule or recognise_page_rule(text)
    pages = rule.pages(text) if rule else ()
    return Layout(pages, recognise_sections(text, pages))
