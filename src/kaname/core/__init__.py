"""Core: errors, units, axes, hashing and random numbers, on which every other room stands."""
