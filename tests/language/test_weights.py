import numpy as np
import pytest

from graphbuild.language.weights import Linear, blocks, from_npz, to_npz


@pytest.fixture
def layer() -> Linear:
    weights = {"x.weight": np.array([[1, 0], [0, 2], [0, 0]], "float16"), "x.bias": np.array([0, 0, 1], "float16")}
    return Linear.of(weights, "x")


def test_layer_multiplies_and_adds(layer: Linear) -> None:
    assert layer(np.array([[3, -4]], "float32")).tolist() == [[3, -8, 1]]


def test_layer_passes_a_tenth_of_what_is_negative_on(layer: Linear) -> None:
    assert layer.activated(np.array([[3, -4]], "float32")).tolist() == [[3, pytest.approx(-0.8), 1]]


def test_layer_computes_in_single_precision(layer: Linear) -> None:
    assert layer(np.zeros((1, 2), "float32")).dtype == np.float32


@pytest.mark.parametrize("count", [0, 1, 1024, 2500])
def test_best_class_does_not_depend_on_blocks(layer: Linear, count: int) -> None:
    states = np.random.default_rng(0).normal(size=(count, 2)).astype("float32")

    assert layer.best(states).tolist() == layer(states).argmax(1).tolist()
    assert sum(map(len, blocks(states))) == count


def test_layer_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="layer 'x' must have 3 outputs, got 2"):
        Linear.of({"x.weight": np.zeros((2, 4)), "x.bias": np.zeros(2)}, "x", outputs=3)


def test_weights_survive_being_saved() -> None:
    weights = {"b": np.ones((2, 3), "float16"), "a": np.zeros(2, "float32")}

    found = from_npz(to_npz(weights))

    assert {name: (array.dtype, array.tolist()) for name, array in found.items()} == {
        name: (array.dtype, array.tolist()) for name, array in weights.items()
    }


def test_equal_weights_give_equal_bytes() -> None:
    one, other = np.ones(2), np.zeros(3)

    assert to_npz({"a": one, "b": other}) == to_npz({"b": other, "a": one})


def test_archive_that_has_changed_is_refused() -> None:
    content = to_npz({"a": np.ones(100)})

    with pytest.raises(ValueError, match="not an archive of weights: Bad CRC"):
        from_npz(content.replace(np.float64(1).tobytes(), np.float64(2).tobytes(), 1))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(to_npz({"a": np.ones(100)})[:200], id="half an archive"),
        pytest.param(b"something else", id="no archive"),
    ],
)
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not an archive of weights"):
        from_npz(content)
