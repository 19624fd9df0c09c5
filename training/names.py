"""Turn the named-entity corpora into spaCy's training format, with one set of labels.

    python -m training.names         # from the repository root; writes training/corpus/names-*.spacy

The corpora were annotated for different purposes. What one of them says nothing about is marked as unknown ("-"), which
the transition-based recognizer learns nothing from, rather than as "no name": dates in CrossNER, the mixed bag MISC of
Re-DocRED. Demonyms ("Japanese"), which CrossNER calls misc and Re-DocRED LOC, become NORP in both.
"""

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
import spacy
from spacy.tokens import Doc, DocBin

from training.shared import CORPUS, HERE, NAMES, open_text

_CROSSNER = {
    "PERSON": "person politician writer musicalartist scientist",
    "ORG": "organisation politicalparty band university magazine academicjournal",
    "LOC": "country location",
    "EVENT": "event election",
    "WORK_OF_ART": "book poem album song",
    "MISC": "misc award literarygenre musicgenre musicalinstrument astronomicalobject chemicalcompound chemicalelement"
    " discipline enzyme protein theory",
}
_LABEL_OF_CROSSNER = {name: label for label, names in _CROSSNER.items() for name in names.split()}
_LABEL_OF_REDOCRED = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "TIME": "DATE", "NUM": "O", "MISC": "-"}
_POLITICS_COPIES = 4
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(?:{_MONTHS}|1[0-9]{{3}}s?|20[0-9]{{2}}s?)")
_NO_SPACE_BEFORE = re.compile(r"""[.,;:!?%)\]}”’]+|'s|'|n't|''""")
_NO_SPACE_AFTER = re.compile(r"""[(\[{“‘$#]+|``""")
_DEMONYM = rdflib.URIRef("https://w3id.org/graphbuild/ontology#demonym")


@dataclass(frozen=True, slots=True)
class Names:
    """A tokenized sentence with one BIO tag, or "-" for unknown, per token."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def main() -> None:
    """Write the training and the development part."""
    CORPUS.mkdir(exist_ok=True)
    demonyms = load_demonyms()
    vocab = spacy.blank("en").vocab
    politics = list(read_crossner(NAMES / "crossner-politics-train.tsv", demonyms))
    train = [*politics * _POLITICS_COPIES]
    for name in ("literature", "music", "science"):
        train += read_crossner(NAMES / f"crossner-{name}.tsv.xz", demonyms)
    for part in "ab":
        train += read_redocred(NAMES / f"redocred-{part}.json.xz", demonyms)
    dev = list(read_crossner(NAMES / "crossner-politics-dev.tsv", demonyms))
    for part, sentences in (("train", train), ("dev", dev)):
        docs = DocBin(docs=[to_doc(vocab, sentence) for sentence in sentences])
        docs.to_disk(CORPUS / f"names-{part}.spacy")
        print(f"{part}: {len(sentences)} sentences")


def load_demonyms() -> frozenset[str]:
    """Return the demonyms of the ontology's actors."""
    graph = rdflib.Graph().parse(HERE.parent / "ontology" / "actors.ttl")
    return frozenset(str(value) for value in graph.objects(predicate=_DEMONYM))


def read_crossner(path: Path, demonyms: frozenset[str]) -> Iterator[Names]:
    """Yield the sentences of a CrossNER file."""
    with open_text(path) as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
            if rows:
                words = tuple(row[0] for row in rows)
                tags = tuple(_crossner_tag(*row[:2], demonyms) for row in rows)
                yield Names(words, tags)


def _crossner_tag(word: str, tag: str, demonyms: frozenset[str]) -> str:
    if tag == "O":
        return "-" if _DATE.fullmatch(word) else "O"
    position, _, name = tag.partition("-")
    label = _LABEL_OF_CROSSNER[name]
    return f"{position}-{'NORP' if position == 'B' and label in {'MISC', 'LOC'} and word in demonyms else label}"


def read_redocred(path: Path, demonyms: frozenset[str]) -> Iterator[Names]:
    """Yield the sentences of a Re-DocRED file."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        documents = json.load(file)
    for document in documents:
        tags = [["O"] * len(sentence) for sentence in document["sents"]]
        mentions = [mention for entity in document["vertexSet"] for mention in entity]
        for mention in sorted(mentions, key=lambda m: m["pos"][1] - m["pos"][0]):
            start, end = mention["pos"]
            words = document["sents"][mention["sent_id"]][start:end]
            label = _LABEL_OF_REDOCRED[mention["type"]]
            if label == "LOC" and " ".join(words) in demonyms:
                label = "NORP"
            tags[mention["sent_id"]][start:end] = _span_tags(label, end - start)
        for sentence, sentence_tags in zip(document["sents"], tags, strict=True):
            kept = [index for index, word in enumerate(sentence) if word.strip()]
            yield Names(tuple(sentence[i] for i in kept), tuple(sentence_tags[i] for i in kept))


def _span_tags(label: str, length: int) -> list[str]:
    if label in {"O", "-"}:
        return [label] * length
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def to_doc(vocab: spacy.vocab.Vocab, names: Names) -> Doc:
    """Return a Doc with the names, spaced as prose is."""
    spaces = [
        not _NO_SPACE_AFTER.fullmatch(word) and not _NO_SPACE_BEFORE.fullmatch(following)
        for word, following in zip(names.words, [*names.words[1:], "x"], strict=True)
    ]
    tags = ["" if tag == "-" else tag for tag in _mended(names.tags)]
    return Doc(vocab, words=list(names.words), spaces=spaces, ents=tags)


def _mended(tags: tuple[str, ...]) -> Iterator[str]:
    """Yield the tags; an I- whose name does not go on before it starts one."""
    before = "O"
    for tag in tags:
        starts = tag.startswith("I-") and before[2:] != tag[2:]
        before = f"B-{tag[2:]}" if starts else tag
        yield before


if __name__ == "__main__":
    main()
