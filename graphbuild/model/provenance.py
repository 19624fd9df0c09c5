"""Which run made a graph."""

from dataclasses import dataclass

from graphbuild.model.iri import digest


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """What made a graph: software, model and ontology, and the options that differ from the defaults.

    ``model`` and ``ontology`` are hashes of content, so that equal runs are equal on any machine. ``ended`` is an ISO 8601 time and
    is left out unless asked for: two builds of the same input give the same bytes.
    """

    version: str
    model: str = ""
    ontology: str = ""
    options: tuple[tuple[str, str], ...] = ()
    ended: str | None = None

    @property
    def id(self) -> str:
        """A name for the run that depends on its content alone."""
        return digest(self.version, self.model, self.ontology, *(f"{k}={v}" for k, v in self.options), self.ended or "")
