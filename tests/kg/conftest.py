"""The ontology, loaded once, and the valid study files beside the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ontology import Ontology, load_ontology

STUDIES = Path(__file__).parents[1] / "studies"


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def whole() -> Path:
    """A study file with a record of nearly every class."""
    return STUDIES / "valid" / "whole.yaml"
