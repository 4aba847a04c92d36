"""A run's rows as files that other programmes open, with labels and units: CSV, SQLite, DuckDB, Stata, NetCDF."""
