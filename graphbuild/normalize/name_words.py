"""Names taken apart into the words by which they are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.model.name import normalize_name

_TITLES = frozenset(
    """
    mr mrs ms miss mister madam madame dr prof professor sir lord lady dame rev reverend president presidents premier minister
    ministers senator sen representative rep congressman congresswoman congressman governor gov mayor chancellor secretary
    ambassador amb general gen colonel col major maj captain capt lieutenant lt admiral adm marshal commander sergeant sgt chairman
    chairwoman chairperson speaker justice judge spokesman spokeswoman spokesperson commissioner leader director envoy
    """.split()
)
# Words that stand before a title and belong to it.
_BEFORE_TITLES = frozenset(
    """
    prime vice deputy chief foreign defense defence finance interior home cabinet first former then ex acting interim attorney under
    assistant lt brigadier rear fleet field executive state trade economy party the of
    """.split()
)
# What a post is of: "Secretary of State", "Minister of Foreign Affairs".
_FIELDS = frozenset(
    "state defense defence affairs finance justice interior trade treasury staff commerce security health".split()
)
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"} | {
    numeral: numeral for numeral in "i ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi xxiii".split()
}
_CORPORATE = frozenset("inc incorporated corp corporation co company ltd limited plc llc gmbh ag sa spa nv".split())
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_ROMANS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_FOLDED = (
    {word: str(number) for words in (_ORDINALS, _NUMBERS) for number, word in enumerate(words, start=1)}
    | _ROMANS
    | {
        "&": "and",
        "defence": "defense",
        "centre": "center",
        "labour": "labor",
        "harbour": "harbor",
        "programme": "program",
        "theatre": "theater",
    }
)
_NUMERAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_IS_BRITISH = re.compile(r"isation(?=s?$)")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "la", "at"})
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "de", "da", "di", "van", "von", "der", "den", "la", "le", "du", "dos", "ter"}
)


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: dots, possessives, small differences of usage aside.

    >>> words_of("the U.N. Organisation for Labour’s Seventh Centre")
    ('un', 'organization', 'for', 'labor', '7', 'center')
    """
    words = (word.strip(',;:()[]"“”').removesuffix("'s").rstrip("'") for word in normalize_name(name).split())
    return tuple(_fold(word.replace(".", "").replace("'", "")) for word in words if word.strip(".'"))


def _fold(word: str) -> str:
    numeral = _NUMERAL.fullmatch(word)
    return numeral[1] if numeral else _FOLDED.get(word) or _IS_BRITISH.sub("ization", word)


def without_titles(name: str) -> str:
    """Return a person's name without the titles before it, if that leaves any of it.

    >>> without_titles("Chief Cabinet Secretary Yoshihide Suga"), without_titles("Mr. Tsai"), without_titles("Mr. President")
    ('Yoshihide Suga', 'Tsai', 'President')
    """
    words = name.split()
    plain = [word.strip(".,").casefold() for word in words]
    end = 0
    for position, word in enumerate(plain[:-1]):
        if word in _TITLES or (word in _FIELDS and "of" in plain[end:position]):
            end = position + 1
        elif word not in _BEFORE_TITLES:
            break
    return " ".join(words[end:])


def acronym_letters(name: str) -> str | None:
    """Return the letters of a name that is an acronym, None for any other.

    >>> acronym_letters("U.N."), acronym_letters("JSDF"), acronym_letters("Japan"), acronym_letters("P-1")
    ('un', 'jsdf', None, None)
    """
    letters = name.replace(".", "")
    return letters.lower() if letters.isalpha() and letters.isupper() and 1 < len(letters) < 8 else None


def initials_of(words: tuple[str, ...]) -> str:
    """Return the first letters of the words that count.

    >>> initials_of(("kirkuk", "board", "of", "relief"))
    'kbr'
    """
    return "".join(word[0] for word in words if word not in _SMALL)


def body_key(words: tuple[str, ...]) -> str:
    """Return what two ways of writing the name of a body share: neither "Inc." nor the plural of its last word tells them apart.

    >>> body_key(words_of("Self-Defence Force")) == body_key(words_of("Self Defense Forces"))
    True
    """
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _CORPORATE:
        kept.pop()
    if len(kept) > 1 and kept[-1].endswith("s") and not kept[-1].endswith("ss") and len(kept[-1]) > 4:
        kept[-1] = kept[-1][:-1]
    return " ".join(word for word in kept if word != "and")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words, those with a hyphen as one, and the generation that tells father from son."""

    words: tuple[str, ...]
    generation: str = ""

    @property
    def squeezed(self) -> str:
        """The letters of the name, however they are spaced: "Jong Un" is "Jong-un"."""
        return "".join(self.words)

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between the first and the last word."""
        return self.words[1:-1]

    def turned(self) -> "tuple[PersonName, ...]":
        """Return the name with its first word last, and with its last word first."""
        return (PersonName((*self.words[1:], self.words[0])), PersonName((self.words[-1], *self.words[:-1])))


@lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName:
    """Return a person's name taken apart.

    >>> person_name("George H.W. Bush").words, person_name("Tsai Ing-wen").words, person_name("Donald Trump, Jr.").generation
    (('george', 'h', 'w', 'bush'), ('tsai', 'ingwen'), 'jr')
    """
    words: list[str] = []
    for word in without_titles(name).split():
        for part in re.sub(r"\.(?=\S)", ". ", word).split():
            plain = normalize_name(part).removesuffix("'s").split()
            # "al-Assad" is "al Assad", and "Ing-wen" one name.
            pieces = plain if len(plain) > 1 and plain[0] in PARTICLES else ["".join(plain)]
            words.extend(filter(None, (re.sub(r"[.,'\"()]", "", piece) for piece in pieces)))
    generation = _GENERATIONS.get(words[-1], "") if len(words) > 1 else ""
    return PersonName(tuple(words[:-1] if generation else words), generation)
