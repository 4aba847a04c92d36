"""Check."""
def findings(data):
    return []
