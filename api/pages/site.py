"""The pages' addresses: asks a page's question, renders its template, answers.

What a page says is decided by the data, the program and the address, so browsers may keep it and ask whether it is
still the same (ETag), and the latest pages are kept here as well. After a start everything is sent anew once: what the
service was started with (the program, a library) may be another.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.endpoint import Assets, Operations, Run, failure
from api.pages.addresses import DEFAULT_LANGUAGE, Addresses
from api.pages.asking import Asking, Refused
from api.pages.kept import Kept, Made
from api.pages.page import Asked, BadAddress, Download, NotThere, Page
from api.pages.rendering import Templates, graphiql_address
from api.pages.views import DOWNLOADS, PAGES
from api.pages.views.start import START
from kg.errors import UnknownIdentifier
from kg.ontology import Ontology
from kg.terms import LANGUAGES

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# A level at which a page is small enough and a request does not wait for it.
_COMPRESSED = [Middleware(GZipMiddleware, minimum_size=500, compresslevel=5)]

Answer: TypeAlias = Callable[[Asked, Run], Made]
Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


class Site:
    """All pages of one ontology, in every language.

    data_version: tells which version of the data the store holds. operations: what pages ask. assets: what they load.
    """

    def __init__(
        self, ontology: Ontology, data_version: Callable[[], str], operations: Operations, assets: Assets
    ) -> None:
        self._ontology = ontology
        self._data_version = data_version
        self._operations = operations
        self._assets = assets
        self._templates = Templates(ontology, assets)
        self._kept = Kept()
        self._start = secrets.token_hex(8)

    async def warm(self) -> None:
        """Makes the start page, so that what is reckoned or read once is there for the first visitor."""
        asked = Asked(self._ontology, DEFAULT_LANGUAGE, Addresses(self._ontology, DEFAULT_LANGUAGE), "/")
        await self._made({}, asked, partial(self._page, START))  # where it fails, a visitor will be told why

    def routes(self) -> list[BaseRoute]:
        """The addresses of pages and downloads; the last answers every address that is none."""
        made: list[BaseRoute] = []
        for language in LANGUAGES:
            prefix = "" if language == DEFAULT_LANGUAGE else f"/{language}"
            for page in PAGES:
                path = prefix + page.path if page.path != "/" else prefix or "/"
                made.append(self._route(path, language, partial(self._page, page), page.is_settled))
            for download in DOWNLOADS:
                made.append(self._route(prefix + download.path, language, partial(self._download, download)))
        for language in reversed(LANGUAGES):
            prefix = "" if language == DEFAULT_LANGUAGE else f"/{language}"
            made.append(self._route(f"{prefix}/{{nothing:path}}", language, self._nothing, is_settled=False))
        return made

    def _route(self, path: str, language: str, answer: Answer, is_settled: bool = True) -> Route:
        return Route(path, self._endpoint(language, answer, is_settled), middleware=_COMPRESSED)

    def _endpoint(self, language: str, answer: Answer, is_settled: bool) -> Endpoint:
        async def respond(request: Request) -> Response:
            asked = self._asked(request, language)
            if not is_settled:
                return (await self._made(request.headers, asked, answer)).response()
            tag = self._tag(asked)
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers={**HEADERS, "ETag": tag})
            made = self._kept.get(tag) or await self._made(request.headers, asked, answer)
            if made.status != 200:
                return made.response()
            self._kept.keep(tag, made)
            response = made.response()
            response.headers["ETag"] = tag
            return response

        return respond

    async def _made(self, headers: Mapping[str, str], asked: Asked, answer: Answer) -> Made:
        try:
            return await self._operations.work(headers, lambda run: self._answered(asked, answer, run))
        except Exception as error:  # whatever it is, a person gets a page
            return self._failed(asked, *_told(error))

    def _answered(self, asked: Asked, answer: Answer, run: Run) -> Made:
        try:
            return answer(asked, run)
        except (NotThere, UnknownIdentifier):
            return self._failed(asked, 404, [])
        except BadAddress as error:
            return self._failed(asked, 400, [], error)

    def _asked(self, request: Request, language: str) -> Asked:
        root = request.scope.get("root_path", "")
        path = request.url.path.removeprefix(root)
        address = f"{path}?{request.url.query}" if request.url.query else path
        addresses = Addresses(self._ontology, language, root)
        query = tuple(request.query_params.multi_items())
        origin = f"{request.url.scheme}://{request.url.netloc}"
        path_params, version = dict(request.path_params), self._data_version()
        return Asked(self._ontology, language, addresses, address, path_params, query, origin, version)

    def _tag(self, asked: Asked) -> str:
        """A name for what the address says now: changes with the data and with every start of the service."""
        parts = (self._start, asked.data_version, asked.origin, asked.addresses.root, asked.address)
        return '"' + hashlib.sha256(repr(parts).encode()).hexdigest()[:32] + '"'

    def _page(self, page: Page, asked: Asked, run: Run) -> Made:
        asking = Asking(run)
        asked = asking.look_up(page, asked)
        try:
            data = asking.answers(page.name, page, asked) if page.has_question and page.is_asked(asked) else {}
        except NotThere:
            return _redirect(page.elsewhere(asked), 307)
        questions = [graphiql_address(asked.addresses, *each) for each in asking.questions]
        values = {**data, **page.view(asked, data), "page_name": page.name, "question_addresses": questions}
        return self._html(self._templates.render(f"views/{page.name}.html", asked, values))

    def _download(self, download: Download, asked: Asked, run: Run) -> Made:
        data = Asking(run).answers(download.question, download, asked) if download.is_asked(asked) else {}
        disposition = f'attachment; filename="{download.file_name}"'
        headers = {**HEADERS, "Content-Disposition": disposition}
        return Made(download.write(asked, data), download.media_type, headers)

    def _nothing(self, asked: Asked, _run: Run) -> Made:
        """No page; but an address of one with a slash too many leads to it."""
        path, _, query = asked.address.partition("?")
        if path.endswith("/") and path.strip("/"):
            return _redirect(asked.addresses.root + "/" + path.strip("/") + (f"?{query}" if query else ""), 308)
        raise NotThere

    def _failed(self, asked: Asked, status: int, messages: Sequence[str], error: BadAddress | None = None) -> Made:
        values = {
            "status": status,
            "messages": messages,
            "error": error,
            "page_name": "error",
            "question_addresses": [],
        }
        headers = {"Retry-After": "5"} if status == 503 else {}
        return self._html(self._templates.render("layout/error.html", asked, values), status, headers)

    def _html(self, text: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Made:
        return Made(text.encode(), "text/html", {**HEADERS, **(headers or {})}, status)


def _redirect(address: str | None, status: int) -> Made:
    """The way to another address. Raises NotThere if there is none."""
    if address is None:
        raise NotThere
    return Made(b"", "text/plain", {**HEADERS, "Location": address}, status)


def _told(error: Exception) -> tuple[int, list[str]]:
    if isinstance(error, Refused):
        return error.status, error.messages
    outcome = failure(error)
    return outcome.status, [str(each["message"]) for each in outcome.content["errors"]]
