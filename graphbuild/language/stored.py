"""Components that are saved as a few files in a folder of their own."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Self

from spacy import util


class Stored(ABC):
    """What spaCy calls to save and load a component; ``exclude`` names files to leave out, with or without their suffixes."""

    @abstractmethod
    def files(self) -> Mapping[str, bytes]:
        """Return what there is to save, as content by file name."""

    @abstractmethod
    def load_files(self, files: Mapping[str, bytes]) -> Self:
        """Take over what was saved; what is not among the files stays as it is."""

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the files as one string of bytes."""
        data: bytes = util.to_bytes({name: partial(bytes, content) for name, content in self.files().items()}, tuple(exclude))
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Take over what ``to_bytes`` has returned."""
        found: dict[str, bytes] = {}
        util.from_bytes(data, {name: partial(found.__setitem__, name) for name in self.files()}, tuple(exclude))
        return self.load_files(found)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the files into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files().items():
            if not {name, name.partition(".")[0]} & set(exclude):
                (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read what ``to_disk`` has written."""
        left_out = set(exclude)
        names = [name for name in self.files() if not {name, name.partition(".")[0]} & left_out]
        return self.load_files({name: (Path(path) / name).read_bytes() for name in names})
