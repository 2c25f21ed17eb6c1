"""Benchmarks: programs to run by hand. See README.md beside this file."""
