"""The campaign beside the figures of published studies and games."""
