"""What is wrong with a passage: offsets, types, relations, domain and range.

Run as ``python -m training.relation_corpus.check FILE.jsonl…``; exits 1 if anything is wrong.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from graphbuild.ontology import Ontology, load_ontology
from training.relation_corpus.draft import is_whole
from training.relation_corpus.passage import CorpusFact, CorpusMention, Offsets, Passage, read_passages

CONSTRUCTIONS = frozenset(
    """verb passive infinitive participle relative light-verb noun possessive compound adjective affix apposition title copula
    preposition list cleft coordination ellipsis headline caption""".split()
)
"""The ways in which a fact is said; what each means is in training/relations/GUIDELINES.md."""
FIELDS = frozenset("diplomacy defence trade elections courts protest aid energy technology sport culture history".split())
GENRES = frozenset("agency analysis column communique biography speech interview caption headline report".split())
FACTUALITIES = frozenset({"asserted", "planned", "hypothetical", "negated"})
KINDS = frozenset({"name", "pronoun", "description", "role"})
MOST_SENTENCES = 5


def find_problems(passage: Passage, ontology: Ontology) -> Iterator[str]:
    """Yield each thing that is wrong with ``passage``, in words."""
    if passage.field not in FIELDS:
        yield f"'{passage.field}' is no field"
    if passage.genre not in GENRES:
        yield f"'{passage.genre}' is no genre"
    if not 1 <= len(passage.sentences) <= MOST_SENTENCES:
        yield f"{len(passage.sentences)} sentences"
    for entity in passage.entities:
        if entity.type not in ontology.classes:
            yield f"'{entity.type}' is no class"
    yield from _mention_problems(passage)
    seen: set[tuple[int, str, int]] = set()
    for fact in passage.facts:
        yield from (f"{_show(fact, passage)}: {problem}" for problem in _fact_problems(fact, passage, ontology))
        key = fact.subject, fact.relation, fact.object
        if key in seen:
            yield f"{_show(fact, passage)}: said twice of the same mentions"
        seen.add(key)


def _mention_problems(passage: Passage) -> Iterator[str]:
    for index, mention in enumerate(passage.mentions):
        text = passage.text[mention.start : mention.end]
        if not text or text != text.strip():
            yield f"the mention '{text}' is empty or has space around it"
        if mention.kind not in KINDS:
            yield f"'{mention.kind}' is no kind of mention"
        for other in passage.mentions[index + 1 :]:
            if mention.start < other.start < mention.end < other.end:
                yield f"'{text}' crosses '{passage.text[other.start : other.end]}'"
            if (mention.start, mention.end) == (other.start, other.end):
                yield f"'{text}' is a mention of two things"


def _fact_problems(fact: CorpusFact, passage: Passage, ontology: Ontology) -> Iterator[str]:
    relation = ontology.relations.get(fact.relation)
    if relation is None:
        yield "no such relation"
        return
    subject, obj = passage.mentions[fact.subject], passage.mentions[fact.object]
    types = passage.type_of(subject), passage.type_of(obj)
    spans = [fact.trigger, *fact.attributed_to, *([fact.time] if fact.time else [])]
    wrong = {
        "subject and object are one thing": subject.entity == obj.entity,
        f"{fact.relation} does not hold between {types[0]} and {types[1]}": not ontology.fits(relation, *types),
        f"'{fact.construction}' is no construction": fact.construction not in CONSTRUCTIONS,
        f"'{fact.factuality}' is no factuality": fact.factuality not in FACTUALITIES,
        "trigger, speaker or time is not in the text": not all(0 <= start < end <= len(passage.text) for start, end in spans),
        "trigger, speaker or time ends within a word": not all(is_whole(passage.text, span) for span in spans),
        "neither side is in the trigger's sentence": not _is_near(subject, obj, fact.trigger, passage),
    }
    yield from (problem for problem, holds in wrong.items() if holds)


def _is_near(subject: CorpusMention, obj: CorpusMention, trigger: Offsets, passage: Passage) -> bool:
    sentence = passage.sentence_of(trigger[0])
    return sentence in {passage.sentence_of(subject.start), passage.sentence_of(obj.start)}


def _show(fact: CorpusFact, passage: Passage) -> str:
    subject, obj = passage.mentions[fact.subject], passage.mentions[fact.object]
    return f"{passage.text[subject.start : subject.end]} {fact.relation} {passage.text[obj.start : obj.end]}"


def main() -> None:
    """Print what is wrong with the passages of the named files."""
    ontology = load_ontology()
    passages = list(read_passages(map(Path, sys.argv[1:])))
    problems = [f"{passage.id}: {problem}" for passage in passages for problem in find_problems(passage, ontology)]
    print(*problems, sep="\n")
    sentences = sum(len(passage.sentences) for passage in passages)
    facts = sum(len(passage.facts) for passage in passages)
    print(f"{len(passages)} passages, {sentences} sentences, {facts} facts, {len(problems)} problems")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
