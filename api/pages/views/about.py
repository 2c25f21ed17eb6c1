"""How support levels come about, in the ontology's words; and the licences of what browsers load."""

from __future__ import annotations

from api.pages.page import Page

ABOUT = Page("about", "/about")
LICENCES = Page("licences", "/licences", has_question=False)
