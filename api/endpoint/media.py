"""Which media type a request wants to be answered in (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from dataclasses import dataclass

RESPONSE_JSON = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"


@dataclass(frozen=True)
class Range:
    """One entry of an Accept header. quality: 0.0, never, to 1.0, most wanted."""

    media_type: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely the range names the media type: 3 itself, 2 its main type, 1 anything, 0 not at all."""
        if self.media_type == media_type:
            return 3
        if self.media_type == media_type.split("/")[0] + "/*":
            return 2
        return 1 if self.media_type == "*/*" else 0


def json_type(accept: str) -> str | None:
    """The JSON media type to answer in; None if the header accepts neither.

    accept: the Accept header, "" if there is none. Without one, and where only a wildcard matches, it is
    `application/json`, which every client reads; where both are named alike, the more telling one.
    """
    ranges = _ranges(accept or "*/*")
    wanted = max((RESPONSE_JSON, JSON), key=lambda media_type: _rank(ranges, media_type))
    return wanted if _rank(ranges, wanted)[0] > 0 else None


def wants_html(accept: str) -> bool:
    """Whether the header names HTML, and no JSON type as more wanted. True for browsers, false for scripts."""
    ranges = _ranges(accept)
    html = _rank(ranges, HTML)
    return html[0] > 0 and html[1] > 1 and all(html[0] >= _rank(ranges, other)[0] for other in (RESPONSE_JSON, JSON))


def _rank(ranges: list[Range], media_type: str) -> tuple[float, int, bool]:
    """Sorts media types by how much they are wanted, then how closely they are named."""
    specificity, quality = max(((entry.specificity(media_type), entry.quality) for entry in ranges), default=(0, 0.0))
    if specificity == 0:
        return (0.0, 0, False)
    return (quality, specificity, (media_type == RESPONSE_JSON) == (specificity == 3))


def _ranges(accept: str) -> list[Range]:
    entries = [_range(entry) for entry in accept.split(",")]
    return [entry for entry in entries if entry is not None]


def _range(entry: str) -> Range | None:
    """One entry; None if it is not readable or asks for a character set other than UTF-8."""
    media_type, parameters = parse_media_type(entry)
    if "/" not in media_type or not is_utf8(parameters):
        return None
    try:
        quality = float(parameters.get("q", "1"))
    except ValueError:
        return None
    return Range(media_type, quality) if 0 <= quality <= 1 else None


def parse_media_type(text: str) -> tuple[str, dict[str, str]]:
    """A media type in lower case and its parameters, names in lower case, values without quotes."""
    media_type, *rest = text.split(";")
    pairs = (parameter.partition("=") for parameter in rest)
    return media_type.strip().lower(), {name.strip().lower(): value.strip().strip('"') for name, _, value in pairs}


def is_utf8(parameters: dict[str, str]) -> bool:
    """Whether the parameters name UTF-8 as character set, or none."""
    return parameters.get("charset", "utf-8").lower() in ("utf-8", "utf8", "us-ascii")
