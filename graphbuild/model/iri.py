"""IRIs, and where graphbuild's own are minted."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

from graphbuild.errors import InvalidIriError

DEFAULT_BASE = "https://w3id.org/graphbuild/"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")


class Iri(str):
    """An absolute IRI.

    Raises:
        InvalidIriError: the text is none.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check ``text`` and return it as an IRI."""
        if not _ABSOLUTE.fullmatch(text):
            raise InvalidIriError(text)
        return super().__new__(cls, text)

    @property
    def local_name(self) -> str:
        """What follows the last ``#`` or ``/``."""
        return re.split(r"[#/]", self)[-1]


@dataclass(frozen=True, slots=True)
class Namespace:
    """The base under which a graph's IRIs are minted; ``base`` ends with a slash or a hash."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Check the base."""
        if not self.base.endswith(("/", "#")):
            raise InvalidIriError(self.base)
        Iri(self.base)

    def term(self, name: str) -> Iri:
        """Return the IRI of a class or relation of the ontology."""
        return Iri(f"{self.base}ontology#{name}")

    def entity(self, slug: str) -> Iri:
        """Return the IRI of a thing."""
        return Iri(f"{self.base}id/{slug}")

    def statement(self, statement_id: str) -> Iri:
        """Return the IRI of a statement node."""
        return Iri(f"{self.base}statement/{statement_id}")

    def evidence(self, evidence_id: str) -> Iri:
        """Return the IRI of a piece of evidence."""
        return Iri(f"{self.base}evidence/{evidence_id}")

    def merge(self, merge_id: str) -> Iri:
        """Return the IRI of what says why a name was taken for a thing."""
        return Iri(f"{self.base}merge/{merge_id}")

    def document(self, document_id: str) -> Iri:
        """Return the IRI of a document."""
        return Iri(f"{self.base}document/{quote(document_id, safe='')}")

    def graph(self, name: str) -> Iri:
        """Return the IRI of a named graph."""
        return Iri(f"{self.base}graph/{name}")

    def run(self, run_id: str) -> Iri:
        """Return the IRI of the run that made a graph."""
        return Iri(f"{self.base}run/{run_id}")


def slugify(text: str) -> str:
    """Return a readable path segment; a text without letters or digits gives its hash.

    >>> slugify("Tsai Ing-wen")
    'tsai-ing-wen'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    slug = "-".join(re.findall(r"[^\W_]+", re.sub(r"['’.]", "", plain)))
    return slug or digest(text)


def digest(*parts: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of ``parts`` joined by newlines."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
