"""Keep with each Doc what its pronouns stand for; leave alone those that nothing likely enough is found for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from graphbuild.extract.coreference.cataphora import subjects_behind
from graphbuild.extract.coreference.chains import Chain, is_bare, is_definite
from graphbuild.extract.coreference.pairs import find_pairs
from graphbuild.extract.coreference.pronouns import Kind
from graphbuild.extract.coreference.referents import Form, Referent
from graphbuild.extract.coreference.resolver import agrees, resolve
from graphbuild.extract.names import is_name

_KEY = "graphbuild.antecedents"
# Chosen on the training part of GUM, for precision rather than recall.
_LEAST_CONFIDENCE = {Kind.PERSON: 0.3, Kind.THING: 0.4, Kind.SEVERAL: 0.5}


def antecedent_of(token: Token) -> list[Token]:
    """Return the heads of what ``token`` stands for, empty if it is no pronoun or nothing is likely enough.

    They may stand in an earlier paragraph, which is another Doc.
    """
    if _KEY not in token.doc.user_data:
        link_pronouns([token.doc])
    return list(token.doc.user_data[_KEY].get(token.i, ()))


def link_pronouns(docs: Sequence[Doc]) -> None:
    """Find what the pronouns in the paragraphs ``docs`` of one document stand for, and keep it with them."""
    for doc in docs:
        doc.user_data[_KEY] = {}
    for token, names in find_antecedents(docs).items():
        token.doc.user_data[_KEY][token.i] = names


def forget_antecedents(doc: Doc) -> None:
    """Take off ``doc`` what was kept with it."""
    doc.user_data.pop(_KEY, None)


def find_antecedents(docs: Sequence[Doc]) -> dict[Token, tuple[Token, ...]]:
    """Return the names that the pronouns in ``docs`` stand for, by pronoun."""
    found: dict[Token, tuple[Token, ...]] = {}
    resolved: list[tuple[Referent, Chain]] = []
    for referent, chain in resolve(docs):
        resolved.append((referent, chain))
        pronoun = referent.pronoun
        if pronoun is not None and chain.confidence >= _LEAST_CONFIDENCE[pronoun.kind]:
            names = _names_of(chain)
            if names:
                found[referent.token] = names
        elif referent.form is Form.NOUN and chain.name is not None and _only_refers(referent):
            found[referent.token] = (chain.name.token,)
    found.update(_named_behind(resolved, found))
    found.update((token, names) for token, names in find_pairs(docs, found) if names)
    return found


def _named_behind(
    resolved: Iterable[tuple[Referent, Chain]], found: Mapping[Token, tuple[Token, ...]]
) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Yield the pronouns that nothing was found for before them, each with the subject behind it that it may stand for."""
    chains_at: dict[Token, list[Chain]] = defaultdict(list)
    for referent, chain in resolved:
        chains_at[referent.token].append(chain)
    for referent, chain in resolved:
        pronoun = referent.pronoun
        if pronoun is None or pronoun.is_reflexive or referent.token in found or chain.description is not None:
            continue
        subject = next(subjects_behind(referent.token), None)
        # A coordination is mentioned after its first member.
        chains = reversed(chains_at[subject]) if subject is not None else ()
        names = next(filter(None, (_names_of(chain) for chain in chains if agrees(pronoun, chain))), ())
        if names:
            yield referent.token, names


def _only_refers(referent: Referent) -> bool:
    """Tell whether a noun says nothing but what has been named before: "the party", not "the small party"."""
    noun = referent.token
    return is_definite(noun) and is_bare(noun) and not any(child.dep_ == "cop" for child in noun.children)


def _names_of(chain: Chain) -> tuple[Token, ...]:
    if chain.name is not None:
        return (chain.name.token,)
    group = chain.description
    return group.members if group is not None and group.form is Form.GROUP and all(map(is_name, group.members)) else ()
