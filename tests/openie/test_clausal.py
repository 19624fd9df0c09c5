"""What is read from each construction of a clause."""

from collections.abc import Callable

import pytest

Reader = Callable[[str], list[str]]

CONSTRUCTIONS = [
    pytest.param(
        """
        Tsai NNP PROPN nsubj 2
        met/meet VBD VERB ROOT
        Abe NNP PROPN obj 2
        in IN ADP case 5
        Tokyo NNP PROPN obl 2
        yesterday NN NOUN obl:unmarked 2
        """,
        ["met | Tsai | Abe | in Tokyo | yesterday"],
        id="an active clause has its object, then its circumstances",
    ),
    pytest.param(
        """
        Tokyo NNP PROPN nsubj:pass 3
        was/be VBD AUX aux:pass 3
        notified/notify VBN VERB ROOT
        by IN ADP case 5
        Taipei NNP PROPN obl:agent 3
        """,
        ["was notified by | Tokyo | Taipei"],
        id="without an object the first preposition joins the relation",
    ),
    pytest.param(
        """
        Abe NNP PROPN nsubj 4
        was/be VBD AUX aux:pass 4
        never RB ADV advmod 4
        arrested/arrest VBN VERB ROOT
        and CC CCONJ cc 6
        freed/free VBN VERB conj 4
        """,
        ["was never arrested | Abe", "was freed | Abe"],
        id="coordinated verbs share subject and auxiliary",
    ),
    pytest.param(
        """
        Abe NNP PROPN nsubj 5
        is/be VBZ AUX cop 5
        a DT DET det 5
        former JJ ADJ amod 5
        minister NN NOUN ROOT
        """,
        ["is | Abe | a former minister"],
        id="a copula says what something is",
    ),
    pytest.param(
        """
        The DT DET det 2
        islands NNS NOUN nsubj 5
        are/be VBP AUX cop 5
        very RB ADV advmod 5
        close JJ ADJ ROOT
        to IN ADP case 7
        Taiwan NNP PROPN obl 5
        """,
        ["are very close to | The islands | Taiwan"],
        id="an adjective joins the relation with its preposition",
    ),
    pytest.param(
        """
        There/there EX PRON expl 2
        is/be VBZ VERB ROOT
        a DT DET det 4
        gap NN NOUN nsubj 2
        """,
        ["There is | a gap"],
        id="an existential clause has one argument",
    ),
    pytest.param(
        """
        It/it PRP PRON expl 3
        is/be VBZ AUX cop 3
        hard JJ ADJ ROOT
        to TO PART mark 5
        win VB VERB csubj 3
        """,
        ["is | It | hard | to win"],
        id="an anticipated subject clause comes last",
    ),
    pytest.param(
        """
        Tsai NNP PROPN nsubj 4
        and CC CCONJ cc 3
        Abe NNP PROPN conj 1
        praised/praise VBD VERB ROOT
        Japan NNP PROPN obj 4
        and CC CCONJ cc 7
        Korea NNP PROPN conj 5
        """,
        ["praised | Tsai | Japan", "praised | Tsai | Korea", "praised | Abe | Japan", "praised | Abe | Korea"],
        id="a coordination is read member by member",
    ),
    pytest.param(
        """
        Neither/neither CC CCONJ cc:preconj 2
        Japan NNP PROPN nsubj 5
        nor CC CCONJ cc 4
        Korea NNP PROPN conj 2
        condemned/condemn VBD VERB ROOT
        it PRP PRON obj 5
        """,
        ["condemned | Neither Japan nor Korea | it"],
        id="a coordination that is denied is kept whole",
    ),
    pytest.param(
        """
        Japan NNP PROPN nsubj 4
        or CC CCONJ cc 3
        Korea NNP PROPN conj 1
        pays/pay VBZ VERB ROOT
        """,
        ["pays | Japan or Korea"],
        id="alternatives are kept together",
    ),
    pytest.param(
        """
        Abe NNP PROPN nsubj 7
        , , PUNCT punct 4
        who WP PRON nsubj 4
        led/lead VBD VERB acl:relcl 1
        Japan NNP PROPN obj 4
        , , PUNCT punct 1
        resigned/resign VBD VERB ROOT
        """,
        ["led | Abe | Japan", "resigned | Abe"],
        id="a relative pronoun gives way to its noun, which is said without the clause",
    ),
    pytest.param(
        """
        He PRP PRON nsubj 2
        bought/buy VBD VERB ROOT
        the DT DET det 4
        ship NN NOUN obj 2
        that WDT PRON obj 7
        China NNP PROPN nsubj 7
        built/build VBD VERB acl:relcl 4
        """,
        ["bought | He | the ship that China built", "built | China | the ship"],
        id="a relative clause takes its noun as its object",
    ),
    pytest.param(
        """
        a DT DET det 2
        force NN NOUN nsubj 7
        modelled/model VBN VERB acl 2
        after IN ADP case 6
        the DT DET det 6
        Marines NNPS PROPN obl 3
        grew/grow VBD VERB ROOT
        """,
        ["be modelled after | a force | the Marines", "grew | a force modelled after the Marines"],
        id="a reduced relative clause gets the be it lacks",
    ),
    pytest.param(
        """
        Abe NNP PROPN nsubj:pass 3
        was/be VBD AUX aux:pass 3
        expected/expect VBN VERB ROOT
        to TO PART mark 7
        be VB AUX cop 7
        the DT DET det 7
        leader NN NOUN xcomp 3
        """,
        ["was expected to be | Abe | the leader"],
        id="raising: verbs in a chain speak once",
    ),
    pytest.param(
        """
        Abe NNP PROPN nsubj 3
        was/be VBD AUX cop 3
        able JJ ADJ ROOT
        to TO PART mark 5
        own VB VERB xcomp 3
        land NN NOUN obj 5
        """,
        ["was able to own | Abe | land"],
        id="an adjective governs an infinitive",
    ),
    pytest.param(
        """
        Suga NNP PROPN nsubj 2
        gave/give VBD VERB ROOT
        Tsai NNP PROPN iobj 2
        a DT DET det 5
        gift NN NOUN obj 2
        """,
        ["gave | Suga | Tsai | a gift"],
        id="a ditransitive has recipient and object",
    ),
    pytest.param(
        """
        They/they PRP PRON nsubj 2
        stood/stand VBD VERB ROOT
        up RP ADP compound:prt 2
        for IN ADP case 5
        Japan NNP PROPN obl 2
        """,
        ["stood up for | They | Japan"],
        id="a particle belongs to its verb",
    ),
    pytest.param(
        """
        If IN SCONJ mark 3
        China NNP PROPN nsubj 3
        attacks/attack VBZ VERB advcl 7
        , , PUNCT punct 3
        Japan NNP PROPN nsubj 7
        will MD AUX aux 7
        help VB VERB ROOT
        """,
        ["attacks | China", "will help | Japan | If China attacks"],
        id="a condition is told with what depends on it",
    ),
    pytest.param(
        """
        the DT DET det 2
        idea NN NOUN nsubj 6
        of IN SCONJ mark 4
        running/run VBG VERB acl 2
        workshops NNS NOUN obj 4
        failed/fail VBD VERB ROOT
        """,
        ["failed | the idea of running workshops"],
        id="a noun does not do what the clause under its preposition says",
    ),
    pytest.param(
        """
        Nissan NNP PROPN nsubj 2
        asked/ask VBD VERB ROOT
        workers NNS NOUN obj 2
        to TO PART mark 5
        dress VB VERB xcomp 2
        """,
        ["asked to dress | Nissan | workers"],
        id="a controlled infinitive joins the relation",
    ),
]


@pytest.mark.parametrize(("table", "expected"), CONSTRUCTIONS)
def test_clause_is_read(read: Reader, table: str, expected: list[str]) -> None:
    found = read(table)

    assert found == expected
