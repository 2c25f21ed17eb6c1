"""Pictures that the service draws itself, as SVG that stands alone: they need no script and can be printed."""

from api.pages.drawing.loops import draw_loop

__all__ = ["draw_loop"]
