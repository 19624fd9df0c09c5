"""The best tree among all over some words, where every word may hang on every other.

Chu & Liu (1965), "On the shortest arborescence of a directed graph"; Edmonds (1967), "Optimum branchings"; dense, after Tarjan (1977),
"Finding optimum branchings". That a tree of words has exactly one root is no detail: Zmigrod, Vieira & Cotterell (2020), "Please mind
the root: decoding arborescences for dependency parsing".
"""

import numpy as np
import numpy.typing as npt

from graphbuild.language.weights import Floats, Ints

Doubles = npt.NDArray[np.float64]

_NEVER = -np.inf


def best_tree(scores: Floats) -> Ints:
    """Return the head of each word in the tree of the largest sum that has exactly one root: 0 is the root's, 1 the first word ….

    ``scores`` is (words, 1 + words): of each word below the root, and below each word.

    What is best for each word alone is mostly a tree already, and then no other is better; so is the best tree with any number of
    roots if it has one. Where it has more, arcs from the root are made dearer by more than any two trees differ in their other
    arcs. A tree with two of them is then worse than any tree with one, there is always one (a word, and all others below it), and
    trees with one still differ by what they did before.
    """
    size = len(scores)
    costed = scores.astype("float64")
    costed[np.arange(size), np.arange(1, size + 1)] = _NEVER
    heads: Ints = costed.argmax(1)
    if _is_tree(heads):
        return heads
    heads = _Contraction(costed).heads()
    if _is_tree(heads):
        return heads
    spread = scores.max() - scores.min() + 1.0
    costed[:, 0] -= 2.0 * size * spread
    return _Contraction(costed).heads()


def _is_tree(heads: Ints) -> bool:
    """Tell whether there is one root, and a way from each word up to it."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()


class _Contraction:
    """Grow paths upwards by each node's best arc; where one bites its tail, make the cycle one node, and take it apart at the end.

    Node 0 is the root, the words follow, then the cycles. A cycle takes the place (row and column) of its first node in ``scores``
    (child, head), where each entry is what the best arc between any words inside adds; ``arcs`` says which arc that is, as its word
    times the number of places plus its head.
    """

    def __init__(self, scores: Doubles) -> None:
        self._size = len(scores) + 1
        self._scores = np.vstack([np.full(self._size, _NEVER), scores])
        self._arcs = np.arange(self._size**2).reshape(self._size, self._size)
        self._node_at = list(range(self._size))
        self._arc_into = [0] * self._size
        self._cycle_of: dict[int, int] = {}

    def heads(self) -> Ints:
        """Return the head of each word."""
        settled = {0}
        for place in range(1, self._size):
            if place not in settled:
                settled.update(self._grow(place, settled))
        self._take_apart()
        return np.array(self._arc_into[1 : self._size]) % self._size

    def _grow(self, place: int, settled: set[int]) -> list[int]:
        """Return all places of a path from ``place`` up to what is settled."""
        path = [place]
        inside: list[int] = []
        while True:
            head = int(self._scores[path[-1]].argmax())
            self._arc_into[self._node_at[path[-1]]] = int(self._arcs[path[-1], head])
            if head in settled:
                return path + inside
            if head in path:
                start = path.index(head)
                self._contract(path[start:])
                inside += path[start + 1 :]
                del path[start + 1 :]
            else:
                path.append(head)

    def _contract(self, cycle: list[int]) -> None:
        """Put the cycle in the place of its first node; an arc into it replaces the one into the node that it enters."""
        scores, arcs, first = self._scores, self._arcs, cycle[0]
        everywhere = np.arange(self._size)
        entering = scores[cycle] - scores[cycle, [*cycle[1:], first]][:, None]
        best = entering.argmax(0)
        into, into_arcs = entering[best, everywhere], arcs[cycle][best, everywhere]
        best = scores[:, cycle].argmax(1)
        scores[:, first], arcs[:, first] = scores[:, cycle][everywhere, best], arcs[:, cycle][everywhere, best]
        scores[first], arcs[first] = into, into_arcs
        scores[first, first] = _NEVER
        scores[:, cycle[1:]] = _NEVER
        number = len(self._arc_into)
        self._cycle_of.update((self._node_at[place], number) for place in cycle)
        self._node_at[first] = number
        self._arc_into.append(0)

    def _take_apart(self) -> None:
        """Let the arc into each cycle, the last made first, replace the one into the node that it enters."""
        for cycle in reversed(range(self._size, len(self._arc_into))):
            arc = self._arc_into[cycle]
            node = arc // self._size
            while self._cycle_of[node] != cycle:
                node = self._cycle_of[node]
            self._arc_into[node] = arc
