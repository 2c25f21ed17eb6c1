"""Where the service listens and which folders it uses.

One record, made once by the command line and passed down. What a request may cost is not here but in
`api.limits`; what the folders mean is known to `kg`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """How this process serves.

    host: the address to listen on; the default answers this machine only. port: 0 to 65535, 0 for any free one.
    data_folder: holds study files of one's own and the index of the collection; None keeps everything in memory.
    library_folder: a folder with the documents' texts; None if there is none on this machine.
    ontology_folder: Turtle files that are added to the shipped ontology; None for the shipped one alone.

    Raises ValueError if the port is out of range.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    data_folder: Path | None = None
    library_folder: Path | None = None
    ontology_folder: Path | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ValueError(f"port {self.port} is not between 0 and 65535")
