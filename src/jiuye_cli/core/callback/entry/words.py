"""What was typed for a call, as a result: by word, by pinyin initials, by number key.

The boxes stand in the same order on paper, on the screen and under the number
keys: the first digit typed is the outcome, the second what the person does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from jiuye_cli.core.callback.contact import NEEDS, Channel, Outcome, Status
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.errors import UsageError

K = TypeVar("K", bound=StrEnum)

_SAME = {
    "通": Outcome.REACHED, "打通": Outcome.REACHED, "已接": Outcome.REACHED, "见到": Outcome.REACHED,
    "见到本人": Outcome.REACHED, "没人接": Outcome.NO_ANSWER, "未接": Outcome.NO_ANSWER,
    "不接": Outcome.NO_ANSWER, "无人接听": Outcome.NO_ANSWER, "不在家": Outcome.NO_ANSWER,
    "拒绝": Outcome.DECLINED, "挂断": Outcome.DECLINED, "他人接": Outcome.SOMEONE_ELSE,
    "不是本人": Outcome.SOMEONE_ELSE, "家属接": Outcome.SOMEONE_ELSE,
}  # fmt: skip
_STATUS_SAME = {
    "在职": Status.ON_THE_JOB, "上班": Status.ON_THE_JOB, "离职": Status.LEFT, "辞工": Status.LEFT,
    "没上班": Status.NOT_EMPLOYED, "无业": Status.NOT_EMPLOYED, "种地": Status.FARMING,
}  # fmt: skip
_STATUS_KEYS = {
    "zg": Status.ON_THE_JOB,
    "lg": Status.LEFT,
    "wjy": Status.NOT_EMPLOYED,
    "wn": Status.FARMING,
}
_WISH_WORDS = {
    "有": "有", "有意愿": "有", "愿意": "有", "yyy": "有",
    "无": "无", "无意愿": "无", "没有": "无", "不愿意": "无", "wyy": "无",
}  # fmt: skip
_NEED_KEYS = {"gw": "岗位", "px": "培训", "zc": "政策", "qt": "其他"}
_CHANNEL_KEYS = {"dh": Channel.PHONE, "wx": Channel.WECHAT, "sm": Channel.VISIT}
_REACHED_SOMEONE = (Outcome.REACHED, Outcome.SOMEONE_ELSE)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one call, as it was told; what was not told is empty."""

    outcome: Outcome
    channel: Channel | None = None
    status: Status | None = None
    wish: str = ""
    needs: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Told:
    outcome: Outcome | None = None
    channel: Channel | None = None
    status: Status | None = None
    wish: str = ""
    needs: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)


def read_result(words: Sequence[str], rules: CallRules) -> Result:
    """The result that words in any order stand for; UsageError for what is not understood.

    `在岗` twice is once; a box ticked twice differently is not understood.
    """
    told = _Told()
    for word in _split(words):
        if not _take(word, told, rules):
            raise UsageError(f"“{word}”看不懂。{choices(rules)}")
    if told.outcome is None:
        raise UsageError(f"还没说打通没有。{choices(rules)}")
    if told.outcome not in _REACHED_SOMEONE and (told.status or told.wish or told.needs):
        raise UsageError(f"{told.outcome.value}就没问到近况，近况和意愿先不要填。")
    return Result(
        told.outcome, told.channel, told.status, told.wish, tuple(told.needs), told.values
    )


def choices(rules: CallRules) -> str:
    """The outcomes and what else may be said, with their keys, in one sentence."""
    keys = {o: rule.keys[0] for o, rule in rules.outcomes.items() if rule.keys}
    outcomes = " ".join(
        f"{n}{o.value}{f'({keys[o]})' if o in keys else ''}" for n, o in enumerate(Outcome, 1)
    )
    statuses = " ".join(f"{n}{s.value}" for n, s in enumerate(Status, 1))
    return f"结果：{outcomes}；近况：{statuses}；意愿：有 无；需求：{' '.join(NEEDS)}。"


def _split(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if "=" in word or "＝" in word:
            yield word
            continue
        plain = unicodedata.normalize("NFKC", word).strip()
        for sign in "、,;/":
            plain = plain.replace(sign, " ")
        yield from plain.split()


def _take(word: str, told: _Told, rules: CallRules) -> bool:
    """Put a word where it belongs; whether it belongs anywhere."""
    if "=" in word or "＝" in word:
        name, _, value = word.replace("＝", "=").partition("=")
        told.values[name.strip()] = value.strip()
        return bool(name.strip())
    if word.isdecimal():
        return _take_number(int(word), told)
    key = word.lower()
    return any(take(key, told, rules) for take in (_take_outcome, _take_status, _take_rest))


def _take_number(number: int, told: _Told) -> bool:
    if told.outcome is None and 1 <= number <= len(Outcome):
        told.outcome = list(Outcome)[number - 1]
        return True
    if told.outcome is not None and told.status is None and 1 <= number <= len(Status):
        told.status = list(Status)[number - 1]
        return True
    return False


def _take_outcome(word: str, told: _Told, rules: CallRules) -> bool:
    found = _named(word, Outcome) or _SAME.get(word) or _by_key(word, rules)
    if found is None or told.outcome not in (None, found):
        return False
    told.outcome = found
    return True


def _take_status(word: str, told: _Told, _: CallRules) -> bool:
    found = _named(word, Status) or _STATUS_SAME.get(word) or _STATUS_KEYS.get(word)
    if found is None or told.status not in (None, found):
        return False
    told.status = found
    return True


def _take_rest(word: str, told: _Told, _: CallRules) -> bool:
    channel = _named(word, Channel) or _CHANNEL_KEYS.get(word)
    need = word if word in NEEDS else _NEED_KEYS.get(word)
    if channel:
        told.channel = channel
    elif need:
        told.needs += [need] if need not in told.needs else []
    elif word in _WISH_WORDS:
        told.wish = _WISH_WORDS[word]
    return bool(channel or need or word in _WISH_WORDS)


def _named(word: str, kind: type[K]) -> K | None:
    return next((one for one in kind if one.value == word), None)


def _by_key(word: str, rules: CallRules) -> Outcome | None:
    return next((o for o, rule in rules.outcomes.items() if word in rule.keys), None)
