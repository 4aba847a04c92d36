"""Charts: each makes a drawing from numbers and words that are ready; none reads a run."""
