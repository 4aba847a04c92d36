"""Stories of the model played: the two sides of each, what was asked of their difference, and what was seen."""
