"""What this software is called, for the record of a run."""

VERSION = "0.1.0"
