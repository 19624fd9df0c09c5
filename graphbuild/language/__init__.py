"""The components of the bundled language pipeline: one encoder, and what reads tags, lemmas, trees, sentences and names off its states.

Importing this package imports nothing else: spaCy looks into it whenever anybody makes a pipeline (see ``factories``).
"""
