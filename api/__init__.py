"""Evidensgraf's service: GraphQL derived from the ontology, the HTTP endpoint, and the command line."""
