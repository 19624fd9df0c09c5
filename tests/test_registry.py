"""Registries of named plug-ins."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from graphbuild import registry as registry_module
from graphbuild.errors import UnknownPluginError
from graphbuild.registry import Registry


@pytest.fixture
def greeters() -> Registry[Callable[[], str]]:
    greeters: Registry[Callable[[], str]] = Registry("greeter")

    @greeters.register("polite.v1")
    def greet() -> str:
        return "Good morning."

    return greeters


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that another package offers a greeter."""
    known = EntryPoints([EntryPoint("getcwd.v1", "os:getcwd", "graphbuild.greeters")])
    monkeypatch.setattr(registry_module, "entry_points", known.select)


def test_registered_plugin_is_found_by_name(greeters: Registry[Callable[[], str]]) -> None:
    assert greeters.get("polite.v1")() == "Good morning."


def test_registering_gives_the_plugin_back(greeters: Registry[Callable[[], str]]) -> None:
    def shout() -> str:
        return "HEY"

    assert greeters.register("rude.v1")(shout) is shout


def test_unknown_name_is_an_error_that_lists_the_known(greeters: Registry[Callable[[], str]]) -> None:
    with pytest.raises(UnknownPluginError) as caught:
        greeters.get("polite.v2")

    assert (caught.value.kind, caught.value.name, caught.value.available) == ("greeter", "polite.v2", ("polite.v1",))


def test_names_are_sorted_in_whatever_order_they_came(greeters: Registry[Callable[[], str]]) -> None:
    greeters.register("rude.v1")(str)
    greeters.register("curt.v1")(str)

    assert list(greeters) == ["curt.v1", "polite.v1", "rude.v1"]


def test_registries_do_not_share_plugins(greeters: Registry[Callable[[], str]]) -> None:
    others: Registry[Callable[[], str]] = Registry("greeter")

    assert "polite.v1" in greeters
    assert "polite.v1" not in others


@pytest.mark.usefixtures("offered")
def test_plugin_of_another_package_is_found_and_listed(greeters: Registry[Callable[[], str]]) -> None:
    assert list(greeters) == ["getcwd.v1", "polite.v1"]
    assert greeters.get("getcwd.v1")()


@pytest.mark.usefixtures("offered")
def test_own_plugin_goes_before_one_of_the_same_name(greeters: Registry[Callable[[], str]]) -> None:
    greeters.register("getcwd.v1")(lambda: "ours")

    assert greeters.get("getcwd.v1")() == "ours"
