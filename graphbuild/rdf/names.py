"""Short forms of IRIs, as files and tables show them."""

import re

from graphbuild.model import DEFAULT_BASE
from graphbuild.rdf.terms import prefixes

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?", re.ASCII)
_RELATIVE = re.compile(r"[a-z]+/[\w%~-]+(?:\.[\w%~-]+)*(?:#[\w-]+)?", re.ASCII)


class Names:
    """The short forms of IRIs where the base is ``base``."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base
        self.prefixes = prefixes(base)
        self._prefix_by_base = {iri: prefix for prefix, iri in self.prefixes.items()}

    def curie(self, iri: str) -> str | None:
        """Return the IRI with a prefix, None where none fits."""
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefix_by_base.get(iri[:end])
        return f"{prefix}:{iri[end:]}" if prefix is not None and _LOCAL_NAME.fullmatch(iri, end) else None

    def relative(self, iri: str) -> str | None:
        """Return the IRI as seen from the base, None where that is not plain."""
        rest = iri.removeprefix(self.base)
        return rest if self.base.endswith("/") and rest != iri and _RELATIVE.fullmatch(rest) else None
