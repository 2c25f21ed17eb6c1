"""Evidensgraf's knowledge graph: reads study files, validates, stores and links them. Knows nothing of HTTP."""
