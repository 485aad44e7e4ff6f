"""The 15 things the policy research says a rule language must carry, and which rule files use each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jiuye_cli.core.rules.node import Node
from jiuye_cli.files.rule_folder import rule_files
from jiuye_cli.files.strict_yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Place:
    """One node of a rule file, with the keys that lead to it."""

    path: tuple[str, ...]
    node: Node

    @property
    def key(self) -> str:
        """The nearest key."""
        return self.path[-1] if self.path else ""

    @property
    def text(self) -> str:
        """The scalar, or nothing."""
        return (self.node.text or "").strip()


Seen = Callable[[Place], bool]


def key(name: str) -> Seen:
    """Written under this key."""
    return lambda at: at.key == name


def says(name: str, *words: str) -> Seen:
    """Written under this key with one of these words in it."""
    return lambda at: at.key == name and any(word in at.text for word in words)


def anywhere(name: str, *words: str) -> Seen:
    """Written anywhere under this key with one of these words in it."""
    return lambda at: name in at.path and any(word in at.text for word in words)


def named_in(name: str, *words: str) -> Seen:
    """One of these facts named anywhere under this key."""
    return lambda at: name in at.path and at.key in words


def _by_event(at: Place) -> bool:
    return at.key == "按" and "版本" in at.path and at.text not in ("", "申请日期")


NEEDS: tuple[tuple[str, tuple[tuple[str, Seen], ...]], ...] = (
    ("按日期分段的版本", (
        ("按别的日期选版", _by_event), ("过渡", key("过渡")), ("受理止", key("受理止")), ("发放止", key("发放止")),
    )),
    ("参数表引用", (
        ("最低工资", anywhere("版本", "最低工资")), ("低保标准", anywhere("版本", "低保标准")),
        ("法定退休日期", named_in("条件", "法定退休日期", "距退休月数")), ("灵活就业最低缴费", anywhere("版本", "灵活就业最低缴费")),
    )),
    ("公式与封顶", (
        ("比例", anywhere("金额", "2/3", "%")), ("封顶", key("封顶")), ("保底", key("保底")), ("按档", key("按档")),
        ("学时", key("数量")), ("总额封顶", key("总额封顶")), ("天数上限", anywhere("金额", "天数(")),
    )),
    ("三值，金额未知不当 0", (("待问", says("结论", "待问")), ("金额未查到", says("金额", "未查到")))),
    ("计数器", (
        ("累计月数", named_in("累计", "组")), ("不计入", key("不计")), ("满后可再", key("满后可再")), ("每年", named_in("次数", "每年")),
        ("终身", named_in("次数", "终身")), ("同职业同等级", key("同一")), ("高不就低", key("高不就低")), ("每户", key("每户")),
    )),
    ("初次核定快照", (("延至退休", key("延至退休")), ("快照", key("快照")))),
    ("距退休门槛", (("按月", named_in("条件", "距退休月数")), ("要问退休类别", says("缺", "退休类别")))),
    ("互斥与择优", (
        ("同时", says("限", "同时")), ("同一事项", says("限", "同一事项")), ("终身", says("限", "终身")),
    )),
    ("受益方", (
        ("本人", says("受益人", "本人")), ("家庭", says("受益人", "家庭")), ("用人单位", says("受益人", "用人单位")),
        ("车间", says("受益人", "车间")), ("申请人另有其人", key("申请人")), ("逐件", key("逐件")),
    )),
    ("相对期限和窗口", (
        ("期限", key("期限")), ("窗口", key("窗口")), ("工作日", says("内", "个工作日")), ("续期限", key("续期限")),
    )),
    ("状态与废止链", (
        ("到期即止", says("止后", "结束")), ("延续待核", says("止后", "待核")), ("废止", key("废止")), ("接替", key("接替")),
    )),
    ("地区继承与加严", (("取代", key("取代")), ("收紧", key("收紧")), ("按地", key("按地")))),
    ("证据与来源", tuple((word, says("可信度", word)) for word in ("读过原文", "只见摘录", "转述", "未核实"))),
    ("不产生金额的义务和服务", (("认定", says("性质", "认定")), ("服务", says("性质", "服务")), ("承诺", key("承诺")))),
    ("人工确认闸", (("人工", lambda at: at.key == "人工" and "条件" in at.path), ("人工才可另加", named_in("另加", "人工")))),
)  # fmt: skip
"""Each need, the forms the language gives it, and how a use of a form is seen."""


@dataclass(frozen=True, slots=True)
class Use:
    """A file in which a form is used, and the line of its first use there."""

    file: str
    line: int


def uses(places: Iterable[Place], seen: Seen) -> list[Use]:
    """The first use of a form in each file."""
    first: dict[str, int] = {}
    for at in places:
        if at.node.file not in first and seen(at):
            first[at.node.file] = at.node.key_line or at.node.line
    return [Use(file, line) for file, line in first.items()]


def places_of(folder: Path) -> Iterator[Place]:
    """Every node of every policy file of a folder, parameters left out."""
    for path in rule_files(folder):
        node = read_yaml(path.read_bytes(), f"{folder.name}/{path.relative_to(folder).as_posix()}")
        if node.get("编号"):
            yield from _walk(node, ())


def _walk(node: Node, path: tuple[str, ...]) -> Iterator[Place]:
    yield Place(path, node)
    for name, inner in (node.entries or {}).items():
        yield from _walk(inner, (*path, name))
    for inner in node.items or ():
        yield from _walk(inner, path)
