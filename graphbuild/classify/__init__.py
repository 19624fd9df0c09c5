"""Which relation holds between two mentions of a sentence, read by a small network."""
