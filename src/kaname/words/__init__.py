"""Words: what the model, its files and its pages call things; a fact about the model that everyone may import."""
