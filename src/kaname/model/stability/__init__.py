"""Stability: missile programmes, arsenals and the incentive to strike first."""
