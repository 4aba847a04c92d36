"""The names of `import kaname` with their signatures and docstrings, listed from the package itself."""

from __future__ import annotations

import inspect
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective


class PublicNames(SphinxDirective):
    """One entry for every public name: functions first, then the classes that they return, with their methods."""

    def run(self) -> list[nodes.Node]:
        """Return the nodes that autodoc makes of the names."""
        import kaname

        found = {name: getattr(kaname, name) for name in kaname.PUBLIC}
        lines: list[str] = []
        for title, wanted in (("Functions", False), ("Classes", True)):
            lines += [".. rubric:: " + title, ""]
            for name, thing in found.items():
                if inspect.isclass(thing) is wanted:
                    lines += [f".. auto{'class' if wanted else 'function'}:: kaname.{name}"]
                    lines += ["   :members:", ""] if wanted else [""]
        return self.parse_text_to_nodes("\n".join(StringList(lines, source="kaname.PUBLIC")))


def setup(app: Any) -> dict[str, bool]:
    """Register the directive `public-names`."""
    app.add_directive("public-names", PublicNames)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
