"""The pipeline as a spaCy component: ``nlp.add_pipe("graphbuild")``, then ``doc._.statements``.

spaCy imports this module whenever anybody makes a pipeline, so it imports next to nothing itself.
"""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from graphbuild.statement_reader import StatementReader


@Language.factory("graphbuild", default_config={"ontology": [], "base": ""}, assigns=["doc._.statements"])
def make_graphbuild(nlp: Language, name: str, ontology: list[str], base: str) -> "StatementReader":  # noqa: ARG001 - spaCy passes the name
    """Return the component; ``ontology`` names files that extend the vocabulary, ``base`` is the base of the IRIs."""
    from graphbuild.statement_reader import StatementReader  # noqa: PLC0415 - see above

    return StatementReader(nlp, ontology, base)
