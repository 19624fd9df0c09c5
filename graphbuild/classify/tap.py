"""Have the bundled encoder keep the states that relation readers go on from."""

import hashlib

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.classify.stored import Inventory
from graphbuild.language.encoder import STATES_KEY, Encoder


def tap_encoder(nlp: Language, inventory: Inventory) -> bool:
    """Have the encoder of ``nlp`` keep its inner states, if it is the one that the reader was trained with; tell whether it is."""
    for _, component in nlp.pipeline:
        if isinstance(component, Encoder) and encoder_digest(component) == inventory.encoder:
            component.tap = inventory.tap
            return True
    return False


def encoder_digest(encoder: Encoder) -> str:
    """Return what tells one encoder from another."""
    return hashlib.sha256(encoder.files()["model.onnx"]).hexdigest()[:16]


def forget_states(doc: Doc) -> None:
    """Take the states off ``doc``, so that it stays small."""
    doc.user_data.pop(STATES_KEY, None)
