"""Declarations of the model's files, collected by `make order` for everyone who needs no compiler."""
