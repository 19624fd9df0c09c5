"""What a common noun tells of what it names: whether that is a person, and of which gender, or a body of people."""

from graphbuild.extract.coreference.human_nouns import HUMAN_NOUNS

_MASCULINE = """
    mr mr. mister sir lord king prince father dad daddy son brother man boy husband uncle grandfather grandson nephew guy gentleman
    widower duke baron emperor count boyfriend groom fiancé actor waiter businessman chairman congressman spokesman statesman
    councilman salesman policeman fireman monk priest pope grandpa stepfather earl lad bachelor
"""
_FEMININE = """
    mrs mrs. ms ms. miss madam madame lady dame queen princess mother mom mum daughter sister woman girl wife aunt grandmother
    granddaughter niece widow duchess baroness empress countess girlfriend bride fiancée actress waitress businesswoman chairwoman
    congresswoman spokeswoman stateswoman councilwoman policewoman nun grandma stepmother heroine maid
"""
_GENDER_BY_NOUN = dict.fromkeys(_MASCULINE.split(), "Masc") | dict.fromkeys(_FEMININE.split(), "Fem")
_COLLECTIVES = frozenset(
    """
    army audience band board committee company council couple crew crowd family government group pair party people police public
    staff team
    """.split()
)
_AGENT_SUFFIXES = ("man", "woman", "person", "er", "or", "ist", "ian", "ant", "ee")


def gender_of_noun(word: str) -> str:
    """Return "Masc" or "Fem" where a noun or title in small letters tells it, else nothing."""
    return _GENDER_BY_NOUN.get(word, "")


def nature_of_noun(lemma: str) -> str:
    """Return what a noun names: somebody ("human"), perhaps somebody, several as one ("collective"), or a thing.

    >>> [nature_of_noun(lemma) for lemma in ("minister", "hijacker", "committee", "treaty")]
    ['human', 'maybe human', 'collective', 'thing']
    """
    if lemma in HUMAN_NOUNS or lemma in _GENDER_BY_NOUN:
        return "human"
    if lemma in _COLLECTIVES:
        return "collective"
    return "maybe human" if lemma.endswith(_AGENT_SUFFIXES) else "thing"
