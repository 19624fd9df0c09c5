"""Sentences, and the relation that is read from each."""

import pytest

from graphbuild.pipeline import Pipeline, build, make_pipeline

pytestmark = pytest.mark.slow

SAID = """
Angela Merkel was born in Hamburg. | angela-merkel bornIn hamburg
Hillary Clinton married Bill Clinton in 1975. | bill-clinton spouseOf hillary-clinton
Jared Kushner is married to Ivanka Trump. | ivanka-trump spouseOf jared-kushner
Kim Yo-jong is the younger sister of Kim Jong-un. | kim-jong-un relativeOf kim-yo-jong
Jimmy Lai is the founder of Apple Daily. | jimmy-lai founded apple-daily
Gazprom owns Gazprom Neft. | gazprom owns gazprom-neft
Rishi Sunak replaced Liz Truss. | rishi-sunak succeeded liz-truss
Barack Obama signed the Paris Agreement in 2016. | barack-obama signed paris-agreement
France signed the Paris Agreement. | france partyTo paris-agreement
Mitt Romney voted for Joe Biden. | mitt-romney votedFor joe-biden
Emmanuel Macron appointed Michel Barnier as prime minister. | emmanuel-macron appointed michel-barnier
Donald Trump fired James Comey. | donald-trump dismissed james-comey
Joe Lieberman left the Democratic Party in 2006. | joe-lieberman resignedFrom democratic-party
Hamas launched an attack on Israel. | hamas attacked israel
The Israeli military bombed Gaza City. | israel-defense-forces attacked gaza-city
Jack Ruby killed Lee Harvey Oswald. | jack-ruby killed lee-harvey-oswald
Alexander Litvinenko was murdered by Andrei Lugovoi. | andrei-lugovoi killed alexander-litvinenko
The United States imposed sanctions on Iran. | united-states sanctioned iran
Japan imposed a ban on Russia. | japan imposedRestrictionOn russia
Lech Walesa rallied against Jaroslaw Kaczynski. | lech-walesa protestedAgainst jaroslaw-kaczynski
Russia withdrew its troops from Georgia. | russia withdrewFrom georgia
The United States withdrew from the Paris Agreement. | united-states withdrewFrom paris-agreement
Hillary Clinton conceded to Donald Trump. | hillary-clinton concededTo donald-trump
Joe Biden defeated Donald Trump. | joe-biden defeated donald-trump
Liz Truss lost to Keir Starmer. | keir-starmer defeated liz-truss
Slovenia sued Croatia. | slovenia prosecuted croatia
The European Commission launched an investigation into Google. | european-commission prosecuted google
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline()


@pytest.mark.parametrize("said", SAID.strip().splitlines(), ids=lambda line: line.rpartition("|")[2].strip())
def test_sentence_says_the_relation(said: str, pipeline: Pipeline) -> None:
    sentence, _, fact = said.partition(" | ")

    graph = build(sentence, pipeline=pipeline)

    assert fact in {f"{s.subject.local_name} {s.predicate.local_name} {s.object.local_name}" for s in graph.statements}
