"""Words that say that somebody says or thinks something, as data."""

SPEECH_VERBS = frozenset(
    """
    accuse acknowledge add admit advise affirm allege allow announce argue assert assess assume assure attest aver believe blame
    boast calculate caution charge claim clarify comment complain conclude concede confess confide confirm consider contend
    counter declare deem deny disclose elaborate emphasize emphasise estimate exclaim explain express fear feel figure find
    forecast gather guess hint imply indicate inform insist interject joke lament maintain mention muse note object observe
    opine point posit predict proclaim profess promise pronounce protest quip read reason reassure recall reckon recount reflect
    reiterate relate remark remind repeat reply report respond retort reveal say signal speculate state stress submit suggest
    surmise suspect swear tell testify theorize think threaten tweet underline underscore voice vow warn worry write
    """.split()
)
"""Verbs whose subject says or thinks what their clause says."""

CALLING_VERBS = frozenset(
    """
    blast brand call characterize condemn criticize decry denounce depict deride describe dismiss dub hail label praise portray
    refer slam speak talk term urge welcome
    """.split()
)
"""Verbs whose subject says what stands in quotation marks below them."""

CLAIMING_VERBS = frozenset("claim deny profess purport report".split())
"""Verbs of speech whose infinitive is said, rather than intended: "claims to have signed"."""

HEARSAY_VERBS = frozenset(
    """
    allege assume believe claim consider deem estimate fear hold reckon report repute rumor rumour say suppose suspect think
    understand
    """.split()
)
"""Verbs of speech whose infinitive is said in the passive: "is said to have signed", "is believed to own"."""

HEARSAY_ADVERBS = frozenset("allegedly purportedly reportedly reputedly supposedly".split())
"""Adverbs that leave it to others that something is so."""

REVEALING_VERBS = frozenset("acknowledge confirm disclose find note observe recall reveal".split())
"""Verbs of speech whose clause the author takes to be so, too: "it was found that"."""

ACCUSING_VERBS = frozenset({"accuse", "suspect"})
"""Verbs whose "of" introduces what is said: "accused Tokyo of supporting"."""

SPEECH_NOUNS = frozenset(
    """
    accusation acknowledgment admission allegation announcement argument assertion assessment belief charge claim comment
    complaint conclusion contention conviction declaration estimate expectation fear finding hint impression insistence opinion
    prediction promise proposition remark report rumor rumour speculation statement suggestion suspicion testimony theory thesis
    understanding view vow warning word
    address article briefing dispatch document editorial email essay interview letter memo message paper speech telegram
    """.split()
)
"""Nouns for what somebody says, and for what it is said in: "a statement by Abe that", "said in an interview that"."""

UTTERING_VERBS = frozenset("express give have hold issue make offer publish reiterate release repeat share state voice".split())
"""Verbs whose subject says what their object names: "issued a statement that"."""

STANDPOINTS = frozenset(
    """
    account assessment estimate estimation eye judgement judgment opinion perspective phrase point standpoint telling view viewpoint
    word
    """.split()
)
"""Nouns that name a speaker under a preposition: "in the view of", "in Abe's words"."""

SOURCE_PREPOSITIONS = frozenset({"according to", "per", "as per"})
"""Prepositions before who says it."""
