"""The tokenizer: spaCy's English rules, brought closer to the words of Universal Dependencies' English treebanks."""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# One token each: "!!!", "?!", "====", "-->", two single quotation marks for a double one. A run is only tried from its first
# mark, which leaves what is found as it is and spares quadratic time.
_RUNS = (
    r"(?<![!?])[!?]{2,}",
    r"(?<![<=>-])(?:<?[-=]+>|<[-=]+)(?![<=>-])",
    r"[‘’]{2}",
    r"…\.+",
    *(rf"(?<!{mark}){mark}{{2,}}" for mark in map(re.escape, "<>=*_-~.")),
)
_HYPHENS = r"(?:-|–|—|--|---|——|~)"
# Prefixes that are no words keep their hyphen: "non-profit", "re-elect". "Well-known" is cut, and so is "ex-minister".
_BOUND = "co e mid mis non pre re semi sub un".split()
# The same before a lower-case letter: "anti-war"; in "anti-Taiwan" the name must be found.
_BOUND_BEFORE_LOWER_CASE = """
    anti arch bi counter cross extra hyper inter intra macro mega micro mini multi over para poly post pro pseudo psycho quasi
    socio tele trans tri ultra uni
""".split()
# Cut off behind any word; "'d" and "'m" only behind the pronouns that spaCy knows ("OK'd" is one word).
_CLITIC = r"(?:[nN]['’][tT]|['’](?:[sS]|[lL][lL]|[vV][eE]|[rR][eE]))"
_UNIT = r"(?:[aApP][mM]|[ap]\.m\.|k|[bmt]n|[kMG]?Hz|[kMG]?Wh?|hh|mins?|hrs?|yrs?|secs?|sq|watts?)"
# No suffix is longer than this, runs excepted; so there is no need to look for one from every character of a long string.
_LONGEST_SUFFIX = 8
# Words that no rule may cut: telephone numbers, dates and other numbers in three parts, post codes, decades, "5G", "l/c",
# "n.d.", "Ph.D.", names of files, digital object identifiers.
_WHOLE = (
    r"(?:[0-9]{3}[-/])?[0-9]{3}-[0-9]{4}",
    r"\+?[0-9]+(?:-[0-9]+){2,}",
    r"[0-9]{5}-[0-9]{4}",
    r"[0-9]*0['’]s",
    r"[1-9]G",
    r"[A-Za-z]/[A-Za-z]",
    r"(?:[A-Z][a-z]{0,2}\.|[a-z]\.){2,}",
    r"[\w#&~+.-]+\.(?i:docx?|xlsx?|pptx?|pdf|txt|rtf|csv|jpe?g|png|gif|html?|zip|exe|mp3|xml)",
    r"(?:doi:)?10\.[0-9]{4,}/\S*\w",
)
_ABBREVIATIONS = """
    al. approx. Assoc. Attn. Ave. Blvd. Brig. ca. Capt. Cmdr. Col. Cpl. Dept. div. Ed. Eds. Esq. Fig. Figs. Fri. Ft. Hon.
    lb. lbs. Lt. Maj. Mlle. Mme. Mon. Nos. oz. pp. Rep. Reps. Sat. Sen. Sens. Sgt. Sr. Thu. Thur. Thurs. Tue. Tues. Univ.
    vol. Vol. w/ w/o Wed.
""".split()
_CONTRACTIONS = (("wan", "na"), ("lot", "ta"), ("out", "ta"))
# spaCy reads these as contractions without their apostrophe ("i 'd", "we 'd"), as one word ("and/or") or as a face.
_NOT_SPECIAL = "id Id wed Wed ill Ill well Well shell Shell hell Hell were Were and/or ): (=".split()


def adapt_tokenizer(nlp: Language) -> Language:
    """Give ``nlp`` the tokenizer rules; they are saved with the pipeline and need no code at run time."""
    defaults = nlp.Defaults
    nlp.tokenizer = tokenizer = Tokenizer(
        nlp.vocab,
        rules={text: rule for text, rule in (defaults.tokenizer_exceptions or {}).items() if text not in _NOT_SPECIAL},
        prefix_search=compile_prefix_regex([*_prefixes(_texts(defaults.prefixes))]).search,
        suffix_search=compile_suffix_regex([*_suffixes(_texts(defaults.suffixes))]).search,
        infix_finditer=compile_infix_regex([*_infixes(_texts(defaults.infixes))]).finditer,
        token_match=re.compile(rf"(?:{'|'.join(_WHOLE)})\Z").match,
        url_match=defaults.url_match,
    )
    _add_special_cases(tokenizer)
    return nlp


