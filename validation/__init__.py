"""What the model says against what is known: published campaigns, years of counts, expected signs; misses first."""
