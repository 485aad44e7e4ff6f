"""Folders of rules: every policy and parameter file, every problem of all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.policy.grammar.parameters import read_parameters
from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.policy.policy import Case, Policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.parameters import Parameter, Parameters, RetirementSchedule
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import NotFoundError, Problem, RuleFileError
from jiuye_cli.files.deferred_cases import DeferredCases
from jiuye_cli.files.kept import read_kept

OTHER_FOLDERS = ("日历",)
PARAMETERS = "参数"
SUFFIXES = (".yaml", ".yml")
Fields = Mapping[str, Field] | None


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of a rule folder as it was read.

    `deferred` means that its cases were left out; `at_top` that it lies in the
    folder itself, not in a region's.
    """

    path: Path
    node: Node
    deferred: bool = False
    at_top: bool = False

    @property
    def is_parameter(self) -> bool:
        """Whether it holds parameters, not a policy."""
        return self.node.get(PARAMETERS) is not None

    @property
    def is_policy(self) -> bool:
        """Whether it is a policy: at the top of a folder other rooms' tables lie too (回访, 拒岗 …)."""
        entries = self.node.entries
        other = entries is not None and not {"编号", "版本"} & entries.keys()
        return not self.is_parameter and not (self.at_top and other)


def read_shelf(folders: Iterable[Path], fields: Fields = None) -> tuple[Shelf, list[Problem]]:
    """All rules of the folders; an earlier folder's file overrides a later one's of the same 编号 and 地区.

    Files with problems are left out of the shelf.
    """
    return _read_shelf(folders, fields, deferred=False)


def load_shelf(folders: Iterable[Path], fields: Fields = None) -> Shelf:
    """All rules of the folders for judging; `RuleFileError` with every problem of every file.

    The cases are read when someone looks at them; until then nothing is said
    of what is wrong in them.
    """
    chosen = list(folders)
    shelf, problems = _read_shelf(chosen, fields, deferred=True)
    if problems:
        # A case cut off badly may be to blame: the whole files tell
        shelf, problems = read_shelf(chosen, fields)
    if problems:
        raise RuleFileError(problems)
    return shelf


def read_beside(
    path: Path, folders: Sequence[Path], fields: Fields = None
) -> tuple[Shelf, tuple[Policy, ...], list[Problem]]:
    """A file or folder of rules read beside the rules of `folders`.

    Gives the shelf with it in place, its own policies, and its own problems. A
    file takes the place of the one with its 编号 and 地区; a folder stands
    alone, but for parameters it does not have.
    """
    usual, _ = _read_shelf(folders, fields, deferred=True)
    problems: list[Problem] = []
    files = _files(path, problems) if path.is_dir() else _single([path], problems)
    own = _parameters([files], problems)
    named = {**usual.parameters.named, **own.named}
    parameters = Parameters(named, own.retirement or usual.parameters.retirement)
    policies = tuple(_policies(files, _words(fields, parameters), problems))
    kept = () if path.is_dir() else _without(usual.policies, policies)
    return Shelf((*kept, *policies), parameters), policies, problems


def load_chosen(
    paths: Sequence[Path], folders: Sequence[Path], fields: Fields = None
) -> tuple[Shelf, list[Policy]]:
    """The rules of `folders` with single files put in place, and those files' policies.

    `RuleFileError` with every problem of the files; problems of other rules
    keep those out, and only matter where no file was named.
    """
    shelf, problems = _read_shelf(folders, fields, deferred=True)
    if problems and not paths:
        raise RuleFileError(problems)
    wrong: list[Problem] = []
    policies = _policies(_single(paths, wrong), _words(fields, shelf.parameters), wrong)
    if wrong:
        raise RuleFileError(wrong)
    return Shelf((*_without(shelf.policies, policies), *policies), shelf.parameters), policies


def rule_files(folder: Path) -> list[Path]:
    """The policy and parameter files of a folder, in a steady order."""
    found = (p for p in sorted(folder.rglob("*")) if p.suffix in SUFFIXES and p.is_file())
    return [path for path in found if _is_rule(path.relative_to(folder))]


