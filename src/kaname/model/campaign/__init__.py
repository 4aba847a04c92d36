"""Campaign: the clock of days, from the first salvo to control of the objective, and its exact kernels."""
