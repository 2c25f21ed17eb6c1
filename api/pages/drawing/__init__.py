"""Pictures that the service draws itself, as SVG that stands alone: they need no script and can be printed."""

from api.pages.drawing.chains import ChainTold, draw_chain
from api.pages.drawing.loops import Told, draw_loop

__all__ = ["ChainTold", "Told", "draw_chain", "draw_loop"]
