"""How kinds of entities and of statements look on the page: all of it data.

Hues are taken from the colour-blind safe palettes of Okabe & Ito (2008) and Tol (2021); classes that are easily confused differ
in shape or lightness too. Every colour stands out from a white and from a near-black page.
"""

from dataclasses import dataclass

from graphbuild.model import Factuality


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """The look of the entities of one class; ``shape`` is one of vis-network's."""

    color: str
    shape: str


@dataclass(frozen=True, slots=True)
class FactualityStyle:
    """The look of the statements of one factuality.

    ``dashes`` are lengths of dash and gap, none for a solid line; a crossed line has a bar across its middle and a cross before
    its label.
    """

    color: str
    dashes: tuple[int, ...] = ()
    is_crossed: bool = False


TYPE_STYLES = {
    "Person": TypeStyle("#e69f00", "dot"),
    "Group": TypeStyle("#d55e00", "dot"),
    "Role": TypeStyle("#c9905b", "triangle"),
    "PoliticalParty": TypeStyle("#cc79a7", "diamond"),
    "Country": TypeStyle("#0072b2", "hexagon"),
    "Government": TypeStyle("#3c93c9", "square"),
    "GovernmentBody": TypeStyle("#7cbfe6", "square"),
    "MilitaryForce": TypeStyle("#117733", "triangle"),
    "Organization": TypeStyle("#2fa18d", "square"),
    "Place": TypeStyle("#999933", "triangleDown"),
    "City": TypeStyle("#b9b04a", "triangleDown"),
    "Facility": TypeStyle("#7d7a3c", "triangleDown"),
    "Event": TypeStyle("#c9a227", "star"),
    "Agreement": TypeStyle("#a0406e", "diamond"),
    "Equipment": TypeStyle("#6d7f94", "triangle"),
    "Concept": TypeStyle("#9484bd", "dot"),
    "Work": TypeStyle("#7562a8", "dot"),
}

UNKNOWN_TYPE = TypeStyle("#98a1ad", "dot")

FACTUALITY_STYLES = {
    Factuality.ASSERTED: FactualityStyle("#77859a"),
    Factuality.PLANNED: FactualityStyle("#4a83c4", (11, 6)),
    Factuality.HYPOTHETICAL: FactualityStyle("#8a78b8", (2, 5)),
    Factuality.NEGATED: FactualityStyle("#d1453b", is_crossed=True),
}
