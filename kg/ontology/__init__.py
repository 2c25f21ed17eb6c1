"""The ontology, loaded once, as plain records. See `kg.ontology.model.Ontology`."""

from kg.ontology.loading import load_ontology, prepare_ontology
from kg.ontology.model import Ontology
from kg.ontology.records import Class, Code, Property, Texts, ValueKind

__all__ = ["Class", "Code", "Ontology", "Property", "Texts", "ValueKind", "load_ontology", "prepare_ontology"]
