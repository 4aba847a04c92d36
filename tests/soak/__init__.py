"""Soaks: what a suite tries a few hundred times is tried some hundred thousand times (`make soak`)."""
