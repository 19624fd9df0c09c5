"""Measure the speed and memory of resolving names: 1,000,000 mentions of 100,000 names, on one core.

    python -m benchmarks.resolution_speed [--mentions N] [--names N]

The names are made up of syllables with a fixed seed, so that no list of real ones is needed: people with full and short names,
titles, turned order and slips of the pen, and bodies of many countries, with acronyms and without their country. They stand in
documents of 1,000 mentions. Measured is what a build does with them: a linker for each document, and the resolution of all entities.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator

from graphbuild.model import Document, Entity, Mention, MentionKind, Namespace, Reading, Span
from graphbuild.normalize import resolve_entities
from graphbuild.normalize.link import Linker
from graphbuild.ontology import load_ontology

ASKED_SECONDS, ASKED_MEMORY = 60, 2_000
PER_DOCUMENT = 1_000
_ONSETS = "b br ch d dr f g gr h j k kh kl l m n p pr r s sh st t tr v w y z zh".split()
_VOWELS = "a e i o u ai ei ou ia".split()
_CODAS = ["", "", "", *"l m n ng r s t k v".split()]
_HEADS = "Ministry Commission Council Agency Party Institute University Bank Front Brigade Association Committee".split()
_COUNTRIES = "Japanese Chinese French German Kenyan Peruvian Latvian Indian Brazilian Egyptian Turkish Polish".split()
_TITLES = ["President", "Mr.", "Ms.", "Foreign Minister", "Gen."]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=100_000)
    arguments = parser.parse_args()
    ontology, rng = load_ontology(), random.Random(0)
    names = list(make_names(arguments.names, rng))
    linking, entities, mentions = 0.0, set[Entity](), 0
    begin = time.process_time()
    Linker(ontology, Namespace(), make_reading("warm", names[:10], rng))
    indexing = time.process_time() - begin
    for number in range(arguments.mentions // PER_DOCUMENT):
        # A document says the same few hundred names again and again.
        at = number * PER_DOCUMENT // 10
        reading = make_reading(str(number), [names[(at + step) % len(names)] for step in range(PER_DOCUMENT // 4)], rng)
        begin = time.process_time()
        linker = Linker(ontology, Namespace(), reading)
        entities.update(entity for mention in reading.mentions if (entity := linker.find(mention)) is not None)
        linking += time.process_time() - begin
        mentions += len(reading.mentions)
    begin = time.process_time()
    resolution = resolve_entities(entities, ontology=ontology)
    resolving = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    total = indexing + linking + resolving
    print(f"{mentions} mentions of {len(names)} names: {len(entities)} entities, {len(resolution)} of them resolved to others")
    print(f"seconds to index the known actors:      {indexing:6.1f}")
    print(f"seconds to link in documents:           {linking:6.1f}  ({mentions / linking:.0f} mentions a second)")
    print(f"seconds to resolve across documents:    {resolving:6.1f}")
    print(f"seconds in all:                         {total:6.1f}  (asked: under {ASKED_SECONDS})")
    print(f"peak memory in MB:                      {memory:6.0f}  (asked: under {ASKED_MEMORY})")


def make_names(count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield names with their types, several of them names of one thing."""
    made = 0
    while made < count:
        variants = list(_person(rng) if rng.random() < 0.6 else _body(rng))[: count - made]
        yield from variants
        made += len(variants)


def make_reading(document: str, names: list[tuple[str, str]], rng: random.Random) -> Reading:
    """Return the reading of a document that says these names, most of them several times."""
    mentions, start = [], 0
    for name, kind in rng.choices(names, k=PER_DOCUMENT):
        head = name.split()[-1].casefold()
        mentions.append(Mention(Span(document, start, start + len(name)), name, kind, MentionKind.NAME, name, head))
        start += len(name) + 1
    return Reading(Document(document, ""), tuple(mentions))


def _word(rng: random.Random, least: int = 1, most: int = 3) -> str:
    syllables = range(rng.randint(least, most))
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in syllables).capitalize()


def _person(rng: random.Random) -> Iterator[tuple[str, str]]:
    given, family = _word(rng), _word(rng, 2)
    yield f"{given} {family}", "Person"
    for variant in rng.sample(
        [family, f"{family} {given}", f"{rng.choice(_TITLES)} {family}", f"{given} {_slip(family, rng)}"], 2
    ):
        yield variant, "Person"


def _body(rng: random.Random) -> Iterator[tuple[str, str]]:
    country, words = rng.choice(_COUNTRIES), f"{_word(rng, 2)} {_word(rng, 2)} {rng.choice(_HEADS)}"
    yield f"{country} {words}", "Organization"
    yield rng.choice([words, f"the {country} {words}s", "".join(word[0] for word in words.split())]), "Organization"


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice("aeinrst") + word[at:]


if __name__ == "__main__":
    main()
