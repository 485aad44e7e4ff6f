"""Phone numbers as people write them: spaces, dashes, notes, several in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiuye_cli.core.people.cell import Cell, cell_text, half_width
from jiuye_cli.errors import RefusedError

STATES = ("停机", "空号", "不是本人")
_STATE_WORDS = {"停机": "停机", "欠费": "停机", "关停": "停机", "空号": "空号", "号码不存在": "空号",
                "非本人": "不是本人", "不是本人": "不是本人", "打错": "不是本人", "错号": "不是本人"}  # fmt: skip

_SEPARATORS = re.compile(r"[/、,，;；|\n\\]|或者?|和(?=\D*\d)")
_BRACKETED = re.compile(r"[(（\[【](?P<note>[^)）\]】]*\D[^)）\]】]*)[)）\]】]")
_AREA_IN_BRACKETS = re.compile(r"[(（](0\d{2,3})[)）]")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?)\s*(\d{1,6})", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:\+|00)?86[\s-]?(?=1\d{2}|0\d{2})")
_GLUED = re.compile(r"(1\d{10})(?=1\d{10})")
_NOTE_EDGES = " :：-—·.()（）[]【】"
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})(?:-(\d{1,6}))?")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_HOTLINE = re.compile(r"[48]00\d{7}")


@dataclass(frozen=True, slots=True)
class Phone:
    """One number: digits only, a landline as 0635-2345678; whose it is, if that is written."""

    number: str
    belongs: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class PhonesRead:
    """The numbers found in a cell, and a sentence for each part that is none."""

    phones: tuple[Phone, ...]
    faults: tuple[str, ...] = ()


def read_phones(cell: Cell) -> PhonesRead:
    """Every phone number in a cell, in order; what is none becomes a sentence.

    >>> read_phones("199 0000 1234（女儿）/0635-2345678转801").phones
    (Phone(number='19900001234', belongs='女儿', state=''), Phone(number='0635-2345678', belongs='分机801', state=''))
    >>> read_phones(19900004042.0).phones[0].number
    '19900004042'
    """
    # Most cells hold one number and nothing else, and there are many of them
    if isinstance(cell, str) and _MOBILE.fullmatch(cell) and cell.isascii():
        return PhonesRead((Phone(cell),))
    phones: dict[str, Phone] = {}
    faults = []
    for part in _parts(cell):
        try:
            phone = read_phone(part)
        except RefusedError as refusal:
            faults.append(str(refusal))
            continue
        phones.setdefault(phone.number, phone)
    return PhonesRead(tuple(phones.values()), tuple(faults))


def read_phone(text: str) -> Phone:
    """One number with what is written beside it; `RefusedError` with a sentence if there is none.

    >>> read_phone("女儿：+86 199-0000-1234")
    Phone(number='19900001234', belongs='女儿', state='')
    """
    digits, note = _apart(half_width(text))
    extension = _EXTENSION.search(note)
    number, own_extension = _number(digits)
    more = extension[1] if extension else own_extension
    words = _EXTENSION.sub("", note).strip(_NOTE_EDGES)
    state = next((state for word, state in _STATE_WORDS.items() if word in words), "")
    belongs = "" if state else words[:20]
    if more:
        belongs = f"{belongs} 分机{more}".strip()
    return Phone(number, belongs, state)


def _parts(cell: Cell) -> list[str]:
    # Cells keep line breaks as separators, which cell_text would join
    raw = cell.replace("\r", "\n") if isinstance(cell, str) else cell_text(cell)
    text = _GLUED.sub(r"\1/", half_width(_AREA_IN_BRACKETS.sub(r"\1-", raw)))
    if re.fullmatch(r"1\d{10}\.0*", text.strip()):
        text = text.partition(".")[0]
    pieces = [cell_text(piece) for piece in _SEPARATORS.split(text)]
    return _with_their_notes([_spaced(piece) for piece in pieces if piece])


def _spaced(piece: str) -> str:
    """Two mobile numbers with no more than a blank between them, set apart."""
    bare = re.sub(r"[\s-]", "", piece)
    if re.fullmatch(r"(?:1[3-9]\d{9}){2,}", bare):
        return _GLUED.sub(r"\1/", bare)
    return re.sub(r"(?<=\d{7}) +(?=1[3-9]\d{9}(?!\d))", "/", piece)


def _with_their_notes(pieces: list[str]) -> list[str]:
    """Pieces that hold a number; a piece of words alone is a note on the number before it."""
    parts: list[str] = []
    for piece in (half for whole in pieces for half in whole.split("/")):
        if parts and not any(char.isdigit() for char in piece):
            parts[-1] += f"({piece})"
        else:
            parts.append(piece)
    return parts


def _apart(text: str) -> tuple[str, str]:
    """What is dialled and what is written beside it."""
    notes = [found["note"] for found in _BRACKETED.finditer(text)]
    bare = _BRACKETED.sub(" ", text).strip()
    extension = _EXTENSION.search(bare)
    if extension:
        notes.append(extension[0])
        bare = bare[: extension.start()] + bare[extension.end() :]
    notes += re.findall(r"[^\d\s+\-—–.()]+", bare)
    digits = re.sub(r"[^\d+\-—–]", "", bare)
    return re.sub(r"[—–]|-{2,}", "-", digits).strip("-"), " ".join(notes)


def _number(digits: str) -> tuple[str, str]:
    """The number as it is kept, and an extension written with a dash."""
    plain = _COUNTRY.sub("", digits)
    bare = plain.replace("-", "")
    if _MOBILE.fullmatch(bare) or _LOCAL.fullmatch(bare) or _HOTLINE.fullmatch(bare):
        return bare, ""
    landline = _LANDLINE.fullmatch(plain) or _LANDLINE.fullmatch(bare)
    if landline:
        return f"{landline[1]}-{landline[2]}", landline[3] or ""
    raise RefusedError(_fault(bare))


def _fault(bare: str) -> str:
    if not bare:
        return "电话这一格没有号码；请填号码"
    if bare.startswith("1") and len(bare) != 11:
        return f"手机号是 {len(bare)} 位，应为 11 位；请核对"
    if bare.startswith("0") and len(bare) < 10:
        return f"电话只有 {len(bare)} 位，不完整；请核对"
    return f"电话是 {len(bare)} 位，不像号码；请核对（固定电话带上区号）"
