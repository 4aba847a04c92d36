"""What law permits this quarter, read from the tables that the law room made from dated rules."""
