"""Hand-made root fields: questions that no class and no filter answers, such as a search or a path.

A question says what it is called, what it takes and what it answers, in the ontology's own terms, and computes with
plain Python values. What it answers by id is fetched from the store together with everything else.

To add one: a module in this folder with a `Question`, given to `build_schema(ontology, questions)`.
"""

from api.schema.questions.question import (
    Answer,
    Argument,
    Asked,
    InputObject,
    Listing,
    Many,
    One,
    Paged,
    Question,
    bare_report,
)

__all__ = [
    "Answer",
    "Argument",
    "Asked",
    "InputObject",
    "Listing",
    "Many",
    "One",
    "Paged",
    "Question",
    "bare_report",
]