def _is_rule(path: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    return not hidden and path.parts[0] not in OTHER_FOLDERS


def _read_shelf(
    folders: Iterable[Path], fields: Fields, *, deferred: bool
) -> tuple[Shelf, list[Problem]]:
    problems: list[Problem] = []
    found = [_files(folder, problems, deferred=deferred) for folder in folders if folder.is_dir()]
    parameters = _parameters(found, problems)
    words = _words(fields, parameters)
    policies: dict[tuple[str, str], Policy] = {}
    for files in found:
        own: dict[tuple[str, str], Policy] = {}
        for policy in _policies(files, words, problems):
            if (policy.id, policy.region) in own:
                problems.append(_twice(policy))
            own.setdefault((policy.id, policy.region), policy)
        policies = {**own, **policies}
    return Shelf(tuple(policies.values()), parameters), problems


def _twice(policy: Policy) -> Problem:
    return Problem(f"{policy.region} 的“{policy.id}”有两份文件", policy.file, policy.line)


def _words(fields: Fields, parameters: Parameters) -> Vocabulary:
    return Vocabulary(fields or catalogue.facts(), parameters)


def _files(folder: Path, problems: list[Problem], *, deferred: bool = False) -> list[RuleFile]:
    named = (
        (path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
        for path in rule_files(folder)
    )
    read = _read(named, problems, deferred=deferred)
    return [replace(file, at_top=file.path.parent == folder) for file in read]


def _single(paths: Iterable[Path], problems: list[Problem]) -> list[RuleFile]:
    return list(_read(((path, str(path)) for path in paths), problems))


def _read(
    named: Iterable[tuple[Path, str]], problems: list[Problem], *, deferred: bool = False
) -> Iterator[RuleFile]:
    """The files that can be read; `named` gives the name that problems are told under."""
    for path, shown in named:
        try:
            yield RuleFile(path, _node(path, shown, deferred=deferred), deferred)
        except RuleFileError as error:
            problems.extend(error.problems)


def _node(path: Path, shown: str, *, deferred: bool = False) -> Node:
    try:
        if deferred:
            return read_kept(path, shown, cases=False)
        from jiuye_cli.files.bounded import bounded_bytes
        from jiuye_cli.files.strict_yaml import read_yaml

        return read_yaml(bounded_bytes(path, shown), shown)
    except FileNotFoundError:
        raise NotFoundError(f"没有文件 {path}。") from None
    except OSError as error:
        raise NotFoundError(f"{path} 打不开：{error.strerror}。") from None


def _parameters(found: Sequence[Sequence[RuleFile]], problems: list[Problem]) -> Parameters:
    """Parameters of all folders; an earlier folder's figure of the same name stands."""
    named: dict[str, Parameter] = {}
    retirement: tuple[RetirementSchedule, ...] = ()
    for files in reversed(found):
        parameters, wrong = read_parameters(one.node for one in files if one.is_parameter)
        problems.extend(wrong)
        named.update(parameters.named)
        retirement = parameters.retirement or retirement
    return Parameters(named, retirement)


def _policies(
    files: Iterable[RuleFile], words: Vocabulary, problems: list[Problem]
) -> list[Policy]:
    policies = []
    for file in files:
        if not file.is_policy:
            continue
        policy, wrong = read_policy(file.node, words)
        problems.extend(wrong)
        if policy is not None:
            policies.append(_with_cases(policy, file, words) if file.deferred else policy)
    return policies


def _with_cases(policy: Policy, file: RuleFile, words: Vocabulary) -> Policy:
    def read() -> Sequence[Case]:
        whole, problems = read_policy(_node(file.path, file.node.file), words)
        if whole is None:
            raise RuleFileError(problems)
        return whole.cases

    return replace(policy, cases=DeferredCases(read))


def _without(policies: Sequence[Policy], replaced: Sequence[Policy]) -> tuple[Policy, ...]:
    gone = {(one.id, one.region) for one in replaced}
    return tuple(one for one in policies if (one.id, one.region) not in gone)
