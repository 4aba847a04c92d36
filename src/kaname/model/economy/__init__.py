"""Economy: growth, debt and the burden of defence."""
