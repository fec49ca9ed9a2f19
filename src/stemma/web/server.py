"""Serves a case until it is stopped."""

import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn

from stemma.case import Case
from stemma.errors import UsageError
from stemma.web.app import app
from stemma.web.checking import Check
from stemma.web.safety import door


def serve(
    path: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    workers: int | None = None,
    check: Check | None = None,
) -> None:
    """Serves the case at `path`. `port`: 0 takes one that is free. Raises UsageError for an address that
    can't be used, CaseError for a folder that is no case."""
    Case(path)
    with _listening(host, port) as listener:
        bound = int(listener.getsockname()[1])
        made = app(Path(path), door(host, bound, token), workers, check)
        print(f"The case is at {_address(host, bound, token)} (stop: Ctrl+C).", flush=True)
        config = uvicorn.Config(
            made,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
        )
        with suppress(KeyboardInterrupt):  # the way to stop it
            uvicorn.Server(config).run(sockets=[listener])
    print("stemma: stopped.", file=sys.stderr)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=256)
    except OSError as error:
        raise UsageError(
            f"'{host}' can't be listened on at port {port}.",
            f"{error.strerror}.",
            "Name another --port; without one, a free port is taken.",
        ) from error


def _address(host: str, port: int, token: str | None) -> str:
    name = f"[{host.strip('[]')}]" if ":" in host else host
    return f"http://{name}:{port}/{'?token=…' if token else ''}"
