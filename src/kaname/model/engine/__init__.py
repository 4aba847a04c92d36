"""Engine: the order of the day, the doors between the clocks, and the run."""
