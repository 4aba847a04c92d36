"""The files of a run as they lie on disk: what is in them, how they are written whole, read back and owned."""
