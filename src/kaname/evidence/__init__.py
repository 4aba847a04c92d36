"""Evidence: figures with unit, date, source, grade and doubt, and the sources they come from."""
