"""The lexicon of the lemmatizer: WordNet's lemmas and irregular forms, and what the treebanks' training parts say of words.

The tables of WordNet are those of the package ``spacy-lookups-data`` (MIT), made from WordNet 3.0 (its licence asks to be passed on).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from spacy.lookups import load_lookups

from graphbuild.language.edit_scripts import straighten
from graphbuild.language.lexicon import Entries, Lexicon
from training.conllu import Sentence, Word, read_conllu
from training.shared import TREEBANKS

_PARTS = ("ADJ", "ADV", "NOUN", "VERB")
_NAME = "PROPN"
_LEAST, _SHARE = 2, 0.95
_TREEBANKS = ("ewt", "gum")
_NOTICE = """Lemmas and irregular forms of ADJ, ADV, NOUN and VERB are from WordNet, by way of spacy-lookups-data (MIT licence, \
Explosion); others are from the training parts of the treebanks UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).

"""

Index = Mapping[str, Iterable[str]]
Exceptions = Mapping[str, Mapping[str, Sequence[str]]]


def load_lexicon() -> Lexicon:
    """Make the lexicon of the installed tables and the training parts."""
    tables = load_lookups("en", ["lemma_index", "lemma_exc"])
    index, exceptions = ({part: tables.get_table(name)[part.lower()] for part in _PARTS} for name in tables.tables)
    training_parts = (TREEBANKS / f"{name}-train.conllu.xz" for name in _TREEBANKS)
    sentences = (sentence for path in training_parts for sentence in read_conllu(path))
    return make_lexicon(index, exceptions, sentences, notice=_NOTICE + _wordnet_licence())


def make_lexicon(index: Index, exceptions: Exceptions, sentences: Iterable[Sentence], *, notice: str = "") -> Lexicon:
    """Return a lexicon by part of speech; where a treebank is in doubt, or a form is a lemma itself, the word's context decides."""
    words = [word for sentence in sentences for word in sentence.words if _is_exemplary(word)]
    lemmas, forms = _lemmas(words), _forms(words)
    parts = {}
    for part in sorted({*index, *forms}):
        listed = {lemma for lemma in index.get(part, ()) if not any(letter.isdigit() or letter in "_ " for letter in lemma)}
        irregular = {form: found[0] for form, found in exceptions.get(part, {}).items() if _is_clear(form, found, listed)}
        parts[part] = Entries(frozenset(listed | lemmas[part]) if listed else frozenset(), irregular | forms[part])
    return Lexicon(parts, notice)


def _is_exemplary(word: Word) -> bool:
    """Tell whether a word has a lemma of its own; what was written apart by mistake (GW) shares one."""
    return word.lemma != "_" and word.xpos != "GW"


def _is_clear(form: str, lemmas: Sequence[str], listed: set[str]) -> bool:
    return len(lemmas) == 1 and lemmas[0] != form and form not in listed


def _lemmas(words: Iterable[Word]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (part, lemma), count in Counter((word.upos, word.lemma.lower()) for word in words).items():
        if count >= _LEAST:
            found[part].add(lemma)
    return found


def _forms(words: Iterable[Word]) -> Mapping[str, dict[str, str]]:
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        counts[word.upos, word.form if word.upos == _NAME else straighten(word.form)][word.lemma] += 1
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (part, form), lemmas in counts.items():
        for lemma in _agreed(lemmas):
            if part != _NAME or lemma != form:
                found[part][form] = lemma
    return found


def _agreed(lemmas: Counter[str]) -> Iterator[str]:
    ((lemma, count),) = lemmas.most_common(1)
    if count >= _LEAST and count >= _SHARE * lemmas.total():
        yield lemma


def _wordnet_licence() -> str:
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("The tables of lemmas are missing: pip install spacy-lookups-data")
    return (Path(spec.origin).parent / "data" / "en_license.txt").read_text(encoding="utf-8")
