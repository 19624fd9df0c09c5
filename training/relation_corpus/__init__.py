"""The corpus of relations: passages with their mentions and facts, how they are drafted, checked and counted."""
