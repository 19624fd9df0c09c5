"""One runner per figure: each prints what was measured and what it is compared with."""
