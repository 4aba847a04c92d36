"""Command line: one command in one file."""
