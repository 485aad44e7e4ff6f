"""Folders of rules: every policy and parameter file, every problem of all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.policy.policy import Policy
from jiuye_cli.core.policy.read_parameters import read_parameters
from jiuye_cli.core.policy.read_policy import read_policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.parameters import Parameter, Parameters, RetirementSchedule
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import NotFoundError, Problem, RuleFileError
from jiuye_cli.files.strict_yaml import read_yaml

OTHER_TABLES = ("回访.yaml", "拒岗.yaml", "匹配.yaml", "名录.yaml", "全程.yaml")
OTHER_FOLDERS = ("日历",)
PARAMETERS = "参数"
SUFFIXES = (".yaml", ".yml")


def read_shelf(
    folders: Iterable[Path], fields: Mapping[str, Field] | None = None
) -> tuple[Shelf, list[Problem]]:
    """All rules of the folders; an earlier folder's file overrides a later one's of the same 编号 and 地区.

    Files with problems are left out of the shelf.
    """
    problems: list[Problem] = []
    nodes = [_nodes(folder, problems) for folder in folders if folder.is_dir()]
    parameters = _parameters(nodes, problems)
    words = Vocabulary(fields or catalogue.facts(), parameters)
    policies: dict[tuple[str, str], Policy] = {}
    doubled: list[Policy] = []
    for found in nodes:
        own = _policies(found, words, problems)
        doubled += _later_twins(own)
        for policy in own:
            if all(policy is not twin for twin in doubled):
                policies.setdefault((policy.id, policy.region), policy)
    problems += [
        Problem(f"{one.region} 的“{one.id}”有两份文件", one.file, one.line) for one in doubled
    ]
    return Shelf(tuple(policies.values()), parameters), problems


def load_shelf(folders: Iterable[Path], fields: Mapping[str, Field] | None = None) -> Shelf:
    """All rules of the folders; `RuleFileError` with every problem of every file."""
    shelf, problems = read_shelf(folders, fields)
    if problems:
        raise RuleFileError(problems)
    return shelf


def read_beside(
    path: Path, folders: Sequence[Path], fields: Mapping[str, Field] | None = None
) -> tuple[Shelf, tuple[Policy, ...], list[Problem]]:
    """A file or folder of rules read beside the rules of `folders`.

    Gives the shelf with it in place, its own policies, and its own problems. A
    file takes the place of the one with its 编号 and 地区; a folder stands
    alone, but for parameters it does not have.
    """
    usual, _ = read_shelf(folders, fields)
    problems: list[Problem] = []
    if path.is_dir():
        nodes = _nodes(path, problems)
    else:
        node = read_file(path, str(path), problems)
        nodes = [node] if node is not None else []
    own = _parameters([nodes], problems)
    parameters = Parameters(
        {**usual.parameters.named, **own.named}, own.retirement or usual.parameters.retirement
    )
    policies = tuple(
        _policies(nodes, Vocabulary(fields or catalogue.facts(), parameters), problems)
    )
    kept = () if path.is_dir() else _without(usual.policies, policies)
    return Shelf((*kept, *policies), parameters), policies, problems


def load_chosen(
    paths: Sequence[Path], folders: Sequence[Path], fields: Mapping[str, Field] | None = None
) -> tuple[Shelf, list[Policy]]:
    """The rules of `folders` with single files put in place, and those files' policies.

    `RuleFileError` with every problem of the files; problems of other rules
    keep those out, and only matter where no file was named.
    """
    shelf, problems = read_shelf(folders, fields)
    if problems and not paths:
        raise RuleFileError(problems)
    words = Vocabulary(fields or catalogue.facts(), shelf.parameters)
    wrong: list[Problem] = []
    nodes = [node for path in paths if (node := read_file(path, str(path), wrong)) is not None]
    policies = _policies(nodes, words, wrong)
    if wrong:
        raise RuleFileError(wrong)
    return Shelf((*_without(shelf.policies, policies), *policies), shelf.parameters), policies


def _without(policies: Sequence[Policy], replaced: Sequence[Policy]) -> tuple[Policy, ...]:
    gone = {(one.id, one.region) for one in replaced}
    return tuple(one for one in policies if (one.id, one.region) not in gone)


def read_file(path: Path, shown: str, problems: list[Problem]) -> Node | None:
    """One file's node; None after noting what is wrong with it."""
    try:
        return read_yaml(path.read_bytes(), shown)
    except RuleFileError as error:
        problems.extend(error.problems)
    except FileNotFoundError:
        raise NotFoundError(f"没有文件 {path}。") from None
    except OSError as error:
        raise NotFoundError(f"{path} 打不开：{error.strerror}。") from None
    return None


def rule_files(folder: Path) -> list[Path]:
    """The policy and parameter files of a folder, in a steady order."""
    found = (
        path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.is_file()
    )
    return [path for path in found if _is_rule(path.relative_to(folder))]


def _is_rule(path: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    return not hidden and path.parts[0] not in OTHER_FOLDERS and str(path) not in OTHER_TABLES


def _nodes(folder: Path, problems: list[Problem]) -> list[Node]:
    shown = folder.name
    found = (
        read_file(path, f"{shown}/{path.relative_to(folder).as_posix()}", problems)
        for path in rule_files(folder)
    )
    return [node for node in found if node is not None]


def _is_parameter(node: Node) -> bool:
    return node.get(PARAMETERS) is not None


def _parameters(nodes: Sequence[Sequence[Node]], problems: list[Problem]) -> Parameters:
    """Parameters of all folders; an earlier folder's figure of the same name stands."""
    named: dict[str, Parameter] = {}
    retirement: tuple[RetirementSchedule, ...] = ()
    for found in reversed(nodes):
        parameters, wrong = read_parameters(node for node in found if _is_parameter(node))
        problems.extend(wrong)
        named.update(parameters.named)
        retirement = parameters.retirement or retirement
    return Parameters(named, retirement)


def _policies(nodes: Sequence[Node], words: Vocabulary, problems: list[Problem]) -> list[Policy]:
    policies = []
    for node in nodes:
        if _is_parameter(node):
            continue
        policy, wrong = read_policy(node, words)
        problems.extend(wrong)
        if policy is not None:
            policies.append(policy)
    return policies


def _later_twins(policies: Iterable[Policy]) -> list[Policy]:
    """Policies whose 编号 and 地区 a file of the same folder has already."""
    seen: set[tuple[str, str]] = set()
    twins = []
    for policy in policies:
        if (policy.id, policy.region) in seen:
            twins.append(policy)
        seen.add((policy.id, policy.region))
    return twins
