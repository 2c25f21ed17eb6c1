"""The few IRIs that code must name. Every other term is read from the ontology."""

from __future__ import annotations

from typing import Final

from rdflib import Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

BASE: Final = "https://w3id.org/evidensgraf/"
EG: Final = Namespace(BASE + "ontology#")
GRAPH: Final = Namespace(BASE + "graph/")
"""Named graphs that are not a document's: the ontology's own and the computed one."""

ONTOLOGY_GRAPH: Final = str(GRAPH.ontology)
COMPUTED_GRAPH: Final = str(GRAPH.computed)
MANIFEST_GRAPH: Final = str(GRAPH.manifest)
CONTEXT_IRI: Final = BASE + "context.jsonld"

KEY: Final = EG.key
TYPE: Final = RDF.type
RESOURCE: Final = RDFS.Resource
CODE: Final = EG.Code
CODE_LIST: Final = EG.CodeList
DOCUMENT: Final = EG.Document
CONCEPT: Final = EG.Concept
LINK: Final = EG.Link
LABEL: Final = SKOS.prefLabel

LANGUAGES: Final = ("sv", "en")
"""The languages of interface and content, in the order in which they are fallen back on."""

SIGN_MIXED: Final = URIRef(BASE + "sign/mixed")
SIGN_UNDIRECTED: Final = URIRef(BASE + "sign/undirected")
"""The signs of a link on which directions are equally many, or on which no claim states one."""

FIRST_HAND: Final = BASE + "directness/first-hand"
"""The directness of what is said by the one who found it."""

VERB_FORCE_CAUSAL: Final = URIRef(BASE + "verb-force/causal")
VERB_FORCE_ASSOCIATIVE: Final = URIRef(BASE + "verb-force/associative")
"""What a verb may promise when shown: a cause, or only that two things go together."""

RELATION_IS_PART_OF: Final = BASE + "relation/is-part-of"
RELATION_CONSISTS_IN: Final = BASE + "relation/consists-in"
RELATION_HAS_PURPOSE: Final = BASE + "relation/has-purpose"
RELATION_HAS_EVIDENCE_STATUS: Final = BASE + "relation/has-evidence-status"
"""What a comparison of concepts shows apart."""

USE_PRESCRIBED: Final = BASE + "use-mode/prescribed"
USE_ACTUAL: Final = BASE + "use-mode/actual"
"""Whether something is as it is meant to be, or as it is."""

ROLE_DEMAND: Final = BASE + "job-demands-resources-role/demand"
ROLE_RESOURCE: Final = BASE + "job-demands-resources-role/resource"
"""The roles of the factors that a risk assessment is about."""
