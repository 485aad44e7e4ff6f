"""The rooms' own rule files (回访, 匹配, 拒岗, 全程, 日历) read to say what is wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jiuye_cli.core.callback.calendar_file import read_calendar_year
from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.course.rules import read_course_rules
from jiuye_cli.core.matching.reading import read_match_rules
from jiuye_cli.core.referral.reading import read_refusal_rules
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.errors import NotFoundError, Problem, RuleFileError
from jiuye_cli.files.bounded import bounded_bytes
from jiuye_cli.files.calendar import CALENDAR
from jiuye_cli.files.strict_yaml import read_yaml

READERS: Mapping[str, Callable[[Node], tuple[object, list[Problem]]]] = {
    "回访.yaml": read_call_rules,
    "匹配.yaml": read_match_rules,
    "拒岗.yaml": read_refusal_rules,
    "全程.yaml": read_course_rules,
}


def is_room_file(path: Path) -> bool:
    """Whether a file is a room's own, by its name: no policy and no parameter."""
    return path.name in READERS or path.parent.name == CALENDAR


def room_files(folders: Sequence[Path]) -> list[Path]:
    """The room files in force in rule folders: a file of an earlier folder stands for a later one's."""
    found: dict[str, Path] = {}
    for folder in folders:
        named = [folder / name for name in READERS]
        for path in [*named, *sorted((folder / CALENDAR).glob("*.yaml"))]:
            if path.is_file():
                found.setdefault(path.name, path)
    return list(found.values())


def stray_problems(folders: Sequence[Path]) -> list[Problem]:
    """A problem for each file right in a rule folder that is no policy, no parameter and no room's."""
    top = [p for folder in folders for p in sorted(folder.glob("*.yaml")) if p.name not in READERS]
    return [
        Problem(
            f"不知道这份文件管什么：没有“编号”“版本”，也没有“参数”{nearest(path.name, READERS)}",
            _shown(path),
            1,
        )
        for path in top
        if not path.name.startswith((".", "_")) and _is_stray(path)
    ]


def _is_stray(path: Path) -> bool:
    try:
        node = read_yaml(bounded_bytes(path, path.name), path.name)
    except (RuleFileError, OSError):
        return False  # who reads the policies says what is wrong
    return all(node.get(key) is None for key in ("编号", "版本", "参数"))


def room_problems(files: Iterable[Path]) -> list[Problem]:
    """Every problem of some room files, each under the path of its file."""
    return [problem for path in files for problem in _problems(path)]


def _problems(path: Path) -> Iterator[Problem]:
    read = READERS.get(path.name, read_calendar_year)
    try:
        yield from read(read_yaml(bounded_bytes(path, _shown(path)), _shown(path)))[1]
    except RuleFileError as error:
        yield from error.problems
    except OSError as error:
        raise NotFoundError(f"{path} 打不开：{error.strerror}。") from None


def _shown(path: Path) -> str:
    """The file under its folder's name, as policies are told."""
    return "/".join(path.parts[-3 if path.parent.name == CALENDAR else -2 :])
