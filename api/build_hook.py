"""What is made when the package is built, for wheels and for editable installs alike.

What browsers load is bundled, so that the service needs no other server and the machine no Node.js; and the shipped
collection is validated and indexed once, so that the service is ready at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EvidensgrafBuildHook(BuildHookInterface[Any]):
    """Called by hatchling before it gathers the files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises RuntimeError without npm packages, FaultsFound where a shipped study file has a fault."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from api.browser.bundling import bundle_browser_files
        from kg.corpus.preparing import prepare_shipped_collection

        self.app.display_waiting("Bundling what browsers load (needs the npm registry once)")
        bundle_browser_files(root / "api" / "browser")
        self.app.display_waiting("Validating and indexing the collection")
        prepare_shipped_collection()
