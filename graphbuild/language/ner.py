"""Names: their words and types."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graphbuild.language.component import Classes, Component
from graphbuild.language.spans import OUTSIDE, TagScheme
from graphbuild.language.weights import Linear, Weights
from graphbuild.language.words import Words, blocks_of_runs


class NameFinder(Component):
    """Finds names within the sentences of a Doc; names that it has already stay, and with them what they overlap with goes.

    Its classes are ``tags``: "O", "B-Person" …; names may run over white space, and never begin or end with it.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The types of names."""
        return tuple(sorted({tag.partition("-")[2] for tag in self.classes.get("tags", ())} - {""}))

    def _prepare(self, weights: Weights, classes: Classes) -> None:
        self._hidden = Linear.of(weights, "hidden")
        self._names = Linear.of(weights, "names", outputs=len(classes["tags"]))
        self._scheme = TagScheme.of(classes["tags"])
        for label in {tag.partition("-")[2] for tag in classes["tags"] if tag != OUTSIDE}:
            self.vocab.strings.add(label)

    def _annotate(self, doc: Doc, words: Words) -> None:
        given = list(doc.ents)
        taken = {token.i for name in given for token in name}
        found = (Span(doc, start, end, label) for start, end, label in self._find(doc, words))
        doc.set_ents([*given, *(span for span in found if taken.isdisjoint(range(span.start, span.end)))])

    def _find(self, doc: Doc, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield first token, end and type of each name."""
        for block, runs in blocks_of_runs(words.sentences(doc)):
            scores = self._names(self._hidden.activated(words.states[block]))
            for run in runs:
                at = words.at[block][run].tolist()
                for start, end, label in self._scheme.spans(self._scheme.best(scores[run])):
                    yield at[start], at[end - 1] + 1, label
