"""The crisis beside the signs that literatures expect, and the outputs of its tutorial."""
