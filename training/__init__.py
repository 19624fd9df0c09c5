"""What makes the bundled language pipeline: corpora, configs, assembly."""
