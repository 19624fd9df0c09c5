"""The network that scores the relations of pairs of mentions."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from graphbuild.classify.features import Features, Floats, Ints
from graphbuild.language.session import Session

_OUTPUTS: Final = ("relations", "factuality", "attention", "vectors")


class Scores(NamedTuple):
    """What the network makes of pairs.

    Of each relation how likely it holds, (pairs, relations), of each factuality, (pairs, 4), of each word how much it is looked at for
    the trigger, (pairs, words), and what is known of the pair, (pairs, width), for readers of other relations.
    """

    relations: Floats
    factuality: Floats
    attention: Floats
    vectors: Floats


@dataclass(frozen=True, slots=True)
class RelationNetwork:
    """Runs the network over a few sentences at a time."""

    session: Session

    def __call__(self, states: Floats, hints: Floats, features: Features, pairs: Ints) -> Scores:
        """Return the scores of ``pairs`` of the mentions in ``features``.

        ``states`` are those of the encoder's inner layer and of its last, (words, 2, width), and ``hints`` of which
        relations' triggers each word is, (words, relations).
        """
        spans = features.spans.copy()
        spans[:, 1] -= 1
        inputs: dict[str, Floats | Ints] = {
            "states": states[None],
            "hints": hints[None],
            "kinds": features.kinds()[None],
            "dependencies": features.dependencies[None],
            "tags": features.tags[None],
            "spans": spans,
            "types": features.types,
            "pairs": pairs,
            "roles": features.roles(pairs),
        }
        relations, factuality, attention, vectors = self.session.run(_OUTPUTS, inputs)
        margins = np.clip(relations[:, 1:] - relations[:, :1], -30, 30)
        return Scores(1 / (1 + np.exp(-margins)), factuality, attention, vectors)
