"""Tell what is said by whom: whether a clause or word is the content of a verb of saying."""

from spacy.tokens import Token

from graphbuild.extract.quotation import quotation_at
from graphbuild.extract.speech import ACCUSING_VERBS, CALLING_VERBS, CLAIMING_VERBS, SPEECH_VERBS
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, OBJECTS, PASSIVE_SUBJECTS, children

_QUESTION_WORDS = frozenset("whether if what who whom whose which when where why how".split())
_SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
_COMPLEMENTS = frozenset({"advcl", "obl", "pcomp", "prep"})


def is_said(token: Token, verb: Token) -> bool:
    """Tell whether ``token`` heads what is said by the subject of ``verb``."""
    word = verb.lemma_.lower()
    if token.dep_ == "xcomp":
        return word in CLAIMING_VERBS
    if word in ACCUSING_VERBS and token.dep_ in _COMPLEMENTS:
        return token.lower_ == "of" or any(child.lower_ == "of" for child in children(token, {"case", "mark"}))
    is_direct = token.dep_ == "parataxis" and verb.i < token.i and not children(verb, OBJECTS | {"ccomp"})
    is_content = is_direct or (token.dep_ == "ccomp" and not _is_question(token, verb))
    return is_content and verb.pos_ == "VERB" and word in SPEECH_VERBS


def _is_question(token: Token, verb: Token) -> bool:
    """Tell whether a clause asks, so that nobody says that it is so: "whether Japan signed", "what to sign"."""
    words = (child for child in token.children if verb.i < child.i < token.i and child.lower_ in _QUESTION_WORDS)
    # "Despite what some suggest, …" asks nothing.
    return any(word.left_edge == word.right_edge for word in words)


def has_mark(token: Token, *words: str) -> bool:
    """Tell whether one of ``words`` introduces the clause that ``token`` heads."""
    return any(child.lower_ in words for child in children(token, {"mark", "advmod"}))


def is_quoted_from(token: Token, verb: Token) -> bool:
    """Tell whether ``token`` is quoted and ``verb`` says so from without: 'called it "a threat to Japan"'."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in CALLING_VERBS | SPEECH_VERBS or token.dep_ in _SUBJECTS:
        return False
    quotation = quotation_at(token)
    return quotation is not None and not quotation[0] < verb.i < quotation[1]
