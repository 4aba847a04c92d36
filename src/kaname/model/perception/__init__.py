"""Perception: what each government believes about the others."""
