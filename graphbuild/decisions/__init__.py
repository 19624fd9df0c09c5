"""What a person has decided about a graph, replayed whenever it is built."""

from graphbuild.decisions.candidates import move_candidate, rule_candidate
from graphbuild.decisions.decision import Change, Decisions, Kind, NameDecision, Pattern, StatementDecision
from graphbuild.decisions.load import load_decisions
from graphbuild.decisions.replay import Replay, replay
from graphbuild.decisions.rulings import Vocabulary
from graphbuild.decisions.terms import check_terms

__all__ = [
    "Change",
    "Decisions",
    "Kind",
    "NameDecision",
    "Pattern",
    "Replay",
    "StatementDecision",
    "Vocabulary",
    "check_terms",
    "load_decisions",
    "move_candidate",
    "replay",
    "rule_candidate",
]
