"""Who says what a clause says, in the words of the sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuild.extract.predication import Argument, Predication, Role
from graphbuild.extract.speech import SOURCE_PREPOSITIONS, SPEECH_VERBS
from graphbuild.extract.syntax import children
from graphbuild.openie.phrases import noun_phrase, text_of


@dataclass(frozen=True, slots=True)
class _Saying:
    """Words that tell who says what stands below a clause; they do not say themselves."""

    text: str
    by: frozenset[Token]


class Contexts:
    """Who says what, for all clauses of a text."""

    def __init__(self, found: Iterable[Predication]) -> None:
        self._saying_at: dict[Token, _Saying] = {}
        for predication in found:
            for clause, saying in _sayings(predication):
                self._saying_at.setdefault(clause, saying)

    def speaker_of(self, anchor: Token) -> str:
        """Return who says what ``anchor`` says ("Alexander supposedly said"), empty if the author does."""
        path = [anchor, *anchor.ancestors]
        for token in path:
            saying = self._saying_at.get(token)
            if saying is not None and saying.by.isdisjoint(path):
                return saying.text
        return ""


def _sayings(predication: Predication) -> Iterator[tuple[Token, _Saying]]:
    for argument in predication.arguments:
        if argument.role is Role.COMPLEMENT and predication.head.lemma_.lower() in SPEECH_VERBS:
            yield argument.head, _said(predication, argument)
        elif " ".join(word.lower_ for word in argument.marker) in SOURCE_PREPOSITIONS:
            yield predication.head, _Saying(text_of(noun_phrase(argument.head)), frozenset({argument.head}))


def _said(predication: Predication, argument: Argument) -> _Saying:
    subject = [
        word
        for noun in predication.subjects
        for word in noun_phrase(noun, without=(predication.clause, *children(noun, {"case"})))
    ]
    words = (*dict.fromkeys(subject), *predication.words, *argument.marker)
    return _Saying(text_of(words), frozenset({predication.head}) if _hangs_below(predication, argument) else frozenset())


def _hangs_below(predication: Predication, argument: Argument) -> bool:
    """Tell whether the words that say it stand below what is said: "it will sign, Abe said"."""
    return argument.head in predication.top.ancestors
