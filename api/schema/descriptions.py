"""The words of the schema: the ontology's English definitions, with the Swedish label for those who look for it."""

from __future__ import annotations

import textwrap

from kg.ontology import Texts

WIDTH = 100


def described(labels: Texts, definitions: Texts, *more: str) -> str:
    """`Definition. More. (In Swedish: label.)`, wrapped; what the ontology does not say is left out."""
    definition = definitions.get("en") or definitions.get("sv") or labels.get("en", "")
    swedish = f"(In Swedish: {labels['sv']}.)" if labels.get("sv") else ""
    return wrapped(" ".join(part for part in (definition, *more, swedish) if part))


def wrapped(text: str) -> str:
    """The text in lines of at most WIDTH characters; its own line breaks are kept."""
    return "\n".join(textwrap.fill(line, WIDTH, break_long_words=False) for line in text.split("\n"))
