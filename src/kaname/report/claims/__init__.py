"""The page of an audit of claims."""
