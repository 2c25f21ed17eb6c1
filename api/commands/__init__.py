"""The command line: `evidensgraf …`. Each command is a module; what it does is done by the floors below."""

from api.commands.program import main

__all__ = ["main"]
