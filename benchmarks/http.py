"""Requests a second beside a plain docxtpl view and a bare JSON echo on the same server: `python -m benchmarks.http`.

Needs `wrk`. gunicorn with two sync workers; loopback only.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from flask import Flask, Response, jsonify, request

from benchmarks.render import plain_docxtpl
from schemas import load
from service.app import create_app
from service.mau import Templates
from service.mau.context import context
from service.places import samples_folder, templates_folder

PORT = 8765


def application() -> Flask:
    """Our application with two views more to measure against."""
    app = create_app()
    template = Templates(templates_folder()).get("kehoach")

    @app.post("/plain")
    def plain() -> Response:
        return Response(plain_docxtpl(template.data, context(load(request.get_json()))))

    @app.post("/echo")
    def echo() -> Response:
        return jsonify(request.get_json())

    return app


def main() -> None:
    """Print requests a second and both ratios."""
    body = samples_folder() / "ke-hoach-mau.json"
    script = f'wrk.method="POST"; wrk.headers["Content-Type"]="application/json"; wrk.body=io.open("{body}","rb"):read("*all")'
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-w",
        "2",
        "-b",
        f"127.0.0.1:{PORT}",
        "--preload",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen([*command, "--no-control-socket", "benchmarks.http:application()"])
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", PORT), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)
        with tempfile.TemporaryDirectory() as folder:
            lua = Path(folder) / "post.lua"
            lua.write_text(script, "utf-8")
            rates = {}
            for path in ("/plain", "/api/v1/render", "/echo"):
                url = f"http://127.0.0.1:{PORT}{path}"
                out = subprocess.run(
                    ["wrk", "-t1", "-c8", "-d5s", "-s", str(lua), url], capture_output=True, text=True, check=True
                ).stdout
                rates[path] = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
                assert "Non-2xx" not in out, out
    finally:
        server.terminate()
        server.wait(20)
    ours = rates["/api/v1/render"]
    for path, rate in rates.items():
        print(f"{path:20}{rate:10.1f} requests/s")
    print(f"ours ÷ plain docxtpl: {ours / rates['/plain']:.1f}    echo ÷ ours: {rates['/echo'] / ours:.1f}")


if __name__ == "__main__":
    main()
