"""Mend the lemmas of verbs that a trained lemmatizer has cut too short: "smuggl" for "smuggling"."""

from spacy.tokens import Doc, Token

_REGULAR_ENDINGS = ("ing", "ed", "es", "s")


def mend_lemmas(doc: Doc) -> Doc:
    """Give verbs a lemma that is a word: the stem with an "e" where only that is in the pipeline's vocabulary of vectors."""
    if doc.vocab.vectors.n_keys:
        for token in doc:
            if token.pos_ == "VERB" and token.lower_.endswith(_REGULAR_ENDINGS) and not _is_lemma(token):
                token.lemma_ = next((form for form in _forms(token) if _is_word(token, form)), token.lemma_)
    return doc


def _forms(token: Token) -> list[str]:
    """Return what the verb's lemma may be, the likeliest first."""
    stem = next(token.lower_.removesuffix(ending) for ending in _REGULAR_ENDINGS if token.lower_.endswith(ending))
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return [f"{stem}e", stem, undoubled, f"{stem[:-1]}y"]


def _is_word(token: Token, form: str) -> bool:
    strings, vectors = token.vocab.strings, token.vocab.vectors
    return form in strings and strings[form] in vectors


def _is_lemma(token: Token) -> bool:
    return _is_word(token, token.lemma_) and not (token.lemma_.endswith("ing") and token.lemma_ == token.lower_)
