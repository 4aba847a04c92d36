"""Commitments: what was promised, what is expected, what is delivered."""
