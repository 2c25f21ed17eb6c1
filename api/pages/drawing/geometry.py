"""Where things stand in a picture of a loop: boxes on an ellipse, and the arcs between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, radians, sin

LEAST_WIDTH = 480
MARGIN = 10
FONT_SIZE = 16
LINE_HEIGHT = 20
LINE_CHARACTERS = 17
WORD_CHARACTERS = 20
CHARACTER_WIDTH = 8.2
PADDING = 11
CLEARANCE = 5
_STEPS = 720


@dataclass(frozen=True)
class Box:
    """A label in its box. x, y: its middle. lines: the label's."""

    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(map(len, self.lines)) * CHARACTER_WIDTH + 2 * PADDING

    @property
    def height(self) -> float:
        return len(self.lines) * LINE_HEIGHT + 2 * PADDING

    def holds(self, x: float, y: float, around: float = 0.0) -> bool:
        """Whether a point lies in the box, or nearer to it than `around`."""
        return abs(x - self.x) <= self.width / 2 + around and abs(y - self.y) <= self.height / 2 + around


@dataclass(frozen=True)
class Arc:
    """A piece of the ellipse, drawn clockwise. sign_x, sign_y: where what is written at it stands."""

    from_x: float
    from_y: float
    to_x: float
    to_y: float
    sign_x: float
    sign_y: float


@dataclass(frozen=True)
class Ring:
    """Labels on an ellipse, the first at the top, clockwise, each with an arc to the next and the last to the first."""

    boxes: tuple[Box, ...]
    arcs: tuple[Arc, ...]
    radius_x: float
    radius_y: float
    middle_x: float
    middle_y: float

    @property
    def width(self) -> float:
        return 2 * self.middle_x

    @property
    def height(self) -> float:
        return 2 * self.middle_y


def ring(labels: Sequence[Sequence[str]]) -> Ring:
    """Places at least two labels, each given in lines, in a picture that is LEAST_WIDTH wide or more."""
    widest = max(Box(0, 0, tuple(lines)).width for lines in labels)
    tallest = max(Box(0, 0, tuple(lines)).height for lines in labels)
    # An odd ring has two labels side by side at the bottom.
    side_by_side = (widest + 2 * MARGIN) / (2 * sin(pi / len(labels))) if len(labels) % 2 else 0.0
    radius_x = max(LEAST_WIDTH / 2 - widest / 2 - MARGIN, side_by_side)
    radius_y = max(170.0, 60.0 + 34.0 * len(labels))
    shape = _Ellipse(radius_x + widest / 2 + MARGIN, radius_y + tallest / 2 + MARGIN, radius_x, radius_y)
    angles = [-90 + 360 * place / len(labels) for place in range(len(labels))]
    boxes = tuple(Box(*shape.at(angle), tuple(lines)) for angle, lines in zip(angles, labels, strict=True))
    following = (*boxes[1:], boxes[0])
    arcs = tuple(
        shape.arc(angle, 360 / len(labels), box, after)
        for angle, box, after in zip(angles, boxes, following, strict=True)
    )
    return Ring(boxes, arcs, radius_x, radius_y, shape.x, shape.y)


@dataclass(frozen=True)
class _Ellipse:
    x: float
    y: float
    radius_x: float
    radius_y: float

    def at(self, angle: float, out: float = 0.0) -> tuple[float, float]:
        """The point at an angle in degrees from the right, clockwise. out: so far outside the line."""
        turned = radians(angle)
        return self.x + (self.radius_x + out) * cos(turned), self.y + (self.radius_y + out) * sin(turned)

    def arc(self, start: float, span: float, before: Box, after: Box) -> Arc:
        """The part of the line from one box to the next that lies in neither."""
        angles = [start + span * step / _STEPS for step in range(_STEPS + 1)]
        free = [
            angle
            for angle in angles
            if not before.holds(*self.at(angle), CLEARANCE) and not after.holds(*self.at(angle), CLEARANCE)
        ]
        first, last = (free[0], free[-1]) if free else (start + span / 2, start + span / 2)
        return Arc(*self.at(first), *self.at(last), *self.at((first + last) / 2, out=-24))


def turning_arrow(x: float, y: float, radius: float) -> str:
    """The path of an arrow that goes most of a turn clockwise round a point."""
    start, end = radians(-60), radians(-60) + 1.72 * pi
    points = [(x + radius * cos(each), y + radius * sin(each)) for each in (start, end)]
    (from_x, from_y), (to_x, to_y) = points
    return f"M {from_x:.1f} {from_y:.1f} A {radius} {radius} 0 1 1 {to_x:.1f} {to_y:.1f}"
