"""What the words of a name tell of its type: known actors, head nouns, demonyms, titles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import rdflib
from rdflib import RDF, RDFS, SKOS

from training.name_types import TYPES
from training.shared import HERE

_GB = rdflib.Namespace("https://w3id.org/graphbuild/ontology#")
_ONTOLOGY = HERE.parent / "ontology"
_ACTORS = ("actors.ttl", "actors-states.ttl", "actors-people.ttl")
_BRACKETED = re.compile(r"\s*\([^)]*\)$")
_PREPOSITIONS = frozenset("of for on in at to against with from".split())
_UNPOLITICAL = re.compile(
    r"King|Queen|Pope|Emperor|Emir|Sultan|Crown Prince|Commander.*|Director.*|Chief of .*|Chairman of the Joint.*"
    r"|Prosecutor|Commissioner.*|Managing Director|Spokes.*|Ambassador.*|Chief Justice|Chief Adviser"
)
_DOUBTFUL_HEADS = frozenset(
    "mission customs office command force forces marine division guard state nation country camp structure media"
    " business giant group ring constituency capital water waters area mine port plant diet treasury structure utility"
    " statement framework initiative deal right security strategy study paper report speech interview chip system"
    " campaign exercise operation crisis disaster meeting forum leadership presidency authority convention bill"
    " guideline poll survey article".split()
)
# Classes in order of the line: a head noun in several lines may be of any of them.
_HEADS = {
    "Government GovernmentBody": "administration authority",
    "Organization GovernmentBody": "agency board bureau commission committee council office panel",
    "Organization PoliticalParty": "alliance bloc coalition front league movement union federation congress",
    "Organization Facility": "academy cathedral center centre church clinic college gallery hospital hotel institute"
    " laboratory library mosque museum observatory opera school station synagogue theater theatre university zoo",
    "Organization": "airlines bank broadcasting co. company corp. corporation entertainment f.c. fc fellowship"
    " foundation inc. inc llc ltd ltd. orchestra order pictures press records symphony studios trust",
    "Organization Work": "gazette herald journal magazine news times tribune post",
    "Organization MilitaryForce": "brotherhood guards guard force forces",
    "GovernmentBody": "bundestag bundesrat chancellery constabulary courts duma folketing knesset police riksdag"
    " sejm senate storting",
    "MilitaryForce": "armed-forces battery corps infantry luftwaffe wehrmacht bundeswehr",
    "Country": "empire khanate dynasty sultanate caliphate emirate",
    "Place": "avenue beach canyon cape cove creek drive falls fjord forest glacier hills island islands lakes"
    " mountains municipality oblast parish plateau road street streets township governorate highway",
    "Place Facility": "garden gardens park square pier",
    "Facility": "arena barracks bridge building camp castle cemetery courthouse embassy fort hall hangar house"
    " mansion memorial monastery monument palace prison speedway studio tower tunnel villa",
    "Event": "ceasefire crusade cup derby fair feast games genocide grand-prix hurricane intifada mutiny olympics"
    " open pageant parade plague protests rebellion reformation renaissance riot riots season siege strike"
    " tour tournament wars championships battles",
    "Election": "election elections primaries primary by-election",
    "Election Event": "referendum plebiscite caucus caucuses",
    "Event Agreement": "convention",
    "Agreement": "accords acts amendment code decree directive edict laws ordinance statute treaties",
    "Concept": "award awards medal prize prizes syndrome theorem theory language languages calendar scholarship"
    " fellowship disease",
    "Work": "anthem cantata concerto dictionary encyclopedia ep lp opera sonata soundtrack trilogy",
}
_HEADS_BEFORE_OF = {
    "house": "GovernmentBody",
    "chamber": "GovernmentBody",
    "bank": "Organization",
    "republic": "Country",
    "kingdom": "Country",
    "university": "Organization",
    "office": "GovernmentBody",
    "port": "Place",
    "gulf": "Place",
}
_GROUPS = (
    "Rohingya Hutu Tutsi Pashtun"
    " African African-American Afro-American Aboriginal Anglican Anglo-Saxon Arab Arabian Arabic Aryan Ashkenazi Asian"
    " Assyrian Aztec Balkan Bantu Baptist Basque Bavarian Bengali Berber Bolshevik Bosniak Breton British Buddhist"
    " Byzantine Calvinist Catalan Catholic Caucasian Celtic Chechen Christian Confederate Confucian Cossack Creole"
    " Dutch English Englishmen Englishman Episcopalian Eurasian European Eurosceptic Flemish Frankish Frenchman"
    " Frenchmen Gaelic Galician Germanic Gothic Greek-Cypriot Gypsy Hasidic Hellenic Hellenistic Hindu Hispanic Hmong"
    " Hussite Iberian Inca Inuit Irishman Irishmen Islamic Islamist Jacobin Jacobite Jew Jewish Kurdish Kurd Latino"
    " Latina Lutheran Maoist Maori Marxist Mennonite Menshevik Methodist Mongol Moorish Mormon Moroccan Moslem Muslim"
    " Nazi Nordic Norman Norse Orthodox Ottoman Palestinian Persian Pole Polynesian Presbyterian Protestant Prussian"
    " Puritan Quaker Roman Romani Sami Saxon Scandinavian Scot Scottish Scotsman Semitic Serb Sephardic Shia Shiite"
    " Sikh Sinhalese Slav Slavic Soviet Spaniard Stalinist Sunni Swede Taliban Tamil Tatar Tejano Teutonic Texan"
    " Tibetan Trotskyist Turk Turkic Turkmen Uyghur Venetian Viking Visigoth Welsh Welshman Yankee Yoruba Yugoslav"
    " Zionist Zulu Dane Finn Czech Slovak Croat Bosnian Sicilian Sardinian Parisian Californian Londoner Corsican"
    " Hawaiian Siberian Crimean Cypriot Manchu Hungarian Austro-Hungarian Austrian Prussian Burmese Ukranian"
    " Anglo-Irish Anglo-American Irish-American Latin-American Latin American North-American South-American"
    " Native American East German West German Republican Democrat Democratic-Republican Whig Tory Tories Labourite"
    " Communist Fascist Federalist Unionist Loyalist Liberal-Democrat Conservative Socialist".split(" ")
)
_PARTISAN = frozenset(
    "Republican Democrat Whig Tory Tories Communist Fascist Federalist Unionist Loyalist Conservative Socialist".split()
)
_GROUP_ENDING = re.compile(r"[A-Z][\w-]*(?:crats?|ists?)")
_TITLES = (
    "President|Vice President|Prime Minister|Deputy Prime Minister|Premier|Vice Premier|Chancellor|Senator|Sen.|"
    "Representative|Rep.|Congressman|Congresswoman|Governor|Gov.|Lieutenant Governor|Mayor|Minister|Secretary|"
    "Ambassador|King|Queen|Prince|Princess|Emperor|Empress|Pope|Archbishop|Bishop|Cardinal|General|Gen.|"
    "Lieutenant General|Lt. Gen.|Major General|Maj. Gen.|Brigadier General|Brigadier|Colonel|Col.|"
    "Lieutenant Colonel|Lt. Col.|Major|Maj.|Captain|Capt.|Lieutenant|Lt.|Sergeant|Sgt.|Admiral|Adm.|Rear Admiral|"
    "Vice Admiral|Commander|Marshal|Field Marshal|Judge|Justice|Chief Justice|Chairman|Chairwoman|Chairperson|"
    "Professor|Prof.|Duke|Duchess|Earl|Count|Sheikh|Ayatollah|Imam|Rabbi|Foreign Minister|Defense Minister|"
    "Defence Minister|Finance Minister|Interior Minister|Foreign Secretary|Home Secretary|Secretary of State|"
    "Secretary of Defense|Attorney General|Solicitor General|Speaker|First Lady|President-elect|Commissioner|Sheriff|"
    "Deputy|MP|Spokesman|Spokeswoman|Spokesperson|Director|Chief|Caliph|Tsar|Emir|Sultan|First Minister|Taoiseach"
).split("|")
# Heads that are names by themselves.
_ALONE = frozenset(
    "parliament congress senate bundestag bundesrat duma sejm riksdag storting folketing knesset luftwaffe wehrmacht"
    " bundeswehr army navy constitution".split()
)
_ELECTION = re.compile(r".*(?:elections?|primar(?:y|ies)|referendums?|referenda|caucus(?:es)?|plebiscite|votes?|polls?)")
_BYGONE_COUNTRIES = frozenset(
    "Prussia Yugoslavia USSR Soviet Czechoslovakia Rhodesia Siam Persia Burma Ceylon Zaire Austria-Hungary England"
    " Scotland Wales Ireland Britain Holland Macedonia Bohemia Castile Aragon Savoy Sardinia Tuscany Venice Genoa"
    " Saxony Hanover Bavaria Württemberg Byzantium Rome Carthage Sparta Athens Babylon Assyria Judah Israel Korea Vietnam"
    " Germany Congo Timor Bengal Hawaii Texas Tibet Manchukuo Transjordan Zanzibar Tanganyika Dahomey Kampuchea Laos"
    " Goryeo Joseon Silla Sikkim Mercia Wessex Northumbria Navarre León Naples Sicily Flanders Burgundy Brittany"
    " Lithuania Muscovy Serbia Montenegro Bosnia Herzegovina Republic Kingdom Empire Sultanate Dynasty dynasty".split()
)
# Countries that are also something else.
_NAMESAKES = {"Georgia": "Place", "Jordan": "Place Person", "Chad": "Person", "Luxembourg": "Place", "Singapore": "Place"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Types by the words of a name. Ask :func:`load_lexicon` for it."""

    actors: dict[str, frozenset[str]]
    heads: dict[str, frozenset[str]]
    groups: frozenset[str]
    titles: frozenset[tuple[str, ...]]
    demonyms: tuple[str, ...]

    def refine(self, words: Sequence[str], types: frozenset[str]) -> frozenset[str]:
        """Return those of ``types`` that the name's words allow; all where they say nothing or the contrary."""
        if "Election" in types and not _ELECTION.fullmatch(" ".join(words).casefold()):
            types = types - {"Election"} or types
        if "Country" in types and not self._may_be_country(words):
            types = types - {"Country"} or types
        for sign in (self.find_actor(words), self.find_head(words)):
            types = types & sign or types
        return types

    def _may_be_country(self, words: Sequence[str]) -> bool:
        signs = (self.find_actor(words), self.find_head(words), *(self.find_actor([word]) for word in words))
        return any("Country" in sign for sign in signs) or not _BYGONE_COUNTRIES.isdisjoint(words)

    def find_actor(self, words: Sequence[str]) -> frozenset[str]:
        """Return the types of the known actors of exactly this name."""
        return self.actors.get(" ".join(words), frozenset())

    def find_head(self, words: Sequence[str]) -> frozenset[str]:
        """Return the types that the head noun tells: the last word, or the one before the first preposition."""
        end = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
        head = words[end - 1].casefold()
        if end < len(words) and words[end] == "of" and head in _HEADS_BEFORE_OF:
            return frozenset({_HEADS_BEFORE_OF[head]})
        if len(words) == 1 and head not in _ALONE:
            return frozenset()
        return self.heads.get(head) or self.heads.get(head.removesuffix("s")) or frozenset()

    def is_group(self, words: Sequence[str]) -> bool:
        """Tell whether the words are a demonym or name members of a group: "Japanese", "Muslims", "Democrats"."""
        return " ".join(words) in self.groups

    def is_partisan(self, words: Sequence[str]) -> bool:
        """Tell whether the word names adherents of a party or a belief: "Republican", "Stalinists"."""
        last = words[-1]
        if len(words) > 1 and not last.endswith("s"):
            return False
        return last.removesuffix("s") in _PARTISAN or bool(_GROUP_ENDING.fullmatch(last))

    def title_before(self, words: Sequence[str], end: int) -> int:
        """Return where the longest title that ends before the word ``end`` begins; ``end`` if there is none."""
        for length in range(min(5, end), 0, -1):
            if tuple(words[end - length : end]) in self.titles:
                return end - length
        return end


