"""What the relation reader is trained on and chosen by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.classify.features import Floats
from graphbuild.classify.stored import Inventory
from training.relation_reader.examples import Example, Fact


@dataclass(frozen=True, slots=True)
class Data:
    """Passages to train on and to choose by, the weights of the detector; ``gold`` are the facts of the development passages."""

    inventory: Inventory
    detector: Mapping[str, Floats]
    examples: Sequence[Example]
    dev: Sequence[Example]
    gold: Mapping[str, Mapping[Fact, str]]
