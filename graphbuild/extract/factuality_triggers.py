"""Words that make what they govern planned, hypothetical or negated, as data.

After Saurí & Pustejovsky, FactBank (2009), and Karttunen's implicative verbs (1971, 2012).
"""

from graphbuild.model import Factuality

MODALS = dict.fromkeys("can could may might must need ought shall should would".split(), Factuality.HYPOTHETICAL) | {
    "will": Factuality.PLANNED,
    "'ll": Factuality.PLANNED,
    "’ll": Factuality.PLANNED,
}
NEGATIONS = frozenset("not n't n’t never no neither nor hardly scarcely barely none nobody nothing".split())
CONDITIONAL_MARKERS = frozenset("if unless whether provided".split())
NEGATED = frozenset(
    """
    abandon abolish abstain avoid cancel cease decline end fail forget halt lack lift neglect omit prevent refrain
    refuse rescind scrap stop suspend terminate
    """.split()
)
DENYING = frozenset("deny disprove rebut refute".split())
PLANNED = frozenset(
    """
    agree aim announce arrange attempt bid choose commit decide decision determine effort expect goal hope intend intent
    intention mission offer opt order pledge plan prepare promise propose push resolve schedule seek strive swear
    threaten try undertake urge vow vote want wish
    """.split()
)
HYPOTHETICAL = frozenset(
    """
    ability able allow chance consider consideration debate desire doubt encourage enable feasibility imagine likelihood
    need opportunity option possibility potential probability proposal prospect recommend request require risk scenario
    suggest suggestion suppose
    """.split()
)
QUALIFIERS = dict.fromkeys(
    """
    alleged conceivable conceivably eventual future hypothetical likely maybe perhaps possible possibly potential
    potentially presumably probable probably prospective purported supposed theoretical unlikely
    """.split(),
    Factuality.HYPOTHETICAL,
) | dict.fromkeys("forthcoming intended planned proposed scheduled upcoming".split(), Factuality.PLANNED)
SPEECH = frozenset(
    """
    accuse acknowledge add admit affirm allege announce argue assert believe caution claim comment complain conclude
    confirm consider contend declare deny disclose emphasize estimate explain express feel find hint indicate inform
    insist maintain mention note observe opine point predict proclaim read recall remark remind repeat reply report
    reveal say state stress suggest suspect tell testify think tweet underline underscore warn write
    """.split()
)
