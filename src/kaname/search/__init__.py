"""Search: bargains looked for rather than given."""
