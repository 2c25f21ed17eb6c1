"""Sentences from the ontology's templates, in every language of the content."""

from kg.wording.sentences import Part, Sentences, joined

__all__ = ["Part", "Sentences", "joined"]
