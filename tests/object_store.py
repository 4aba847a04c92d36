"""A server that speaks S3 on this machine, with a bucket, and what its network can do to a request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

BUCKET = "runs"


class Silent(WSGIRequestHandler):
    """A handler that logs nothing."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Log nothing."""


class Network:
    """What stands before the server. asked: method and path of every request; lost: which answers are lost.

    A lost answer is one to a request that the server has carried out: the client is told of a trouble in between.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.lost: Callable[[str], bool] = lambda request: False
        self.port = 0
        self._server = DomainDispatcherApplication(create_backend_app)

    def empty(self) -> None:
        """Remove every object."""
        httpx.post(f"http://127.0.0.1:{self.port}/moto-api/reset").raise_for_status()
        httpx.put(f"http://127.0.0.1:{self.port}/{BUCKET}").raise_for_status()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        query = f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else ""
        request = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}{query}"
        self.asked.append(request)
        if not self.lost(request):
            return self._server(environ, start_response)
        b"".join(self._server(environ, lambda *answer: lambda content: None))
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return [b""]


@contextmanager
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    """Start the server with an empty bucket, and name it in the environment."""
    network = Network()
    server = make_server("127.0.0.1", 0, network, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}", "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    try:
        network.port = server.server_port
        network.empty()
        yield network
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
