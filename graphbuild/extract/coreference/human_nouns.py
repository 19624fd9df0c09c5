"""Nouns for persons in the training part of GUM (CC BY 4.0), made by ``training.coreference``."""

HUMAN_NOUNS = frozenset(
    """
    actor actress adult advertiser advisor agent alcalde ancestor angel appellant appellee architect artist athlete attendee
    attorney audience author babe baseman biologist boy boyfriend broadcaster brother bunch candidate captain carpenter
    celebrity chairman child citizen classmate client co-founder co-star coach colleague companion consumer contractor
    cosplayer creator crew critic crowd curator customer dad daughter defector defendant defender deity delegate descendant
    detective dignitary director disciple doctor driver editor elite empiricist employee employer engineer expert faculty
    family fan farrier father fellow fisherman folk foreigner founder friend gamer general generation gentleman geologist
    girl god governor guest guide guy hacker helper hero holder human husband independent individual industrialist
    inhabitant instructor judge kid lady lawyer leader learner linguist local magician major maker man manager mathematician
    mayor member mermaid migrant minister minority mom monk mother motorist mum musician national native neighbor nephew
    observer officer official opponent other owner painter parent participant passenger pastor patient patron peacekeeper
    pediatrician people person philosopher photographer physician pilgrim plaintiff player poet population poster president
    priest professional professor proponent protégé psychologist public pupil reader realist referee refugee reporter
    representative researcher resident rider roommate santorum scholar scientist seeker settler sir sister slave sociologist
    soldier son speaker staff student subcontractor subscriber successor superhero survivor teacher thousand tourist
    translator traveler trimmer troop uncle user vendor victim viewer visitor vlogger volunteer wife witch witness woman
    worker workforce worshipper writer
    """.split()
)
"""Lemmas in small letters."""
