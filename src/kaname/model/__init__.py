"""Model: the world and the mechanisms that move it."""
