"""The collection given away in formats that others read. One module a family of formats."""

from kg.export.rdf import FORMATS, export_rdf

__all__ = ["FORMATS", "export_rdf"]
