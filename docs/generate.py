"""Write ``constructions.md`` from the table that the tests read: ``python docs/generate.py`` or ``make docs``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLE = HERE.parent / "tests" / "end_to_end" / "constructions.toml"
PAGE = HERE / "constructions.md"


def page(table: dict[str, Any]) -> str:
    """Return the page that shows ``table``."""
    return "\n".join(_lines(table)) + "\n"


def _lines(table: dict[str, Any]) -> Iterator[str]:
    yield "# What is read, construction by construction"
    yield ""
    yield table["about"].strip()
    for group in table["groups"]:
        yield from ("", f"## {group['name']}", "", group["about"].strip())
        for construction in group["constructions"]:
            yield from ("", f"### {construction['name']}")
            for example in construction["examples"]:
                yield from ("", f"> {example['text']}{_published(example)}", "")
                yield from (f"- {_shown(statement)}" for statement in example["statements"])
                if not example["statements"]:
                    yield "- nothing"


def _published(example: dict[str, Any]) -> str:
    return f" (published {example['published']})" if "published" in example else ""


def _shown(statement: str) -> str:
    """Return a statement with its relation set apart: ``Kenya | criticized | Uganda | negated``."""
    subject, relation, obj, *more = statement.split(" | ")
    return " · ".join([f"{subject} — `{relation}` → {obj}", *more])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(tomllib.loads(TABLE.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
