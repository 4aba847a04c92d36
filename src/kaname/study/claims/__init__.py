"""Claims run: paired arms, how many futures they need, what was found, and the verdict."""
