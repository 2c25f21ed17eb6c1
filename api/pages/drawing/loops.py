"""A loop as a causal-loop diagram: concepts in a ring, an arrow with a sign for each link, and what the loop does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from api.pages.drawing.geometry import LINE_CHARACTERS, LINE_HEIGHT, WORD_CHARACTERS, ring, turning_arrow
from api.pages.drawing.templates import TEMPLATES
from api.pages.drawing.wrapping import wrapped


@dataclass(frozen=True)
class Told:
    """What is written in and about the picture beside the concepts. signs: by the value of the link's sign.
    legend: lines below the picture; none where it stands on a page that says the same."""

    language: str
    title: str
    description: str
    polarity: str
    signs: Mapping[str, str]
    legend: Sequence[str] = ()


def draw_loop(hops: Sequence[Mapping[str, Any]], told: Told, name: str) -> Markup:
    """The picture as an SVG element that stands alone.

    hops: each with `from` (a concept's label and its language), sign, levelNotation and whether it hasWeight. name: of
    the picture among others on a page, letters and digits.
    """
    placed = ring([wrapped(hop["from"]["label"], LINE_CHARACTERS, WORD_CHARACTERS) for hop in hops])
    drawn = TEMPLATES.get_template("loop.svg").render(
        ring=placed,
        hops=hops,
        told=told,
        name=name,
        height=placed.height + len(told.legend) * LINE_HEIGHT + (LINE_HEIGHT if told.legend else 0),
        line_height=LINE_HEIGHT,
        turning_arrow=turning_arrow(placed.middle_x, placed.middle_y, 30),
    )
    return Markup(drawn)  # the template escapes what it is given
