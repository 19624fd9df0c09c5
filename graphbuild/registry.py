"""Named plug-ins: ours are registered by decorator, other packages' are found by entry point."""

from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from graphbuild.errors import UnknownPluginError

T = TypeVar("T")


class Registry(Generic[T]):
    """A mapping from names to plug-ins of one kind.

    A package offers a plug-in of its own under the entry point group ``graphbuild.<kind>s``.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._plugins: dict[str, T] = {}

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that files a plug-in under ``name``."""

        def file(plugin: T) -> T:
            self._plugins[name] = plugin
            return plugin

        return file

    def get(self, name: str) -> T:
        """Return the plug-in called ``name``.

        Raises:
            UnknownPluginError: there is none.
        """
        if name in self._plugins:
            return self._plugins[name]
        for entry_point in entry_points(group=self._group, name=name):
            plugin: T = entry_point.load()
            return plugin
        raise UnknownPluginError(self.kind, name, self)

    def __contains__(self, name: object) -> bool:
        return name in set(self)

    def __iter__(self) -> Iterator[str]:
        """Yield all names, sorted."""
        yield from sorted({*self._plugins, *(entry_point.name for entry_point in entry_points(group=self._group))})

    @property
    def _group(self) -> str:
        return f"graphbuild.{self.kind}s"
