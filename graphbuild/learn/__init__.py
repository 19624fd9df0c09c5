"""Readers of relations that a user gives examples of."""

from graphbuild.learn.examples import Remark
from graphbuild.learn.learn import Lesson, learn_relations
from graphbuild.learn.page import to_mistakes_page
from graphbuild.learn.store import FILES, check_target, write_lesson

__all__ = ["FILES", "Lesson", "Remark", "check_target", "learn_relations", "to_mistakes_page", "write_lesson"]
