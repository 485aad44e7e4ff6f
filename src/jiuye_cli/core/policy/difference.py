"""What differs between two sets of rules: files new, gone or changed, and what of them in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.policy.amount import Amount
from jiuye_cli.core.policy.handbook import amount_lines
from jiuye_cli.core.policy.policy import Policy, Version
from jiuye_cli.core.policy.prose import condition_lines
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.parameters import Parameter

PARTS = {
    "name": "名称", "beneficiary": "受益人", "nature": "性质", "applicant": "申请人", "item": "逐件",
    "place_fact": "按地", "by": "按", "relation": "取代或收紧", "note": "说明", "not_found": "未查到",
}  # fmt: skip
VERSION_PARTS = {
    "end": "止", "after": "止后", "repeal": "废止", "successor": "接替", "accept_until": "受理止",
    "pay_until": "发放止", "transition_until": "过渡", "sources": "依据", "condition": "条件",
    "amount": "金额", "caps": "封顶", "floors": "保底", "pay": "发放", "longest": "最长",
    "quantity": "数量", "total_cap": "总额封顶", "application": "申请", "limits": "次数",
    "tally": "累计", "exclusions": "互斥", "promises": "承诺", "note": "说明", "not_found": "未查到",
}  # fmt: skip
EVERYWHERE = "各地"


@dataclass(frozen=True, slots=True)
class Difference:
    """One policy file or parameter that is new, gone or changed; `what` says in which parts and how."""

    id: str
    region: str
    kind: str  # 新增 删去 改动
    what: tuple[str, ...] = ()
    file: str = ""


def diff(old: Shelf, new: Shelf) -> tuple[Difference, ...]:
    """The files that differ between two sets of rules, in the order of the new one; then the parameters."""
    before = {(one.id, one.region): one for one in old.policies}
    after = {(one.id, one.region): one for one in new.policies}
    found = [
        _of(one, "改动" if key in before else "新增", _parts(before.get(key), one))
        for key, one in after.items()
        if before.get(key) is None or _parts(before[key], one)
    ]
    gone = [_of(one, "删去") for key, one in before.items() if key not in after]
    return (*found, *gone, *_parameters(old, new))


def _of(policy: Policy, kind: str, what: tuple[str, ...] = ()) -> Difference:
    return Difference(policy.id, policy.region, kind, what, policy.file)


def _parameters(old: Shelf, new: Shelf) -> Iterator[Difference]:
    before, after = old.parameters, new.parameters
    for name in dict.fromkeys((*after.named, *before.named)):
        one, two = before.named.get(name), after.named.get(name)
        if one != two:
            kind = "改动" if one and two else "删去" if one else "新增"
            yield Difference(name, EVERYWHERE, kind, tuple(_figures(one, two)))
    if before.retirement != after.retirement:
        yield Difference("法定退休年龄", EVERYWHERE, "改动")


def _figures(one: Parameter | None, two: Parameter | None) -> Iterator[str]:
    """Each region and day from which a figure or its source is another one."""
    if one is None or two is None:
        return
    old, new = _by_start(one), _by_start(two)
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            region, start = key
            how = "" if key in old and key in new else "新增" if key in new else "删去"
            yield f"{region} {start} 起的数{how}"


def _by_start(one: Parameter) -> Mapping[tuple[str, date], object]:
    return {
        (region, entry.start): (entry.values, entry.end, entry.source)
        for region, entries in one.by_region.items()
        for entry in entries
    }


def _parts(before: Policy | None, after: Policy) -> tuple[str, ...]:
    """The parts of a file that differ; lines and cases do not count."""
    if before is None:
        return ()
    found = [word for name, word in PARTS.items() if getattr(before, name) != getattr(after, name)]
    old = {version.start: version for version in before.versions}
    new = {version.start: version for version in after.versions}
    for start in sorted(old.keys() | new.keys()):
        one, two = old.get(start), new.get(start)
        if one is None or two is None:
            found.append(f"{start} 起的版本：{'新增' if one is None else '删去'}")
            continue
        found += [
            f"{start} 起的版本：{word}{_how(name, one, two)}"
            for name, word in VERSION_PARTS.items()
            if _same(getattr(one, name)) != _same(getattr(two, name))
        ]
    return tuple(found)


def _same(part: object) -> str:
    """A part without the lines it stands on, for comparing."""
    import re

    return re.sub(r"\b(key_)?line=\d+", "", repr(part))


def _how(name: str, one: Version, two: Version) -> str:
    """What of a part is gone and what has come, as far as it can be said in a few words."""
    say = SAID.get(name)
    if say is None:
        return ""
    old, new = list(say(one)), list(say(two))
    gone, come = [x for x in old if x not in new], [x for x in new if x not in old]
    words = [
        f"{verb}“{'；'.join(some)}”" for verb, some in (("去掉", gone), ("加上", come)) if some
    ]
    return f"（{'，'.join(words)}）" if words else ""


def _amounts(amounts: Iterable[Amount | None]) -> Iterator[str]:
    return (line for one in amounts if one is not None for line in amount_lines(one))


def _day(day: date | None) -> Iterator[str]:
    return iter(() if day in (None, FAR) else (str(day),))


SAID: Mapping[str, Callable[[Version], Iterable[str]]] = {
    "condition": lambda version: [line.text for line in condition_lines(version.condition)],
    "amount": lambda version: _amounts([version.amount]),
    "caps": lambda version: _amounts(version.caps),
    "floors": lambda version: _amounts(version.floors),
    "end": lambda version: _day(version.end),
    "accept_until": lambda version: _day(version.accept_until),
    "pay_until": lambda version: _day(version.pay_until),
    "transition_until": lambda version: _day(version.transition_until),
}
"""How the parts that change most often are said."""
