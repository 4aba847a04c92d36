"""One fixed subset of the model, twice: the project's own compiled kernels, and an ordinary Mesa model."""
