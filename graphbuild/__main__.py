"""Run the command line: ``python -m graphbuild``."""

import os
import sys

from graphbuild.cli import app
from graphbuild.errors import GraphBuildError

INTERRUPTED = 130


def main() -> None:
    """Run the command line; turn our own errors into one line and exit code 1."""
    try:
        app()
    except GraphBuildError as error:
        sys.exit(f"graphbuild: {error}")
    except KeyboardInterrupt:
        sys.stderr.write("graphbuild: interrupted; nothing is left half-written\n")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone ("… | head"): that is no error, but Python would complain on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
