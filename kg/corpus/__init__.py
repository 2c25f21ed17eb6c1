"""The collection as a whole: all study files read, validated and loaded, or nothing; and what is asked of it."""

from kg.corpus.collection import Collection, open_collection
from kg.corpus.loading import load_study_files
from kg.corpus.verifying import PassageReport, verify_passages

__all__ = ["Collection", "PassageReport", "load_study_files", "open_collection", "verify_passages"]
