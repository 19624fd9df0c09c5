"""Run the command line: ``python -m graphbuild``."""

import os
import sys
from io import TextIOWrapper

from graphbuild.cli import app
from graphbuild.errors import GraphBuildError

INTERRUPTED = 130


def main() -> None:
    """Run the command line; turn our own errors into one line and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal or a file cannot show is shown by its code
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except GraphBuildError as error:
        sys.exit(f"graphbuild: {error}")
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer has taken the KeyboardInterrupt
            sys.stderr.write("graphbuild: interrupted; nothing is left half-written\n")
        raise
    except OSError as error:
        # Standard output takes no more (a full disk): Python must not try again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(f"graphbuild: {error.strerror or error}")


if __name__ == "__main__":
    main()
