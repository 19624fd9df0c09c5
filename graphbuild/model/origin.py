"""From characters of a parsed text back to characters of the document it was cut from."""

from bisect import bisect_right
from dataclasses import dataclass

from graphbuild.model.document import Span
from graphbuild.model.mention import Quote

ORIGIN_KEY = "graphbuild.origin"
"""Where a Doc keeps its origin in ``Doc.user_data``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a Doc's text lies in its document, and what was left out of it.

    ``offset`` is the character of the document where the Doc's text starts; ``cuts`` are (position in the Doc's text, length of what
    was left out there), sorted; ``citations`` are cut-out references, each with the position in the Doc's text where it stood.
    """

    document_id: str
    text: str
    offset: int = 0
    cuts: tuple[tuple[int, int], ...] = ()
    citations: tuple[tuple[int, Quote], ...] = ()

    def __post_init__(self) -> None:
        """Refuse unsorted cuts."""
        positions = [position for position, _ in self.cuts]
        if positions != sorted(positions):
            raise ValueError(f"cuts must be sorted, got {self.cuts}")

    def position(self, index: int, *, is_end: bool = False) -> int:
        """Return the character of the document where character ``index`` of the Doc's text lies.

        An end lies before what was left out at it, a start behind it.
        """
        before = bisect_right(self.cuts, (index - is_end, 1 << 62))
        return self.offset + index + sum(length for _, length in self.cuts[:before])

    def span(self, start: int, end: int) -> Span:
        """Return the document's characters for characters [start, end) of the Doc's text."""
        return Span(self.document_id, self.position(start), self.position(end, is_end=True))

    def slice(self, span: Span) -> str:
        """Return the document's text at ``span``."""
        return self.text[span.start : span.end]
