"""Judges study files: `check` reads and judges paths, `validate` judges files that were read."""

from kg.validation.checking import check, validate

__all__ = ["check", "validate"]
