"""Which field a column's header names: by name, alias, code, or a yes-no question.

The index is made from any sequence of fields, so that people, posts and whatever
comes later are recognised by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.people.cell import half_width, visible

_BRACKETS = re.compile(r"[(\[{〔【].*?[)\]}〕】]")
_NOISE = re.compile(r"[\s*★☆#:;,.\"'“”‘’、，。；：_]+")
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NUMBERED = re.compile(r"^\d+(?=\D)|(?<=\D)[0-9一二三]$")
_OWN = re.compile(
    r"^(?:本人|个人|人员|劳动者|劳动力|务工人员|求职者|求职人员|职工|员工|村民|家庭成员|成员|登记人|申请人|被招用人员|失业人员|脱贫人口|现|目前|当前)(?=.{2})"
)
_ASKS = re.compile(r"^(?:是否属于|是否为|是否是|是否|是不是|有没有|有无|属于)")
_MEMBER_END = re.compile(r"(?:家庭成员|家庭|对象|人员|人口|户|员)$")
_RELATIVE = re.compile(
    r"^(家属|亲属|家人|子女|儿子|女儿|配偶|父母|父亲|母亲|紧急联系人?|家庭|备用|其他)(?:的|人)?(.+)$"
)
_TEN_THOUSANDS = re.compile(r"[(\[【].*万元?.*[)\]】]")

WHOSE = "属于"
"""A list with this column takes headers that say whose: 女儿电话."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column fills: a field, one column of a list, or one member of a set.

    `coded` says that the header is the code of a standard table, so that cells may
    hold that table's codes. `presets` are columns of the record that the header
    itself tells (女儿电话: 属于 女儿). `factor` multiplies amounts given in 万元.
    """

    field: Field
    column: Field | None = None
    member: str = ""
    coded: bool = False
    presets: tuple[tuple[str, str], ...] = ()
    factor: int = 1
    generic: bool = False

    @property
    def name(self) -> str:
        """The target as rules and people call it: 姓名, 证书.等级, 人员类别.低保."""
        if self.member:
            return f"{self.field.name}.{self.member}"
        if self.column is None or self._is_whole_list:
            return self.field.name
        return f"{self.field.name}.{self.column.name}"

    @property
    def _is_whole_list(self) -> bool:
        return self.column is not None and self.field.name == "电话" and self.column.name == "号码"

    @property
    def reads(self) -> Field:
        """The field by whose kind a cell is read."""
        return self.column or self.field


def header_key(text: str) -> str:
    """A header without blanks, marks and brackets, for comparing.

    >>> header_key("* 月工 资\\n（元）")
    '月工资'
    """
    return _NOISE.sub("", _BRACKETS.sub("", half_width(visible(text)))).upper()


def _whole_key(text: str) -> str:
    return re.sub(r"[()\[\]{}〔〕【】]", "", _NOISE.sub("", half_width(visible(text)))).upper()


def header_index(fields: Sequence[Field]) -> dict[str, Target]:
    """Every header that names one of these fields, by its key; the first claim on a key holds."""
    index: dict[str, Target] = {}
    for claims in (_names, _aliases, _members, _generic_names):
        for field in fields:
            for text, target in claims(field):
                index.setdefault(header_key(text), target)
    return index


def _names(field: Field) -> Iterator[tuple[str, Target]]:
    if not field.derived:
        whole = Target(field, field.records[0]) if field.records else Target(field)
        yield field.name, whole
    for column in field.records:
        target = Target(field, column)
        yield f"{field.name}.{column.name}", target
        yield field.name + column.name, target


def _aliases(field: Field) -> Iterator[tuple[str, Target]]:
    if field.derived:
        return
    main = field.records[0] if field.records else None
    for alias in field.aliases:
        yield alias, Target(field, main, coded=bool(_CODE.fullmatch(alias)))
    for column in field.records:
        for alias in column.aliases:
            yield alias, Target(field, column)


def _members(field: Field) -> Iterator[tuple[str, Target]]:
    if not field.dated:
        return
    words = {value: value for value in field.values} | dict(field.synonyms)
    for word, member in words.items():
        if member:
            yield word, Target(field, member=member)
            yield _MEMBER_END.sub("", word) or word, Target(field, member=member)


def _generic_names(field: Field) -> Iterator[tuple[str, Target]]:
    """Bare names of a list's columns (工种, 单位): they hold where nothing above says otherwise."""
    for column in field.records:
        if len(column.name) > 1 and column.name not in GENERIC_TO_NOBODY:
            yield column.name, Target(field, column, generic=True)


GENERIC_TO_NOBODY = frozenset(
    {"编号", "名称", "类型", "类别", "属于", "状态", "方式", "合格", "首次"}
)
"""Names too bare to mean anything without the list they belong to."""


def target_of(text: str, index: Mapping[str, Target]) -> Target | None:
    """The target a single header names, or None.

    >>> from jiuye_cli.core.fields.person import PERSON_FIELDS
    >>> index = header_index(PERSON_FIELDS)
    >>> [target_of(text, index).name for text in ("*联系\\n电话", "是否低保户", "证书等级", "AAC011")]
    ['电话', '人员类别.低保', '证书.等级', '文化程度']
    """
    whole, key = _whole_key(text), header_key(text)
    for candidate in _candidates(whole, key):
        found = index.get(candidate)
        if found:
            break
    else:
        found = _asked_member(key, index) or _relatives_phone(key, index)
    if found and found.reads.kind is Kind.MONEY and _TEN_THOUSANDS.search(half_width(text)):
        return replace(found, factor=10_000)
    return found


def _candidates(whole: str, key: str) -> Iterator[str]:
    for text in (whole, key):
        yield text
        bare = _NUMBERED.sub("", text)
        yield bare
        yield _OWN.sub("", bare)


def _asked_member(key: str, index: Mapping[str, Target]) -> Target | None:
    """是否低保户 → the member 低保 of the set it belongs to."""
    asked = _ASKS.sub("", key)
    if asked == key:
        return None
    for word in (asked, _MEMBER_END.sub("", asked)):
        found = index.get(word)
        if found and (found.member or found.reads.kind is Kind.YES_NO):
            return found
    return None


def _relatives_phone(key: str, index: Mapping[str, Target]) -> Target | None:
    told = _RELATIVE.match(key)
    found = index.get(told[2]) if told else None
    if not told or not found or not any(c.name == WHOSE for c in found.field.records):
        return None
    whose = {"备用": "", "其他": ""}.get(told[1], told[1])
    return replace(found, presets=((WHOSE, whose),) if whose else ())
