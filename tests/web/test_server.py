"""The command itself: where it listens, what it says, how it ends."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from stemma.case import Case
from stemma.cli import main

Output = pytest.CaptureFixture[str]


def test_it_serves_until_it_is_stopped(farm: Case) -> None:
    command = [sys.executable, "-m", "stemma.cli", "serve", str(farm.path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        said = app.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address
        with urlopen(address[0], timeout=30) as answer:
            assert b"<h1>" in answer.read()
        app.send_signal(signal.SIGINT)
        _, errors = app.communicate(timeout=30)
    assert "Traceback" not in errors
    assert "stemma: stopped." in errors


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--host", "0.0.0.0"], "reached from other machines"),
        (["--host", "0.0.0.0", "--token", "short"], "too short"),
        (["--host", "no such host"], "can't be listened on"),
    ],
)
def test_what_it_refuses(farm: Case, capsys: Output, more: list[str], said: str) -> None:
    assert main(["serve", str(farm.path), *more]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_is_no_case(tmp_path: Path, capsys: Output) -> None:
    assert main(["serve", str(tmp_path)]) == 1
    assert "is no case" in capsys.readouterr().err


def test_what_is_not_installed_is_named(
    farm: Case, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setitem(sys.modules, "stemma.web.server", None)
    assert main(["serve", str(farm.path)]) == 2
    assert "pip install 'stemma[web]'" in capsys.readouterr().err
