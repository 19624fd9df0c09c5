"""The tokenizer: spaCy's English rules, brought closer to Universal Dependencies."""

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# One token each in Universal Dependencies: "!!!", "?!", "<<", "====".
_RUNS = (r"[!?]{2,}", r"<{2,}", r">{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"-{2,}", r"~{2,}")
# Bound forms keep their hyphen; "pro-Taiwan", "anti-war" and "ex-minister" are cut as spaCy cuts them.
_BOUND = ("non", "Non", "co", "Co", "pre", "Pre", "re", "Re", "semi", "mis", "sub", "e", "E", "un")
_HYPHENS = r"(?:-|–|—|--|---|——|~)"
_ABBREVIATIONS = ("etc.", "al.", "ca.", "approx.", "Ft.", "Capt.", "Assoc.", "Col.", "Maj.", "Lt.", "Sgt.", "Sen.", "Rep.")
# spaCy reads these as contractions without their apostrophe ("i 'd", "we 'd"), or as one word ("and/or").
_NOT_SPECIAL = (
    "id",
    "Id",
    "wed",
    "Wed",
    "ill",
    "Ill",
    "well",
    "Well",
    "shell",
    "Shell",
    "hell",
    "Hell",
    "were",
    "Were",
    "and/or",
)


@spacy.registry.callbacks("graphbuild.tokenizer.v1")
def make_tokenizer_callback() -> Callable[[Language], Language]:
    """Return a callback that changes the tokenizer before the components are initialized."""
    return adapt_tokenizer


def adapt_tokenizer(nlp: Language) -> Language:
    """Give ``nlp`` the tokenizer rules; they are saved with the pipeline and need no code at run time."""
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    # spaCy's own rule that keeps "...", "!" and the like must come after the longer runs.
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *defaults.suffixes]).search
    tokenizer.infix_finditer = compile_infix_regex(list(_infixes(defaults.infixes))).finditer
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text not in _NOT_SPECIAL}
    for abbreviation in _ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    return nlp


def _infixes(defaults: list[str]) -> list[str]:
    guard = "".join(rf"(?<!\b{bound})" for bound in _BOUND)
    changed = [guard + rule if rule.endswith(f"{_HYPHENS}(?=[") or _HYPHENS in rule else rule for rule in defaults]
    return [
        *_RUNS,
        *changed,
        r"(?<=[A-Za-z]\.)-(?=[A-Za-z])",
        r"(?<=[A-Za-z])/(?=[A-Za-z])",
        r"(?<=[0-9])[–—](?=[0-9])",
        r"(?<=\])[–—-](?=\[)",
    ]
