"""How the site is made of the pages of this folder: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

from kaname import __version__  # noqa: E402

project = "Kaname"
author = "The authors of Kaname"
copyright = "the authors of Kaname, Apache-2.0"
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "api", "formula", "held", "listed", "mathml"]
exclude_patterns = ["_build", "_ext"]

myst_enable_extensions = ["dollarmath", "colon_fence", "attrs_inline"]
myst_heading_anchors = 4
nb_execution_mode = "off"  # notebooks are run by their own test, or into the site by `make docs NOTEBOOKS=cache`
nb_execution_timeout = 300
nb_execution_raise_on_error = True

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "Kaname"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_math_renderer = "mathml"
html_copy_source = False
html_show_sourcelink = False
