"""Report: what a person sees, made from stored numbers."""
