"""The files that browsers load, bundled when the package is built (`api/browser`).

Their address changes with their content, so browsers may keep them for ever.
"""

from __future__ import annotations

from os import PathLike, stat_result
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUNDLE_FOLDER = Path(__file__).parents[1] / "browser" / "dist"


class Assets:
    """What was bundled into the folder; a checkout that was not built has none."""

    def __init__(self, bundle: Path = BUNDLE_FOLDER) -> None:
        self.bundle = bundle
        version = bundle / "version.txt"
        self.version = version.read_text(encoding="utf-8") if version.is_file() else None

    def address(self, name: str) -> str | None:
        """Where the file is served, relative to the service's root; None if nothing was bundled."""
        return f"assets/{self.version}/{name}" if self.version else None

    def text(self, name: str) -> str | None:
        """What the file says; None if nothing was bundled."""
        return (self.bundle / "assets" / self.version / name).read_text(encoding="utf-8") if self.version else None

    def routes(self) -> list[BaseRoute]:
        """The address of the files, if there are any."""
        if not self.version:
            return []
        files = _BundledFiles(directory=self.bundle / "assets")
        return [Mount("/assets", files, middleware=[Middleware(GZipMiddleware, minimum_size=500)])]


class _BundledFiles(StaticFiles):
    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