@cache
def _actor_graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in _ACTORS:
        graph.parse(_ONTOLOGY / name)
    return graph


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon of the ontology's actors and nouns."""
    graph = _actor_graph()
    return Lexicon(_actors(graph), _heads(), _groups(graph), _titles(graph), _demonyms(graph))


def _actors(graph: rdflib.Graph) -> dict[str, frozenset[str]]:
    types: dict[str, set[str]] = defaultdict(set)
    for subject, class_ in graph.subject_objects(RDF.type):
        allowed = _types_of(graph, subject, str(class_).rpartition("#")[2])
        for name in actor_names(graph, subject) if allowed else ():
            types[name] |= allowed
    for name, others in _NAMESAKES.items():
        types[name] |= {*others.split()}
    return {name: frozenset(found) for name, found in types.items()}


def actors_by_type() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield the type, names and acronym (or "") of each known actor of one type."""
    graph = _actor_graph()
    for subject, class_ in graph.subject_objects(RDF.type):
        types = _types_of(graph, subject, str(class_).rpartition("#")[2])
        if len(types) == 1:
            names = [
                _BRACKETED.sub("", str(value))
                for predicate in (RDFS.label, SKOS.altLabel)
                for value in graph.objects(subject, predicate)
            ]
            acronyms = sorted(str(value) for value in graph.objects(subject, _GB.acronym))
            yield next(iter(types)), tuple(names), acronyms[0] if acronyms else ""


def _types_of(graph: rdflib.Graph, subject: rdflib.term.Node, class_: str) -> set[str]:
    if class_ == "Person":
        roles = [str(graph.value(holding, _GB.role)) for holding in graph.subjects(_GB.holder, subject)]
        political = any(not _UNPOLITICAL.fullmatch(role) for role in roles)
        return {"Politician"} if political else {"Person", "Politician"}
    class_ = {"City": "Place"}.get(class_, class_)
    return {class_} & {*TYPES}


def actor_names(graph: rdflib.Graph, subject: rdflib.term.Node) -> Iterator[str]:
    """Yield the label, aliases and acronyms of an actor, without what tells namesakes apart."""
    for predicate in (RDFS.label, SKOS.altLabel):
        for value in graph.objects(subject, predicate):
            yield _BRACKETED.sub("", str(value))
    for value in graph.objects(subject, _GB.acronym):
        if len(str(value)) > 1:
            yield str(value)


def _heads() -> dict[str, frozenset[str]]:
    heads: dict[str, frozenset[str]] = {}
    for class_, noun in rdflib.Graph().parse(_ONTOLOGY / "nouns.ttl").subject_objects(_GB.headNoun):
        type_ = {"City": "Place"}.get(str(class_).rpartition("#")[2], str(class_).rpartition("#")[2])
        if type_ in TYPES and type_ not in {"Person", "Role", "Concept"} and str(noun) not in _DOUBTFUL_HEADS:
            heads[str(noun)] = heads.get(str(noun), frozenset()) | {type_}
    for types, nouns in _HEADS.items():
        heads |= {noun: frozenset(types.split()) for noun in nouns.split()}
    return heads


def _demonyms(graph: rdflib.Graph) -> tuple[str, ...]:
    names = {str(value) for value in graph.objects(predicate=_GB.demonym)}
    return tuple(sorted(name for name in names if " " not in name and not (name.endswith("s") and name[:-1] in names)))


def _groups(graph: rdflib.Graph) -> frozenset[str]:
    singular = {str(value) for value in graph.objects(predicate=_GB.demonym)} | {*_GROUPS}
    plural = {f"{name}s" for name in singular if not name.endswith(("s", "ese", "ish", "men"))}
    # "Laos" is no plural.
    return frozenset(singular | plural - {str(name) for name in graph.objects(predicate=RDFS.label)})


def _titles(graph: rdflib.Graph) -> frozenset[tuple[str, ...]]:
    roles = {str(role) for role in graph.objects(predicate=_GB.role)} | {*_TITLES}
    return frozenset(tuple(role.split()) for role in roles)
