"""What pages say of themselves, in each language: one Fluent file a language (https://projectfluent.org).

Words for concepts, values and properties do not stand here; they are the ontology's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent


class Interface:
    """The texts of the interface in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for path in sorted((FOLDER / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, name: str, /, **values: Any) -> str:
        """The text, with the values put in. Raises LookupError where there is no such text, or a value is missing."""
        message = self._bundle.get_message(name)
        if message.value is None:
            raise LookupError(f"the text {name} is empty in {self.language}")
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise LookupError(f"the text {name} in {self.language}: {errors[0]}")
        return str(text)

    def has(self, name: str) -> bool:
        """Whether there is such a text."""
        return bool(self._bundle.has_message(name))


@cache
def interface(language: str) -> Interface:
    """The interface in a language of the content."""
    return Interface(language)
