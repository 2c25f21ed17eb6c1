"""Types by name, each made when it is first asked for: they refer to each other in circles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.errors import OntologyError


class Registry:
    """The graphene types of one schema."""

    def __init__(self) -> None:
        self._makers: dict[str, Callable[[], Any]] = {}
        self._made: dict[str, Any] = {}

    def define(self, name: str, make: Callable[[], Any]) -> None:
        """Says how the type of that name is made. Raises OntologyError where the name is taken."""
        if name in self._makers:
            raise OntologyError(
                f"two things would be named {name} in GraphQL", remedy="rename the class or code list of that name"
            )
        self._makers[name] = make

    def __contains__(self, name: str) -> bool:
        return name in self._makers

    def __getitem__(self, name: str) -> Any:
        """The graphene type. Raises KeyError where none is defined."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def later(self, name: str) -> Callable[[], Any]:
        """What graphene calls when it needs the type."""

        def get() -> Any:
            return self[name]

        return get
