"""A chain as a column: its concepts in order, an arrow for each link, and below what may be said of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from api.pages.drawing.geometry import LEAST_WIDTH, LINE_HEIGHT, MARGIN, WORD_CHARACTERS, Box
from api.pages.drawing.templates import TEMPLATES
from api.pages.drawing.wrapping import wrapped

ARROW = 62
BOX_CHARACTERS = 30
TITLE_CHARACTERS = 44
NOTE_CHARACTERS = 66


@dataclass(frozen=True)
class ChainTold:
    """What is written about a chain. signs: by the value of a link's sign, how it is written and whether it moves both
    ends the same way (1), opposite ways (-1) or neither (None). notes: what stands below, each from a new line."""

    language: str
    title: str
    description: str
    signs: Mapping[str, tuple[str, int | None]]
    notes: Sequence[str]


def draw_chain(hops: Sequence[Mapping[str, Any]], told: ChainTold) -> Markup:
    """The picture as an SVG element that stands alone.

    hops: each with `from` and `to` (a concept's label and its language), sign, levelNotation and whether it hasWeight.
    """
    title = wrapped(told.title, TITLE_CHARACTERS, TITLE_CHARACTERS)
    concepts = [hops[0]["from"], *(hop["to"] for hop in hops)]
    boxes = _column([wrapped(each["label"], BOX_CHARACTERS, WORD_CHARACTERS) for each in concepts], len(title))
    notes = [line for note in told.notes for line in wrapped(note, NOTE_CHARACTERS, NOTE_CHARACTERS)]
    below = boxes[-1].y + boxes[-1].height / 2 + 2 * LINE_HEIGHT
    drawn = TEMPLATES.get_template("chain.svg").render(
        hops=hops,
        concepts=concepts,
        boxes=boxes,
        told=told,
        title=title,
        notes=notes,
        below=below,
        width=LEAST_WIDTH,
        height=below + len(notes) * LINE_HEIGHT,
        margin=MARGIN,
        line_height=LINE_HEIGHT,
    )
    return Markup(drawn)  # the template escapes what it is given


def _column(labels: Sequence[Sequence[str]], title_lines: int) -> list[Box]:
    """The labels in boxes one below the other, in the middle, with room for an arrow between them."""
    boxes: list[Box] = []
    top = 2.0 * MARGIN + title_lines * LINE_HEIGHT + MARGIN
    for lines in labels:
        height = Box(0, 0, tuple(lines)).height
        boxes.append(Box(LEAST_WIDTH / 2, top + height / 2, tuple(lines)))
        top += height + ARROW
    return boxes
