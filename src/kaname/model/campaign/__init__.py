"""Campaign: the days of fighting, from salvo to control of the objective."""