def _texts(rules: Iterable[str | re.Pattern[str]] | None) -> list[str]:
    return [rule for rule in rules or () if isinstance(rule, str)]


def _prefixes(defaults: Iterable[str]) -> Iterator[str]:
    # spaCy's own rules for "!" and the like must come after the longer runs.
    yield from _RUNS
    yield r"-(?=[A-Za-z])"
    # "#1" is cut, a hashtag is not.
    yield from (r"#(?![A-Za-z])" if rule == "#" else rule for rule in defaults)


def _suffixes(defaults: Iterable[str]) -> Iterator[str]:
    yield from _RUNS
    yield r"(?<=[a-z0-9)])\.[?!]+"
    short = [
        rf"(?<=[A-Za-z]{{2}}){_CLITIC}",
        r"(?<=[A-Za-z])`s",
        rf"(?<=[0-9]){_UNIT}",
        r"(?<=\b[A-F])\+",
        r"(?<=[A-Za-z]{4})-",
        r"(?<=[a-z0-9][A-Z])\.",
        *defaults,
    ]
    yield rf"(?!.{{{_LONGEST_SUFFIX + 1}}})(?:{'|'.join(short)})"


def _infixes(defaults: Iterable[str]) -> Iterator[str]:
    yield from _RUNS
    guard = _hyphen_guard()
    yield from (guard + rule if _HYPHENS in rule else rule for rule in defaults)
    yield r"(?<=[A-Za-z]\.)[-–—](?=[A-Za-z])"
    yield r"(?<=[0-9])[–—](?=[0-9])"
    # Missing spaces: "end?The", "(here)and", "[1]-[3]", "9am-5pm", "5'2".
    yield r"(?<=[A-Za-z0-9])[?!](?=[A-Za-z])"
    yield r"(?<=[A-Za-z]);(?=[A-Za-z])"
    yield r"(?<=[A-Za-z])[\"“](?=[A-Za-z-])"
    yield r"(?<=[A-Za-z0-9–—-])[(\[](?=[A-Za-z0-9])"
    yield r"(?<=[A-Za-z0-9])[)\]](?=[A-Za-z0-9–—-])"
    yield r"(?<=[)\]])[–—-](?=[(\[])"
    yield r"(?<=[0-9])(?=[aApP][mM]-)"
    yield r"(?<=[0-9][aApP][mM])-(?=[0-9])"
    yield r"(?<=[0-9])['’](?=[0-9])"
    yield rf"(?<=[A-Za-z]){_CLITIC}(?=[–—…]|--|\.\.)"


def _hyphen_guard() -> str:
    return rf"(?={_HYPHENS}){_not_behind(_BOUND)}(?:{_not_behind(_BOUND_BEFORE_LOWER_CASE)}|(?={_HYPHENS}(?:[A-Z]|the-)))"


def _not_behind(prefixes: Iterable[str]) -> str:
    return "".join(rf"(?<!\b{form})" for prefix in prefixes for form in (prefix, prefix.title()))


def _add_special_cases(tokenizer: Tokenizer) -> None:
    for words in [*_unpunctuated(tokenizer), *_CONTRACTIONS]:
        for cased in (words, (words[0].title(), *words[1:]), tuple(map(str.upper, words))):
            if "".join(cased) not in tokenizer.rules:
                tokenizer.add_special_case("".join(cased), [{ORTH: word} for word in cased])
    for abbreviation in _ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    # Alone, "etc." mostly ends a sentence.
    for mark in ",;:)":
        tokenizer.add_special_case(f"etc.{mark}", [{ORTH: "etc."}, {ORTH: mark}])


def _unpunctuated(tokenizer: Tokenizer) -> list[tuple[str, ...]]:
    """Return the contractions like "cannot" and "dont", which spaCy does not know in capitals."""
    rules = tokenizer.rules.items()
    return [tuple(word[ORTH] for word in rule) for text, rule in rules if text.islower() and text.endswith(("nt", "not"))]
