"""What is read: documents, and character ranges in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """A text with where it comes from. ``text`` never changes: all offsets are into it.

    ``published`` is an ISO 8601 date; ``source`` a URL or a publisher's name.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a document's text."""

    document_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or negative range."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"span must satisfy 0 <= start < end, got [{self.start}, {self.end})")

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies within this range."""
        return self.document_id == other.document_id and self.start <= other.start and other.end <= self.end
