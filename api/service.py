"""One service: an opened collection, the schema of its ontology, and the application that answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphql import GraphQLSchema

from api.app import Application, create_app
from api.endpoint import Operations, RequestFacts
from api.limits import Limits
from api.schema import Context, build_schema, prepare
from api.schema.questions.assessed_links import ASSESSED_LINKS
from api.schema.questions.bridge import BRIDGE
from api.schema.questions.centralities import CENTRALITIES
from api.schema.questions.compare import COMPARE
from api.schema.questions.contradictions import CONTRADICTIONS
from api.schema.questions.coverage import COVERAGE_OF
from api.schema.questions.figures import FIGURES
from api.schema.questions.gap_map import GAP_MAP
from api.schema.questions.interests import INTERESTS
from api.schema.questions.leverage import LEVERAGE
from api.schema.questions.link import LINK
from api.schema.questions.load_bearing import LOAD_BEARING
from api.schema.questions.loops import LOOP_BREAKERS, LOOPS
from api.schema.questions.mechanisms import SHARED_MECHANISMS
from api.schema.questions.passage_text import PASSAGE_TEXT
from api.schema.questions.paths import PATHS
from api.schema.questions.plans import PLANS
from api.schema.questions.risk import RISK_ASSESSMENT
from api.schema.questions.search import SEARCH
from api.schema.questions.without import WITHOUT
from api.settings import Settings
from kg import __version__
from kg.corpus.collection import Collection, open_collection
from kg.corpus.files import STUDIES, own_files
from kg.corpus.verifying import document_digests
from kg.ontology import Ontology, load_ontology
from kg.passages import Library

QUESTIONS = (
    SEARCH,
    LINK,
    ASSESSED_LINKS,
    PATHS,
    LOOPS,
    LOOP_BREAKERS,
    BRIDGE,
    GAP_MAP,
    CONTRADICTIONS,
    WITHOUT,
    LOAD_BEARING,
    COMPARE,
    LEVERAGE,
    CENTRALITIES,
    PLANS,
    FIGURES,
    INTERESTS,
    SHARED_MECHANISMS,
    COVERAGE_OF,
    RISK_ASSESSMENT,
    PASSAGE_TEXT,
)
"""The hand-made root fields, in the order in which the schema shows them."""

_COUNTED = ("Document", "Claim", "Link", "Concept")
"""The classes whose individuals are counted when the service tells what it holds."""


@dataclass(frozen=True)
class Service:
    """What `evidensgraf serve` runs."""

    app: Application
    collection: Collection
    settings: Settings
    library: Library | None

    def counts(self) -> dict[str, int]:
        """How many documents, claims, links and concepts the collection holds, by the ontology's plural keys."""
        classes = (self.collection.ontology.class_named(name) for name in _COUNTED)
        return {each.plural_key or each.name: self.collection.count(each.name) for each in classes if each}

    def summary(self) -> str:
        """One line that says what was loaded."""
        told = ", ".join(f"{count} {plural}" for plural, count in self.counts().items())
        return f"Evidensgraf {__version__}: {told}"

    def notes(self) -> list[str]:
        """A line for each folder that the service was given: what of it is used."""
        told = []
        if self.settings.data_folder is not None:
            own = len(own_files(self.settings.data_folder))
            files = "study file" if own == 1 else "study files"
            told.append(f"Data folder {self.settings.data_folder}: {own} {files} of your own in {STUDIES}/.")
        if self.library is not None:
            wanted = document_digests(self.collection.store)
            found = len(wanted & self.library.digests())
            told.append(f"Library {self.settings.library_folder}: the texts of {found} of {len(wanted)} documents.")
        return told

    def close(self) -> None:
        """Lets go of the store."""
        self.collection.close()


def service_schema(ontology: Ontology) -> GraphQLSchema:
    """The schema that is served for an ontology."""
    return build_schema(ontology, QUESTIONS)


def services_of(collection: Collection, library: Library | None) -> dict[str, Any]:
    """What hand-made questions need beside the store."""
    return {"collection": collection, "library": library}


def open_service(settings: Settings, limits: Limits | None = None) -> Service:
    """Loads everything and assembles the application. Raises what loading raises; then nothing stays open."""
    from api.pages import Site  # those who only want the schema need no templates

    limits = limits or Limits()
    ontology = load_ontology(settings.ontology_folder)
    library = None if settings.library_folder is None else Library(settings.library_folder)
    schema = service_schema(ontology)
    collection = open_collection(ontology, settings.data_folder)
    services = services_of(collection, library)

    def make_context(facts: RequestFacts) -> Context:
        return Context(collection.store, services, facts.deadline.seconds_left)

    def health() -> Mapping[str, Any]:
        collection.store.ask("ASK { ?any ?one ?triple }")
        return {"version": __version__, "dataVersion": collection.store.version}

    operations = Operations(schema, limits, make_context, prepare)
    app = create_app(operations, health=health, pages=partial(Site, ontology, lambda: collection.store.version))
    return Service(app, collection, settings, library)
