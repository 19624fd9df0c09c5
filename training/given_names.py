"""List the given names that tell a gender, from those that the package Faker (MIT licence) knows in languages of Latin letters.

    pip install faker
    python -m training.given_names

Writes ``given_names.py`` of ``graphbuild.extract.coreference``. A name is listed if it is English or known in two of the locales, and
in no more than a fifth of these given to the other gender.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from graphbuild.extract import coreference

_ENGLISH = ("en_US", "en_GB", "en_IE", "en_NZ")
_LOCALES = (
    *_ENGLISH,
    *"en en_IN es_ES es_MX fr_FR de_DE de_AT it_IT pt_BR pt_PT pl_PL nl_NL sv_SE da_DK no_NO fi_FI tr_TR ro_RO cs_CZ hr_HR".split(),
)
_LEAST_LOCALES = 2
_LEAST_RATIO = 4
_WIDTH = 124


def main() -> None:
    """Read, choose, write."""
    masculine, feminine = Counter[str](), Counter[str]()
    english: set[str] = set()
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        men, women = ({name.lower() for name in names} for names in (provider.first_names_male, provider.first_names_female))
        masculine.update(men)
        feminine.update(women)
        english |= men | women if locale in _ENGLISH else set()
    text = _module(choose(masculine, feminine, english), choose(feminine, masculine, english))
    (Path(coreference.__file__).parent / "given_names.py").write_text(text, encoding="utf-8")


def choose(counts: Counter[str], others: Counter[str], english: set[str]) -> list[str]:
    """Return the names of one gender; ``counts`` are in how many locales each is a name of it, ``others`` of the other.

    >>> choose(Counter(Ann=3, Kim=2, Zoë=1), Counter(Kim=1), {"Ann"})
    ['Ann']
    """
    return sorted(
        name
        for name, count in counts.items()
        if name.isalpha()
        and len(name) > 1
        and count >= _LEAST_RATIO * others[name]
        and (name in english or count + others[name] >= _LEAST_LOCALES)
    )


def _module(masculine: Iterable[str], feminine: Iterable[str]) -> str:
    men, women = (
        textwrap.fill(" ".join(names), _WIDTH, initial_indent="    ", subsequent_indent="    ") for names in (masculine, feminine)
    )
    return (
        '"""Given names that tell a gender, made by ``training.given_names`` from the lists of Faker (MIT licence)."""\n\n'
        f'_MASCULINE = """\n{men}\n"""\n_FEMININE = """\n{women}\n"""\n'
        'GENDER_BY_GIVEN_NAME = dict.fromkeys(_MASCULINE.split(), "Masc") | dict.fromkeys(_FEMININE.split(), "Fem")\n'
        '"""A given name in small letters: "Masc" or "Fem", as in Universal Dependencies."""\n'
    )


if __name__ == "__main__":
    main()
