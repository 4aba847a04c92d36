"""`kaname open` prints its address, serves there, and ends when it is interrupted."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx


def listening() -> None:
    """Hear an interruption where the tests were started deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_it_prints_an_address_serves_there_and_ends_when_interrupted(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    words = [sys.executable, "-m", "kaname", "open", "--no-browser", "--port", str(port)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    setting = {"cwd": tmp_path, "env": {**os.environ, "PYTHONUNBUFFERED": "1"}, "preexec_fn": listening}
    with subprocess.Popen(words, **setting, **pipes) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert address == f"http://127.0.0.1:{port}/"
            answer = httpx.get(address, timeout=30, headers={"accept-language": "en"})
            assert answer.status_code == 200
            assert "Move a lever, see the argument move" in answer.text
            server.send_signal(signal.SIGINT)
            _, trouble = server.communicate(timeout=30)
        finally:
            server.kill()
    assert "Traceback" not in trouble
    assert server.returncode in (0, 130)
