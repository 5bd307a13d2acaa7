"""The production server: gunicorn, whose worker processes suit rendering, which is all Python and processor."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Any

from gunicorn.app.base import BaseApplication


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


def serve(host: str, port: int, workers: int) -> int:
    """Serves until told to stop; the exit status. Templates are proved before the first worker starts."""
    options = {
        "bind": [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"],
        "workers": workers,
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
