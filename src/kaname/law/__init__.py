"""Law: dated rules with citations, and the three-valued answers they give."""
