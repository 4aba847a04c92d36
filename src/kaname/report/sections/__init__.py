"""Sections of the page: each arranges one idea with its picture and one sentence that says what the picture shows."""
