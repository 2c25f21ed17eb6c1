"""What is made when the package is built, for wheels and for editable installs alike.

GraphiQL is bundled, so that the service needs no other server and the machine no Node.js; and the shipped collection
is validated and indexed once, so that the service is ready at once.
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
        """Raises RuntimeError where GraphiQL cannot be bundled, FaultsFound where a shipped study file has a fault."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from api.graphiql.bundling import bundle_graphiql
        from kg.corpus.preparing import prepare_shipped_collection

        self.app.display_waiting("Bundling GraphiQL (needs the npm registry once)")
        bundle_graphiql(root / "api" / "graphiql")
        self.app.display_waiting("Validating and indexing the collection")
        prepare_shipped_collection()
