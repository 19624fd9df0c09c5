"""The classes that the heads tell apart, counted on the training parts."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from graphbuild.language.edit_scripts import make_script
from graphbuild.language.spans import OUTSIDE, POSITIONS
from training.conllu import Sentence
from training.name_types import TYPES

_LEAST_SCRIPTS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes each head tells apart."""

    upos: int
    xpos: int
    feats: int
    scripts: int
    labels: int
    names: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """The classes of each head, in the order of its scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def count(cls, sentences: Iterable[Sentence]) -> Self:
        """Return the classes that occur; edit scripts seen less than three times are left out."""
        words = [word for sentence in sentences for word in sentence.words]
        scripts = Counter(make_script(word.form, word.lemma) for word in words if word.lemma != "_")
        return cls(
            upos=tuple(sorted({word.upos for word in words})),
            xpos=tuple(sorted({word.xpos for word in words})),
            feats=tuple(sorted({word.feats for word in words})),
            scripts=tuple(sorted(script for script, count in scripts.items() if count >= _LEAST_SCRIPTS)),
            labels=tuple(sorted({word.deprel for word in words})),
            names=(OUTSIDE, *(f"{position}-{name}" for name in TYPES for position in POSITIONS)),
        )

    @property
    def sizes(self) -> Sizes:
        """How many classes each head has."""
        return Sizes(**{name: len(classes) for name, classes in asdict(self).items()})

    def save(self, path: Path) -> None:
        """Write the classes as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what ``save`` wrote."""
        return cls(**{name: tuple(classes) for name, classes in json.loads(path.read_text(encoding="utf-8")).items()})
