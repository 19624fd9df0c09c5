"""Why a name in a text was taken for a thing."""

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model.iri import Iri


class MergeReason(StrEnum):
    """What shows that a name is a name of a thing."""

    KNOWN_NAME = "known name"
    """The vocabulary calls it so: "ROC" for Taiwan."""
    KNOWN_ACRONYM = "known acronym"
    """The vocabulary gives it these initials: "U.N." for the United Nations."""
    DEMONYM = "demonym"
    """The name of those who belong to it: "Japanese" for Japan."""
    METONYM = "metonym"
    """The name of its seat, where it acts: "Tokyo agreed"."""
    INTRODUCED = "introduced in the text"
    """The text says so: "the Kirkuk Relief Board (KRB)"."""
    INITIALS = "initials"
    """They are the first letters of its name, and of no other's."""
    SAME_WORDS = "same words"
    """The words are the same but for titles, accents, capitals and endings."""
    NAME_ORDER = "order of names"
    """Family and given name change places: "Abe Shinzo"."""
    PART_OF_NAME = "part of a name"
    """It is the family or given name of one person only: "Tsai"."""
    WITHOUT_COUNTRY = "with or without its country"
    """A body named with whose it is and without: "the Japanese Diet"."""
    SPELLING = "spelling"
    """Another spelling or transliteration: "Zelensky"."""
    ROLE_AT_DATE = "role at the date"
    """Who held the post then: "the Taiwanese president" of 2016."""
    GOVERNMENT = "government of a country"
    """The government of the country named with it: "the Japanese authorities"."""
    DECISION = "decision"
    """Somebody decided it."""


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """A name in the texts that was taken for an entity, why, and how sure that is from 0 to 1."""

    entity: Iri
    name: str
    reason: MergeReason
    score: float

    def __post_init__(self) -> None:
        """Refuse a score that is no probability."""
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"score must lie between 0 and 1, got {self.score}")
