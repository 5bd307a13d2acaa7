"""The production server: gunicorn. Processes, because rendering is all Python and processor; threads in each, because
browsers open connections ahead and say nothing on them, and a worker without threads waits for one until its timeout."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import _DEFER, ThreadWorker

LINGER, LINGER_BYTES = 15.0, 2**28
"""Seconds for which, and bytes that, a client may go on sending after its answer; all of it is thrown away."""


class Worker(ThreadWorker):  # type: ignore[misc]
    """Gives no thread to a connection that says nothing, and answers what never becomes a request as a problem too."""

    def handle(self, conn: Any) -> Any:
        """Let a silent connection wait where it costs nothing; gunicorn itself gives each a thread for five seconds."""
        if not conn.initialized and not conn.wait_for_data(0):
            return _DEFER
        return super().handle(conn)

    def handle_request(self, req: Any, conn: Any) -> bool:
        """Answer, and let the client finish what it sends: who refuses a large body and hangs up resets the connection,
        and browsers then show that instead of the answer."""
        again = super().handle_request(req, conn)
        finished = conn.parser.finish_body(deadline=time.monotonic() + LINGER, max_bytes=LINGER_BYTES)
        return bool(again and finished)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Any) -> None:
        """Let gunicorn say what is wrong, in our form."""
        super().handle_error(req, _Problem(client), addr, exc)


class _Problem:
    """A connection on which gunicorn's page of an error goes out as `application/problem+json` (RFC 9457)."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def sendall(self, page: bytes) -> None:
        """Send the status of `page` with a problem instead of its HTML."""
        from service.app import HTTP_FAILED

        line = page.partition(b"\r\n")[0]
        _, status, reason = line.decode("latin-1").split(" ", 2)
        problem = {"type": f"/errors/{HTTP_FAILED.code}", "title": reason, "status": int(status)}
        problem |= {"detail": HTTP_FAILED.text("vi", why=reason), "code": HTTP_FAILED.code}
        body = json.dumps(problem, ensure_ascii=False).encode()
        head = f"Connection: close\r\nContent-Type: application/problem+json\r\nContent-Language: vi\r\nContent-Length: {len(body)}"
        self._client.sendall(line + b"\r\n" + head.encode() + b"\r\n\r\n" + body)


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from service.app import create_app  # after PROMETHEUS_MULTIPROC_DIR is set

        return create_app()


THREADS = 8
"""Connections at work in a process at once; those that say nothing yet take none."""


def serve(host: str, port: int, workers: int) -> int:
    """Serves until told to stop; the exit status. Templates are proved before the first worker starts."""
    options = {
        "bind": [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"],
        "workers": workers,
        "worker_class": "service.serving.Worker",
        "threads": THREADS,
        "timeout": 120,
        "graceful_timeout": 25,
        "preload_app": True,
        "control_socket_disable": True,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
    }
    # The counters of all workers are added up; the library looks for their folder when it is imported.
    folder, parent = tempfile.mkdtemp(prefix="kehoach-metrics-"), os.getpid()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    try:
        _Server(options).run()
    finally:
        if os.getpid() == parent:  # a worker that ends comes by here too, and must leave the others their counters
            shutil.rmtree(folder, ignore_errors=True)
    return 0
