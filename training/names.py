"""Named-entity training data with one set of types and partial labels.

    python -m training.names         # from the repository root; prints what there is, and examples

The corpora were annotated for different purposes, and coarser than our types. A name carries the set of the types that it
may have, refined only by certain signs: head nouns, known actors, Wikidata relations. What a corpus says nothing about is
marked as unknown, or its type as silent, rather than as "no name".
"""

import random
from collections import Counter
from functools import cache

from training.conllu import read_conllu
from training.crossner import read_crossner
from training.name_lexicon import actors_by_type, load_lexicon
from training.name_types import TYPES, NameAnnotation, NamedSentence, NameSpan
from training.name_variation import NamePools, seen_names, tokenize, vary_sentence
from training.redocred import read_redocred
from training.shared import NAMES, SEED, TREEBANKS
from training.treebank_names import treebank_names

__all__ = [
    "TYPES",
    "NameAnnotation",
    "NameSpan",
    "NamedSentence",
    "read_names",
    "read_politics_dev",
    "read_politics_train",
    "treebank_names",
    "vary",
]
_VARIED = (
    "Politician Person PoliticalParty Government GovernmentBody MilitaryForce Organization Country Place Facility"
    " Agreement Event NORP"
).split()


def read_names() -> list[list[NamedSentence]]:
    """Return the training data: the sentences of CrossNER, each by itself, and the documents of Re-DocRED."""
    lexicon = load_lexicon()
    documents = [[sentence] for sentence in read_politics_train()]
    for name in ("literature", "music", "science"):
        documents += ([sentence] for sentence in read_crossner(NAMES / f"crossner-{name}.tsv.xz", lexicon))
    for part in "ab":
        documents += read_redocred(NAMES / f"redocred-{part}.json.xz", lexicon)
    return documents


def read_politics_train() -> list[NamedSentence]:
    """Return the sentences of CrossNER's politics domain to train on."""
    return list(read_crossner(NAMES / "crossner-politics-train.tsv", load_lexicon()))


def read_politics_dev() -> list[NamedSentence]:
    """Return the sentences of CrossNER's politics domain to choose on."""
    return list(read_crossner(NAMES / "crossner-politics-dev.tsv", load_lexicon()))


def vary(sentence: NamedSentence, rng: random.Random) -> NamedSentence:
    """Return the sentence with about half of its names replaced by others of the same type."""
    return vary_sentence(sentence, _pools(), rng)


@cache
def _pools() -> NamePools:
    names = seen_names(sentence for document in read_names() for sentence in document)
    # Wikidata calls more a country than we do.
    names["Country"] = set()
    names["Place"] = {name for name in names["Place"] if "Country" not in load_lexicon().find_actor(name)}
    acronyms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for type_, actor_names, acronym in actors_by_type():
        names[type_].update(tokenize(name) for name in actor_names)
        if acronym:
            acronyms.setdefault(type_, []).append((tokenize(actor_names[0]), acronym))
    return NamePools(
        names={type_: tuple(sorted(filter(_is_plain, names[type_]))) for type_ in _VARIED},
        acronyms={type_: tuple(sorted(pairs)) for type_, pairs in acronyms.items()},
        demonyms=load_lexicon().demonyms,
    )


def _is_plain(name: tuple[str, ...]) -> bool:
    return name[0][0].isupper() and not {*'()[]";:'} & {*"".join(name)}


def main() -> None:
    """Print how many names of which types there are, and some sentences with them."""
    rng = random.Random(SEED)
    corpora = {
        "politics": read_politics_train(),
        "CrossNER, Re-DocRED": [sentence for document in read_names() for sentence in document],
    }
    for name, entities in (("ewt", False), ("gum", True)):
        corpora[name] = [
            NamedSentence(
                tuple(word.form for word in sentence.words),
                tuple(word.space_after for word in sentence.words),
                treebank_names(sentence, entities=entities),
            )
            for sentence in read_conllu(TREEBANKS / f"{name}-train.conllu.xz")
        ]
    for name, sentences in corpora.items():
        _print_summary(name, sentences, rng)
    print("politics, varied")
    for sentence in rng.sample(corpora["politics"], 10):
        print(" ", render(vary(sentence, rng)))


def _print_summary(name: str, sentences: list[NamedSentence], rng: random.Random) -> None:
    counts = Counter("|".join(sorted(span.types)) for sentence in sentences for span in sentence.names.spans)
    words = sum(len(sentence.words) for sentence in sentences)
    unknown = sum(len(sentence.names.unknown) for sentence in sentences)
    print(f"{name}: {len(sentences)} sentences, {words} words, {unknown} unknown, {counts.total()} names")
    for types, count in counts.most_common():
        print(f"{count:8} {types}")
    for sentence in rng.sample(sentences, min(20, len(sentences))):
        print(" ", render(sentence))


def render(sentence: NamedSentence) -> str:
    """Return the sentence with its names in brackets and the unknown words between question marks."""
    opens = {span.start for span in sentence.names.spans}
    closes = {span.end - 1: span.types for span in sentence.names.spans}
    written: list[str] = []
    for index, word in enumerate(sentence.words):
        known = f"?{word}?" if index in sentence.names.unknown else word
        suffix = f"]({'|'.join(sorted(closes[index]))})" if index in closes else ""
        written.append(f"{'[' if index in opens else ''}{known}{suffix}")
    return " ".join(written)


if __name__ == "__main__":
    main()
