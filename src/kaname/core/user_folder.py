"""The folder where this program keeps, for one person, what it can make again: KANAME_CACHE, else the user's cache.

Reads: the environment. Writes: nothing. Source: the XDG Base Directory Specification, by platformdirs.
"""

from __future__ import annotations

import os
from pathlib import Path


def user_folder() -> Path:
    """Return the folder; it need not be there."""
    import platformdirs

    return Path(os.environ.get("KANAME_CACHE") or platformdirs.user_cache_dir("kaname"))
