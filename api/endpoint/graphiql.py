"""GraphiQL for browsers: the page, its files and the example queries, all from the service itself.

A checkout whose files were not bundled says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from api.endpoint.assets import Assets
from kg.terms import LANGUAGES

EXAMPLES_FOLDER = Path(__file__).parents[1] / "examples"

NOT_BUILT = (
    "GraphiQL is not built in this checkout.\n\n"
    "To build it, install the package, which needs the npm registry once:\n\n"
    "    pip install --editable .\n\n"
    "Programs can use this address all the same: send GraphQL with POST.\n"
)

# The editor writes its colours into style elements, hence 'unsafe-inline' for styles, and for styles only.
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "font-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True)
class Example:
    """A query to start from. titles, queries: language → what it asks, and its whole text, with that language first."""

    titles: Mapping[str, str]
    queries: Mapping[str, str]


def read_examples(folder: Path) -> list[Example]:
    """The examples of the folder's `.graphql` files, by file name.

    Each begins with a line `# sv: …` and a line `# en: …` that say what it asks, and its operation takes the languages
    of texts as `$language: [Language!] = [SV, EN]`. Raises ValueError for a file that does not.
    """
    return [_example(path) for path in sorted(folder.glob("*.graphql"))]


def _example(path: Path) -> Example:
    *titled, query = path.read_text(encoding="utf-8").split("\n", len(LANGUAGES))
    marks = [f"# {language}: " for language in LANGUAGES]
    if not all(line.startswith(mark) and line != mark for line, mark in zip(titled, marks, strict=False)):
        raise ValueError(f"{path.name}: the first lines must be comments that say what the query asks: {marks}")
    if _DEFAULT not in query:
        raise ValueError(f"{path.name}: the operation must take {_DEFAULT}")
    titles = {language: line.removeprefix(mark) for language, mark, line in zip(LANGUAGES, marks, titled, strict=True)}
    return Example(titles, {language: _in_language(query, language, titles[language]) for language in LANGUAGES})


def _in_language(query: str, language: str, title: str) -> str:
    first = [language, *(other for other in LANGUAGES if other != language)]
    return f"# {title}\n" + query.replace(_DEFAULT, _language_variable(first))


def _language_variable(languages: Sequence[str]) -> str:
    return f"$language: [Language!] = [{', '.join(language.upper() for language in languages)}]"


_DEFAULT = _language_variable(LANGUAGES)


class GraphiQL:
    """Serves GraphiQL's page from the assets, and the queries in `examples`, which are read once.

    Raises ValueError if an example has no title.
    """

    def __init__(self, assets: Assets, examples: Path = EXAMPLES_FOLDER) -> None:
        self._assets = assets
        self._examples = orjson.dumps([asdict(example) for example in read_examples(examples)])

    def page(self) -> Response:
        """The page, or how to build it."""
        if not self._assets.version:
            return PlainTextResponse(NOT_BUILT, 503, {"Vary": "Accept"})
        return FileResponse(self._assets.bundle / "graphiql.html", headers=PAGE_HEADERS)

    def routes(self) -> list[BaseRoute]:
        """What the page asks for beside the assets."""
        return [Route("/graphiql/examples.json", self._answer_examples)]

    async def _answer_examples(self, _request: object) -> Response:
        return Response(self._examples, media_type="application/json", headers={"Cache-Control": "no-cache"})
