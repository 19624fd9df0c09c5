"""Given names of East Asia, which tokenizers cut at the hyphen, as one word: "Ing-wen", "Jae-in"."""

import re

from spacy.tokens import Doc

# What follows the hyphen of a compound and of no name: "Tokyo-led", "China-wide", "Paris-based".
_NOT_NAMES = (
    "led run made born held built era wide like only free day year old time age style type class level area hour term line state"
).split()
_GIVEN_NAME = re.compile(rf"\b[A-Z][a-z]{{1,5}}-(?!(?:{'|'.join(_NOT_NAMES)}|[a-z]*ed)\b)[a-z]{{1,5}}\b(?!-)")


def join_given_names(doc: Doc) -> Doc:
    """Merge the parts of each hyphenated given name into one token; a parser reads a name of known parts better."""
    matches = list(_GIVEN_NAME.finditer(doc.text))
    if matches:
        with doc.retokenize() as retokenizer:
            for match in matches:
                span = doc.char_span(match.start(), match.end())
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)
    return doc
