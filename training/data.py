"""The corpora, read once: documents of annotated sentences for training, windows for choosing."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from graphbuild.language.pieces import WordPieces
from training.conllu import Sentence, read_conllu
from training.inventory import Inventory
from training.names import NamedSentence, read_names, read_politics_train, treebank_names, vary
from training.shared import TREEBANKS, encoder_folder
from training.windows import Annotated, Annotator, Window, group, vary_stops

_TREEBANK_NAMES = ("ewt", "gum")


@dataclass(frozen=True, slots=True)
class Corpora:
    """What is trained on, and what chooses."""

    inventory: Inventory
    annotator: Annotator
    treebanks: list[list[Annotated]]
    names: list[list[Annotated]]
    politics: list[NamedSentence]
    development: dict[str, list[list[Annotated]]]

    def training_windows(self, rng: random.Random, politics_copies: int, names_share: float) -> Iterator[Window]:
        """Yield an epoch's windows: all trees, a share of the names, the political sentences with other names in them."""
        for document in self.treebanks:
            for run in group(document, rng):
                yield self.annotator.varied_window(vary_stops(run, rng), rng)
        for document in self.names:
            if rng.random() < names_share:
                for run in group(document, rng):
                    yield self.annotator.varied_window(run, rng)
        for number in range(politics_copies):
            for sentence in self.politics:
                yield self.annotator.varied_window([self.annotator.of_names(vary(sentence, rng) if number else sentence)], rng)


def load_corpora() -> Corpora:
    """Read all corpora."""
    train = [(name, document) for name in _TREEBANK_NAMES for document in documents(f"{name}-train")]
    inventory = Inventory.count(sentence for _, document in train for sentence in document)
    annotator = make_annotator(inventory)
    return Corpora(
        inventory=inventory,
        annotator=annotator,
        treebanks=[
            [annotator.of_treebank(sentence, treebank_names(sentence, entities=name == "gum")) for sentence in document]
            for name, document in train
        ],
        names=[[annotator.of_names(sentence) for sentence in document] for document in read_names()],
        politics=read_politics_train(),
        development={
            name: [[annotator.of_treebank(sentence, None) for sentence in document] for document in documents(f"{name}-dev")]
            for name in _TREEBANK_NAMES
        },
    )


def documents(name: str) -> Iterator[list[Sentence]]:
    """Yield the documents of a part of a treebank."""
    document: list[Sentence] = []
    for sentence in read_conllu(TREEBANKS / f"{name}.conllu.xz"):
        if sentence.starts_document and document:
            yield document
            document = []
        document.append(sentence)
    yield document


def make_annotator(inventory: Inventory) -> Annotator:
    """Return the annotator with the encoder's own pieces."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Annotator(
        inventory=inventory,
        pieces=WordPieces(tokenizer, tokenizer.token_to_id("[UNK]")),
        first=tokenizer.token_to_id("[CLS]"),
        last=tokenizer.token_to_id("[SEP]"),
    )
