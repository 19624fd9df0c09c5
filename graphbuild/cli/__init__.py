"""The command line: one file per subcommand over the library."""

from graphbuild.cli.app import app

__all__ = ["app"]
