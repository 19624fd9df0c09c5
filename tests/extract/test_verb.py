from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import Extractor
from graphbuild.extract.verb import extract_verbs

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Tsai        PROPN nsubj urged PERSON
            urged/urge  VERB  ROOT
            Japan       PROPN iobj urged GPE
            to          PART  mark sign
            sign        VERB  xcomp urged tag=VB
            """,
            ["Tsai | urge | Japan"],
            id="who is asked is an object, whatever the parse calls it",
        ),
        pytest.param(
            """
            Japan        PROPN nsubj:pass given GPE
            was/be       AUX   aux:pass given
            given/give   VERB  ROOT tag=VBN
            ships/ship   NOUN  obj given
            by           ADP   case Vietnam
            Vietnam      PROPN obl:agent given GPE
            """,
            ["Vietnam | give | ships", "Vietnam | give ship to | Japan"],
            id="the subject of a passive may be who receives",
        ),
        pytest.param(
            """
            Tsai           PROPN nsubj accused PERSON
            and            CCONJ cc Abe
            Abe            PROPN conj Tsai PERSON
            accused/accuse VERB  ROOT
            each           DET   obj accused
            other          ADJ   fixed each
            """,
            ["Tsai | accuse | Abe", "Abe | accuse | Tsai"],
            id="what several do to each other goes both ways",
        ),
        pytest.param(
            """
            Tsai         PROPN nsubj wrote PERSON
            and          CCONJ cc Abe
            Abe          PROPN conj Tsai PERSON
            wrote/write  VERB  ROOT
            letters/letter NOUN obj wrote
            to           ADP   case one
            one          NUM   obl wrote
            another      DET   fixed one
            """,
            ["Tsai | write | letters", "Abe | write | letters", "Tsai | write letter to | Abe", "Abe | write letter to | Tsai"],
            id="so does what they do to one another through a preposition",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj met PERSON
            and       CCONJ cc Abe
            Abe       PROPN conj Tsai PERSON
            met/meet  VERB  ROOT
            with      ADP   case Suga
            Suga      PROPN obl met PERSON
            """,
            ["Tsai | meet with | Suga", "Abe | meet with | Suga"],
            id="what several do with another they do not do with each other",
        ),
        pytest.param(
            """
            Tsai               PROPN nsubj condemned PERSON
            condemned/condemn  VERB  ROOT
            the                DET   det murder
            murder             NOUN  obj condemned
            of                 ADP   case Abe
            Abe                PROPN nmod murder PERSON
            """,
            ["Tsai | condemn | murder", "Tsai | condemn murder of | Abe"],
            id="who condemns a deed has not done it",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj met PERSON
            met/meet  VERB  ROOT
            Abe       PROPN obj met PERSON
            """,
            ["Tsai | meet | Abe"],
            id="an active clause (UD)",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj met PERSON
            met/meet  VERB  ROOT
            Abe       PROPN dobj met PERSON
            """,
            ["Tsai | meet | Abe"],
            id="an active clause (CLEAR)",
        ),
        pytest.param(
            """
            Tokyo           PROPN nsubj:pass notified GPE
            was/be          AUX   aux:pass   notified
            notified/notify VERB  ROOT tag=VBN
            by              ADP   case       Taipei
            Taipei          PROPN obl:agent  notified GPE
            """,
            ["Taipei | notify | Tokyo"],
            id="a passive with its agent is turned round (UD)",
        ),
        pytest.param(
            """
            Tokyo           PROPN nsubjpass notified GPE
            was/be          AUX   auxpass   notified
            notified/notify VERB  ROOT tag=VBN
            by              ADP   agent     notified
            Taipei          PROPN pobj      by GPE
            """,
            ["Taipei | notify | Tokyo"],
            id="a passive with its agent is turned round (CLEAR)",
        ),
        pytest.param(
            """
            Tokyo           PROPN nsubj:pass notified GPE
            was/be          AUX   aux:pass   notified
            notified/notify VERB  ROOT tag=VBN
            by              ADP   case       Taipei
            Taipei          PROPN obl        notified GPE
            of              ADP   case       visit
            the             DET   det        visit
            visit           NOUN  obl        notified
            """,
            ["Taipei | notify | Tokyo", "Taipei | notify of | visit"],
            id="a passive keeps its other phrases",
        ),
        pytest.param(
            """
            NATO          PROPN nsubj:pass based ORG
            is/be         AUX   aux:pass based
            based/base    VERB  ROOT tag=VBN
            in            ADP   case Brussels
            Brussels      PROPN obl based GPE
            """,
            ["NATO | based in | Brussels"],
            id="a passive without agent is read through its preposition (UD)",
        ),
        pytest.param(
            """
            NATO          PROPN nsubjpass based ORG
            is/be         AUX   auxpass based
            based/base    VERB  ROOT tag=VBN
            in            ADP   prep based
            Brussels      PROPN pobj in GPE
            """,
            ["NATO | based in | Brussels"],
            id="a passive without agent is read through its preposition (CLEAR)",
        ),
        pytest.param(
            """
            Tokyo            PROPN nsubj:pass condemned GPE
            was/be           AUX   aux:pass condemned
            condemned/condemn VERB ROOT tag=VBN
            """,
            [],
            id="a passive with neither says nothing",
        ),
    ],
)
def test_verb_gives_who_does_it_to_whom(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_verbs, table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Japan            PROPN nsubj negotiated GPE
            negotiated/negotiate VERB ROOT
            with             ADP   case China
            China            PROPN obl  negotiated GPE
            and              CCONJ cc   Korea
            Korea            PROPN conj China GPE
            """,
            ["Japan | negotiate with | China", "Japan | negotiate with | Korea"],
            id="each of several nouns under a preposition (UD)",
        ),
        pytest.param(
            """
            Japan            PROPN nsubj negotiated GPE
            negotiated/negotiate VERB ROOT
            with             ADP   prep negotiated
            China            PROPN pobj with GPE
            and              CCONJ cc   China
            Korea            PROPN conj China GPE
            """,
            ["Japan | negotiate with | China", "Japan | negotiate with | Korea"],
            id="each of several nouns under a preposition (CLEAR)",
        ),
        pytest.param(
            """
            Tsai       PROPN nsubj held PERSON
            held/hold  VERB  ROOT
            talks/talk NOUN  obj  held
            with       ADP   case Abe
            Abe        PROPN nmod talks PERSON
            """,
            ["Tsai | hold | talks", "Tsai | hold talk with | Abe", "Tsai | talk with | Abe"],
            id="the phrase of a light verb's noun (UD)",
        ),
        pytest.param(
            """
            Tsai       PROPN nsubj held PERSON
            held/hold  VERB  ROOT
            talks/talk NOUN  dobj held
            with       ADP   prep talks
            Abe        PROPN pobj with PERSON
            """,
            ["Tsai | hold | talks", "Tsai | hold talk with | Abe", "Tsai | talk with | Abe"],
            id="the phrase of a light verb's noun (CLEAR)",
        ),
        pytest.param(
            """
            Suga            PROPN nsubj offered PERSON
            offered/offer   VERB  ROOT
            support         NOUN  obj  offered
            for             ADP   case Taiwan
            Taiwan          PROPN obl  offered GPE
            """,
            [
                "Suga | offer | support",
                "Suga | offer support for | Taiwan",
                "Suga | support for | Taiwan",
            ],
            id="a phrase that the parse hangs on the verb belongs to its noun as well",
        ),
        pytest.param(
            """
            Japan       PROPN nsubj gave GPE
            gave/give   VERB  ROOT
            Vietnam     PROPN iobj gave GPE
            ships/ship  NOUN  obj  gave
            """,
            ["Japan | give | ships", "Japan | give ship to | Vietnam"],
            id="a recipient is read under to (UD)",
        ),
        pytest.param(
            """
            Japan       PROPN nsubj gave GPE
            gave/give   VERB  ROOT
            Vietnam     PROPN dative gave GPE
            ships/ship  NOUN  dobj  gave
            """,
            ["Japan | give | ships", "Japan | give ship to | Vietnam"],
            id="a recipient is read under to (CLEAR)",
        ),
        pytest.param(
            """
            Japan       PROPN nsubj gave GPE
            gave/give   VERB  ROOT
            ships/ship  NOUN  dobj gave
            to          ADP   dative gave
            Vietnam     PROPN pobj to GPE
            """,
            ["Japan | give | ships", "Japan | give ship to | Vietnam", "Japan | ship to | Vietnam"],
            id="a recipient behind its preposition (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan       PROPN nsubj stood GPE
            stood/stand  VERB  ROOT
            up           ADP   compound:prt stood
            to           ADP   case China
            China        PROPN obl stood GPE
            """,
            ["Taiwan | stand up to | China"],
            id="a particle stays with its verb (UD)",
        ),
        pytest.param(
            """
            Taiwan       PROPN nsubj stood GPE
            stood/stand  VERB  ROOT
            up           ADP   prt stood
            to           ADP   prep stood
            China        PROPN pobj to GPE
            """,
            ["Taiwan | stand up to | China"],
            id="a particle stays with its verb (CLEAR)",
        ),
        pytest.param(
            """
            Tsai             PROPN nsubj arrived PERSON
            arrived/arrive   VERB  ROOT
            """,
            [],
            id="a verb alone says nothing",
        ),
        pytest.param(
            """
            Abe              PROPN nsubj praised PERSON
            praised/praise   VERB  ROOT
            Abe              PROPN obj praised PERSON
            """,
            ["Abe | praise | Abe"],
            id="one name at two places is left to the normalizer",
        ),
    ],
)
def test_verb_reads_what_it_governs_through_words_between(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_verbs, table) == expected


def test_verb_points_at_its_words(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("""
        Tsai       PROPN nsubj held PERSON
        recently   ADV   advmod held
        held/hold  VERB  ROOT
        closed     ADJ   amod talks
        talks/talk NOUN  obj  held
        with       ADP   case Abe
        Abe        PROPN nmod talks PERSON
    """)

    relation = next(found for found in extract_verbs(doc) if found.predicate.noun)

    assert relation.predicate.text == "held closed talks"
    assert (relation.predicate.lemma, relation.predicate.noun, relation.predicate.preposition) == ("hold", "talk", "with")
    assert doc.text[relation.predicate.span.start : relation.predicate.span.end] == "held closed talks"
