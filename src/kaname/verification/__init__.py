"""A second look at a run's folder by a reader that shares no code with the writer: the page of the format alone."""
