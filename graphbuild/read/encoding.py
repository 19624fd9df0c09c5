"""From bytes to characters, whatever the encoding, and no further where there are no characters in them."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from collections.abc import Iterable, Iterator

from graphbuild.errors import ReadError
from graphbuild.read.report import Report
from graphbuild.read.source import Source

_ENCODING_BY_MARK = {
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    BOM_UTF32_LE: "utf-32-le",
    BOM_UTF32_BE: "utf-32-be",
    BOM_UTF16_LE: "utf-16-le",
    BOM_UTF16_BE: "utf-16-be",
    BOM_UTF8: "utf-8",
}
_KIND_BY_MAGIC = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP or Office",
    b"\xd0\xcf\x11\xe0": "Office",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "gzip",
    b"BZh91AY&SY": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"7z\xbc\xaf": "7-Zip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"\x7fELF": "a program",
}
_WESTERN = "cp1252"
_LIKELY = [
    _WESTERN, "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.05
_SAMPLE = 1 << 16
_HEAD = 2_048
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_DECLARABLE = re.compile(r"iso8859-|cp\d|koi8|mac-|gb|big5|shift_jis|euc")


def read_text(source: Source, report: Report, *, declaration: re.Pattern[bytes] | None = None) -> str:
    """Return the text of ``source``, and note how it was decoded if that is neither UTF-8 nor what it says itself.

    Args:
        source: What to read.
        report: Where notes go.
        declaration: Where a document of this format names its encoding, in the first group.

    Raises:
        ReadError: it cannot be read, or is no text.
    """
    content = source.read()
    declared = declaration.search(content, 0, _HEAD) if declaration else None
    text, remark = _decode(content, source, declared[1].decode("ascii", "replace") if declared else None)
    if remark:
        report.note(source.name, remark)
    return text


def read_lines(source: Source, report: Report) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``source`` with their numbers, never holding more than one; only UTF-16 and UTF-32 are read at once.

    A line that is no text goes to ``report.problem``; how lines were decoded is noted once.

    Raises:
        ReadError: it cannot be read, or is a file of another kind.
    """
    with source.open() as stream:
        head = stream.peek()
        _refuse_other_kinds(head, source)
        if _find_wide_encoding(head):
            text, remark = _decode(stream.read(), source)
            report.note(source.name, remark)
            yield from enumerate(text.split("\n"), start=1)
        else:
            yield from _decode_lines(stream, source, report)


def _decode_lines(lines: Iterable[bytes], source: Source, report: Report) -> Iterator[tuple[int, str]]:
    noted = {""}
    for number, line in enumerate(lines, start=1):
        try:
            text, remark = _decode(line, source)
        except ReadError as error:
            report.problem(ReadError(source.path, error.problem, line=number))
            continue
        if remark not in noted:
            noted.add(remark)
            report.note(source.name, remark)
        yield number, text


def _refuse_other_kinds(content: bytes, source: Source) -> None:
    kind = next((kind for magic, kind in _KIND_BY_MAGIC.items() if content.startswith(magic)), None)
    if kind is not None:
        raise ReadError(source.path, f"not a text file but {kind}")


def _decode(content: bytes, source: Source, declared: str | None = None) -> tuple[str, str]:
    """Return the text and what is to be said of its decoding, which is nothing if it is UTF-8."""
    _refuse_other_kinds(content, source)
    if wide := _find_wide_encoding(content):
        return content.decode(wide, "replace").removeprefix("\ufeff"), f"decoded as {wide.upper()}"
    if b"\0" in content:
        raise ReadError(source.path, "not a text file: it has NUL bytes")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _decode_other(content, source, declared)


def _find_wide_encoding(content: bytes) -> str | None:
    """Return UTF-16 or UTF-32 if ``content`` begins with their mark, or has the NUL bytes of Latin letters in UTF-16."""
    marked = next((encoding for mark, encoding in _ENCODING_BY_MARK.items() if content.startswith(mark)), None)
    if marked:
        return marked if marked != "utf-8" else None
    halves = {"utf-16-le": (content[:_SAMPLE:2], content[1:_SAMPLE:2]), "utf-16-be": (content[1:_SAMPLE:2], content[:_SAMPLE:2])}
    return next((encoding for encoding, (low, high) in halves.items() if _is_latin_in_two_bytes(low, high)), None)


def _is_latin_in_two_bytes(low: bytes, high: bytes) -> bool:
    """Tell whether letters and the NUL bytes beside them are apart, as in UTF-16, and not mixed, as in a program."""
    return low != b"" and high.count(0) > len(high) / 4 and low.count(0) <= len(low) / 100 and not _is_full_of_controls(low)


def _is_full_of_controls(content: bytes) -> bool:
    return len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content)


def _decode_other(content: bytes, source: Source, declared: str | None) -> tuple[str, str]:
    """Decode what is neither valid UTF-8 nor UTF-16."""
    if _is_full_of_controls(content):
        raise ReadError(source.path, "not a text file: it is full of control characters")
    mended = content.decode("utf-8", "replace").removeprefix("\ufeff")
    broken = mended.count("\ufffd")
    if 2 * broken < len(mended) - len(mended.encode("ascii", "ignore")):
        return mended, f"decoded as UTF-8, broken characters replaced: {broken}"
    if text := _decode_declared(content, declared):
        return text, ""
    for encoding in (_guess(content), _WESTERN):
        try:
            return content.decode(encoding), f"decoded as {encoding}"
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1"), "decoded as latin-1"


def _decode_declared(content: bytes, declared: str | None) -> str | None:
    """Decode as the document itself says; what calls itself Latin-1 is Windows-1252, as in browsers."""
    try:
        encoding = lookup(declared or "").name
        if not _DECLARABLE.match(encoding):
            return None
        return content.decode(_WESTERN if encoding == "iso8859-1" else encoding)
    except (LookupError, UnicodeError):
        return None


def _guess(content: bytes) -> str:
    """Return the likeliest encoding by the first place that is not ASCII; Windows-1252 unless another is clearly better."""
    from charset_normalizer import from_bytes

    matches = from_bytes(_sample(content), cp_isolation=_LIKELY, enable_fallback=False)
    best = matches.best()
    if best is None or _WESTERN in best.could_be_from_charset:
        return _WESTERN
    western = next((match for match in matches if _WESTERN in match.could_be_from_charset), None)
    return _WESTERN if western and western.chaos <= best.chaos else best.encoding


def _sample(content: bytes) -> bytes:
    """Cut a piece with letters that are not ASCII out of a long text, at white space, so that no character is cut in two."""
    first = _NOT_ASCII.search(content)
    if first is None or len(content) <= _SAMPLE:
        return content
    start = max(content.rfind(b"\n", 0, first.start()), content.rfind(b" ", 0, first.start())) + 1
    piece = content[start : start + _SAMPLE]
    end = max(piece.rfind(b"\n"), piece.rfind(b" "))
    return piece[:end] if end > 0 else piece
