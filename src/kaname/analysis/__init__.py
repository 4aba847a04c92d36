"""Analysis: what stored futures say, one method in one file."""
