"""Pushing below the threshold against its rivals, on the counts of 2012-2024."""
