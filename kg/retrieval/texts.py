"""Which text a reader is served: languages in the order asked for, then those that are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.store import Literal
from kg.terms import LANGUAGES


def preference(asked: Sequence[str], known: Sequence[str] = LANGUAGES) -> tuple[str, ...]:
    """The asked languages, then the rest of the known ones, each once."""
    return tuple(dict.fromkeys((*asked, *(known or LANGUAGES))))


def chosen_text(texts: Iterable[Literal], asked: Sequence[str]) -> Literal | None:
    """The text in the first language that there is one in; None where there is no text at all.

    After the asked languages come those of `kg.terms.LANGUAGES`, then any other by its tag. Of several texts in one
    language the alphabetically first.
    """
    order = {language: position for position, language in enumerate(preference(asked))}
    return min(
        texts,
        key=lambda text: (order.get(text.language or "", len(order)), text.language or "", text.text),
        default=None,
    )


def texts_in(texts: Iterable[Literal], asked: Sequence[str]) -> list[str]:
    """All texts in the asked languages: by language as asked, then as `swedish_key` orders them."""
    order = {language: position for position, language in enumerate(asked)}
    found = [text for text in texts if text.language in order]
    found.sort(key=lambda text: (order[text.language or ""], swedish_key(text.text), text.text))
    return [text.text for text in found]


REPLACEMENTS = (("[éèêë]", "e"), ("[àáâã]", "a"), ("ü", "y"), ("å", "{"), ("[äæ]", "|"), ("[öø]", "}"))
"""Lower-case letters and what they sort as: the three signs follow `z` in Unicode, so å, ä, ö come last, in order."""

_TRANSLATION = str.maketrans({letter: sign for letters, sign in REPLACEMENTS for letter in letters.strip("[]")})


def swedish_key(text: str) -> str:
    """What the text sorts by in Swedish: case ignored, å ä ö after z. Compare keys by code point."""
    return text.lower().translate(_TRANSLATION)
