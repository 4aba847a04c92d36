"""Finite games in extensive form: files, logit equilibria, estimation. Needs no compiler and knows no alliance."""
