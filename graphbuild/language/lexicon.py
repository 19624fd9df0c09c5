"""What a dictionary knows of words: which lemmas there are, and of which word an irregular form is."""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

_SHORTEST_ENDING: Final = 3
_LONGEST_ENDING: Final = 40


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of one part of speech: lemmas in small letters, and forms whose lemma no rule tells."""

    lemmas: frozenset[str] = frozenset()
    forms: Mapping[str, str] = field(default_factory=dict)

    def choose(self, form: str, candidates: Iterable[str]) -> str:
        """Return the first candidate that can be the lemma of ``form``.

        Where none is listed, this is the one that ends in the longest listed word, unless the first leaves the form as it is.

        >>> verbs = Entries(frozenset({"run", "mark", "hope", "hop"}), {"hopping": "hop"})
        >>> verbs.choose("Running", ["runn", "run"]), verbs.choose("remarking", ["remarke", "remark"])
        ('run', 'remark')
        >>> verbs.choose("hoping", ["hop", "hope"])
        'hope'
        """
        small = form.lower()
        known = self.forms.get(small)
        if not (known or self.lemmas):
            return next(iter(candidates), form)
        unlisted: list[str] = []
        for candidate in candidates:
            lemma = candidate.lower()
            if lemma == known.lower() if known else lemma in self.lemmas and not self._would_double(small, lemma):
                return candidate
            unlisted.append(candidate)
        if known or not unlisted:
            return known or form
        return unlisted[0] if unlisted[0].lower() == small else max(unlisted, key=self._listed_ending)

    def _would_double(self, form: str, lemma: str) -> bool:
        """Tell whether the last letter is doubled in such a form: "hoping" is not of "hop", since "hopping" is."""
        doubled = lemma + lemma[-1:] + form[len(lemma) :]
        return form != lemma and form.startswith(lemma) and self.forms.get(doubled) == lemma

    def _listed_ending(self, lemma: str) -> int:
        small = lemma[-_LONGEST_ENDING:].lower()
        starts = range(len(small) - _SHORTEST_ENDING + 1)
        return next((len(small) - start for start in starts if small[start:] in self.lemmas), 0)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by part of speech, and what is to be said of their sources."""

    entries_by_part: Mapping[str, Entries] = field(default_factory=dict)
    notice: str = ""

    def entries(self, part: str) -> Entries:
        """Return the entries of a part of speech; none where it has none."""
        return self.entries_by_part.get(part, _NONE)

    def to_bytes(self) -> bytes:
        """Return compressed JSON; equal lexicons give equal bytes."""
        parts = {
            part: {"lemmas": sorted(entries.lemmas), "forms": dict(sorted(entries.forms.items()))}
            for part, entries in sorted(self.entries_by_part.items())
        }
        text = json.dumps({"notice": self.notice, "parts": parts}, ensure_ascii=False, indent=0)
        return gzip.compress(text.encode(), mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read what ``to_bytes`` has returned.

        Raises:
            ValueError: it is something else.
        """
        try:
            stored = json.loads(gzip.decompress(data))
            parts = {part: Entries(frozenset(entries["lemmas"]), entries["forms"]) for part, entries in stored["parts"].items()}
            return cls(parts, stored["notice"])
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a lexicon: {error}") from error


_NONE: Final = Entries()
