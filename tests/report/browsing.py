"""A page open in Chromium, and what it said and asked for meanwhile; shared by the tests that need a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

CHROMIUM = Path(os.environ.get("KANAME_CHROMIUM", "/usr/bin/chromium"))
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --font-render-hinting=none"
).split()
UNFOLD = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"


class Seen:
    """A page that is open, and what it said and asked for meanwhile."""

    def __init__(
        self, browser: Any, folder: Path, width: int, height: int, scheme: str = "light", script: bool = True,
        scale: float = 1.0,
    ) -> None:  # fmt: skip
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script,
            device_scale_factor=scale, reduced_motion="reduce",
        )  # fmt: skip
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto((folder / "report.html").as_uri())

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)
