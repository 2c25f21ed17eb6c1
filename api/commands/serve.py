"""`evidensgraf serve`: opens the collection and answers until it is told to stop."""

from __future__ import annotations

import gc
import signal
import socket
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import options
from api.commands.printing import tell_unsound
from api.settings import Settings
from kg.errors import CouldNotLook

if TYPE_CHECKING:
    from api.app import Application
    from api.service import Service


class AddressTaken(CouldNotLook):
    """The service cannot listen where it was told to."""


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; the default answers this machine only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes any free one.", min=0, max=65535)] = 8000,
    data: options.Data = None,
    library: Annotated[
        Path | None, typer.Option(help="Folder with the texts of the documents, so that passages can be opened.")
    ] = None,
    ontology: options.Ontology = None,
) -> None:
    """Serve the collection: pages at /, GraphQL at /graphql. Needs no configuration and no network."""
    began = perf_counter()
    settings = Settings(host, port, data, library, ontology)
    listening = _listen(settings)
    # What is made until the service is ready stays: looking for garbage among it takes a quarter of that time.
    gc.disable()
    from api.service import open_service

    service = open_service(settings)
    tell_unsound(service.collection.ontology, ontology)
    # uvicorn shuts down in good order and then raises the signal once more: here it only ends the wait.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _run(service.app, listening, _ready(service, perf_counter() - began), settings)
    except KeyboardInterrupt:
        typer.echo("Stopped.")
    finally:
        service.close()


def _ready(service: Service, seconds: float) -> str:
    return "\n".join([f"{service.summary()}, loaded in {seconds:.1f} s.", *service.notes()])


def _listen(settings: Settings) -> socket.socket:
    """The listening socket, opened before anything is loaded, so that a taken port is told at once."""
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        # Said in full, since asyncio turns off delayed sending only on sockets that name TCP: 40 ms for each answer.
        opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((settings.host, settings.port))
        return opened
    except OSError as error:
        raise AddressTaken(
            f"cannot listen on {settings.host} port {settings.port}: {error.strerror}",
            remedy="Choose another with --port (0 takes any free one) or --host.",
        ) from error


def _run(app: Application, listening: socket.socket, summary: str, settings: Settings) -> None:
    import uvicorn

    class _Server(uvicorn.Server):
        """Says that it is ready once it is."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            gc.freeze()
            gc.enable()
            if self.started:
                host = f"[{settings.host}]" if ":" in settings.host else settings.host
                address = f"http://{host}:{listening.getsockname()[1]}"
                typer.echo(f"{summary}\nBrowse at {address}")
                typer.echo(f"Ask at {address}/graphql (GraphiQL in a browser). Stop with Ctrl+C.")

    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=True)
    _Server(config).run(sockets=[listening])
