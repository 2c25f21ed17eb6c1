"""Search by words in Swedish and English. The only floor that knows the search library."""

from kg.search.index import SearchIndex
from kg.search.records import Highlighted, SearchHit, SearchRecord, SearchResults, TextField

__all__ = ["Highlighted", "SearchHit", "SearchIndex", "SearchRecord", "SearchResults", "TextField"]
