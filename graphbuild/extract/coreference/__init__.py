"""What pronouns and the like stand for in a document."""

from graphbuild.extract.coreference.antecedents import antecedent_of, forget_antecedents, link_pronouns

__all__ = ["antecedent_of", "forget_antecedents", "link_pronouns"]
