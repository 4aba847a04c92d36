"""The study room: a design of experiments run in chunks, stored, summarised, resumed and repeated."""
