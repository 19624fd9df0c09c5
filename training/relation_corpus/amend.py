"""Show annotated passages in the form of drafts, and add to them the facts that a second look finds.

    python -m training.relation_corpus.amend show ID…
    python -m training.relation_corpus.amend apply AMENDMENTS.txt FILE.jsonl…

An amendment is a line ``passage | sentence | subject relation object | trigger | construction | …``: a fact as drafts have it, behind
the passage's id and the number of the sentence that the trigger stands in, counted from 1; ``- passage | subject relation object``
takes all such facts out. The files are written anew if every line can be applied, and otherwise left as they are.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.relation_corpus.draft import DraftError, make_fact
from training.relation_corpus.passage import Passage, read_passages, record_of


def show(passage: Passage) -> str:
    """Return a passage with its mentions in brackets and its facts below each sentence."""
    lines = [f"# {passage.id} | {passage.field} | {passage.genre} | {', '.join(passage.countries)}"]
    types = {entity.id: entity.type for entity in passage.entities}
    for number, (start, end) in enumerate(passage.sentences):
        opening: dict[int, list[tuple[int, str]]] = {}
        closing: dict[int, int] = {}
        for mention in passage.mentions:
            if start <= mention.start < end:
                type_ = types.pop(mention.entity, None)
                name = mention.entity if type_ is None else f"{mention.entity}:{type_}"
                opening.setdefault(mention.start, []).append((-mention.end, f"[{name} "))
                closing[mention.end] = closing.get(mention.end, 0) + 1
        text = ""
        for at in range(start, end + 1):
            text += "]" * closing.get(at, 0) + "".join(mark for _, mark in sorted(opening.get(at, [])))
            text += passage.text[at] if at < end else ""
        lines.append(f"{number + 1}. {text}")
        lines += [f"   = {_shown(passage, index)}" for index in _facts_in(passage, start, end)]
    return "\n".join(lines)


def _facts_in(passage: Passage, start: int, end: int) -> Iterator[int]:
    return (index for index, fact in enumerate(passage.facts) if start <= fact.trigger[0] < end)


def _shown(passage: Passage, index: int) -> str:
    fact = passage.facts[index]
    sides = [passage.mentions[side].entity for side in (fact.subject, fact.object)]
    return (
        f"{sides[0]} {fact.relation} {sides[1]} | {passage.text[slice(*fact.trigger)]} | {fact.construction} | {fact.factuality}"
    )


def amend(passages: Iterable[Passage], lines: Iterable[str]) -> Iterator[Passage | DraftError]:
    """Yield the passages with the amendments, behind an error for each line that cannot be applied."""
    by_id = {passage.id: passage for passage in passages}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            id_, *rest = [part.strip() for part in line.removeprefix("- ").split("|")]
            by_id[id_] = _without(by_id[id_], rest[0]) if line.startswith("- ") else _with(by_id[id_], rest, number)
        except (DraftError, KeyError, ValueError, IndexError) as error:
            yield error if isinstance(error, DraftError) else DraftError(number, f"cannot be applied: {error!r}")
    yield from by_id.values()


def _with(passage: Passage, parts: list[str], number: int) -> Passage:
    fact = make_fact(passage, int(parts[0]) - 1, " | ".join(parts[1:]), number)
    same = {(other.subject, other.relation, other.object) for other in passage.facts}
    return passage if (fact.subject, fact.relation, fact.object) in same else replace(passage, facts=(*passage.facts, fact))


def _without(passage: Passage, words: str) -> Passage:
    subject, relation, obj = words.split()
    kept = tuple(
        fact
        for fact in passage.facts
        if (passage.mentions[fact.subject].entity, fact.relation, passage.mentions[fact.object].entity)
        != (subject, relation, obj)
    )
    return replace(passage, facts=kept)


def main() -> None:
    """Show, or apply."""
    command, *rest = sys.argv[1:]
    if command == "show":
        wanted = set(rest)
        paths = sorted((Path(__file__).parent.parent / "relations").glob("*.jsonl"))
        print("\n\n".join(show(passage) for passage in read_passages(paths) if passage.id in wanted))
        return
    lines = Path(rest[0]).read_text(encoding="utf-8").splitlines()
    files = {path: list(read_passages([path])) for path in map(Path, rest[1:])}
    amended = list(amend((passage for passages in files.values() for passage in passages), lines))
    errors = [item for item in amended if isinstance(item, DraftError)]
    if errors:
        sys.exit("\n".join(map(str, errors)))
    by_id = {passage.id: passage for passage in amended if isinstance(passage, Passage)}
    for path, passages in files.items():
        records = (json.dumps(record_of(by_id[passage.id]), ensure_ascii=False) for passage in passages)
        path.write_text("".join(record + "\n" for record in records), encoding="utf-8")


if __name__ == "__main__":
    main()
