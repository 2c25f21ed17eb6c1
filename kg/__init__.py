"""Evidensgraf's knowledge graph: reads study files, validates, stores and links them. Knows nothing of HTTP."""

__version__ = "0.1.0"
