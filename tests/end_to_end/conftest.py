"""The program as a user runs it: a process of its own, with the bundled language pipeline."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Built:
    """What a build wrote and said."""

    folder: Path
    done: Done

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}


@pytest.fixture(scope="session")
def graphbuild() -> Callable[..., Done]:
    """Run the command line."""

    def run(*arguments: str | Path, stdin: str | bytes | None = None, **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "graphbuild", *map(str, arguments)],
            check=False,
            capture_output=True,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            env={**os.environ, **environment},
            timeout=300,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def built(graphbuild: Callable[..., Done], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The graph of the sample articles."""
    folder = tmp_path_factory.mktemp("built")
    return Built(folder, graphbuild("build", "--samples", "--output", folder))
