"""Study files (YAML-LD) as graphs that remember line and column. See `kg.reading.study_file.read_study_file`."""

from kg.reading.places import Place, Places
from kg.reading.study_file import Reading, StudyFile, examine_study_file, read_study_file, read_study_files
from kg.reading.words import example, expectation, nearest, nearest_by_label, shown, with_article

__all__ = [
    "Place",
    "Places",
    "Reading",
    "StudyFile",
    "examine_study_file",
    "example",
    "expectation",
    "nearest",
    "nearest_by_label",
    "read_study_file",
    "read_study_files",
    "shown",
    "with_article",
]
