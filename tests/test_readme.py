"""The README says what the program does: its commands, its links, its two promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jiuye_cli.cli.commands import COMMANDS, PANELS

ROOT = Path(__file__).parents[1]
START, END = "<!-- commands -->\n", "<!-- /commands -->"


def command_table() -> str:
    """The table of commands as the README prints it."""
    lines = ["", "| command | 中文 | does |", "|---|---|---|"]
    for panel in PANELS:
        lines += [f"| `{e.name}` | {e.alias} | {e.help} |" for e in COMMANDS if e.panel == panel]
    return "\n".join(lines) + "\n\n"


def test_the_command_table_is_in_step(request: pytest.FixtureRequest) -> None:
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    wanted = before + START + command_table() + END + after
    if request.config.getoption("--update-golden"):
        path.write_text(wanted, encoding="utf-8", newline="\n")
    assert text == wanted, "the commands changed: pytest tests/test_readme.py --update-golden"


def links() -> Iterator[tuple[str, str]]:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            yield page.relative_to(ROOT).as_posix(), target


def test_every_link_in_the_docs_leads_somewhere() -> None:
    dead = [
        f"{page} → {target}"
        for page, target in links()
        if not (ROOT / page).parent.joinpath(target).exists()
    ]
    assert dead == []


def test_every_command_the_docs_type_is_one_we_have() -> None:
    known = {word for e in COMMANDS for word in (e.name, e.alias)} | {
        "命令",
        "--home",
        "--help",
        "--version",
    }
    wrong = []
    for page in ("README.md", "README.zh.md", "docs/使用手册.md"):
        for word in re.findall(
            r"^(?:`| |)*jiuye (\S+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
        ):
            if word not in known:
                wrong.append(f"{page}: jiuye {word}")
    assert wrong == []


@pytest.mark.parametrize("name", ["demo", "test", "check", "prove"])
def test_make_knows_the_promised_targets(name: str) -> None:
    assert re.search(rf"^{name}: ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_contract_of_commands_is_kept() -> None:
    """Names and Chinese aliases that scripts rely on."""
    promised = dict(
        pair.split()[::-1]
        for pair in [
            "建台账 init",
            "演示 demo",
            "导入 import",
            "建档 add",
            "改 set",
            "查 find",
            "名册 list",
            "档案 show",
            "能领 check",
            "为什么 why",
            "到期 radar",
            "今日 today",
            "名单 callbacks",
            "记 enter",
            "回访 call",
            "夜班 nightly",
            "岗位 job",
            "单位 employer",
            "匹配 match",
            "推荐 refer",
            "推荐单 referral",
            "培训 training",
            "上岗 placement",
            "公益岗 welfare",
            "创业 venture",
            "活动 event",
            "车间 workshop",
            "服务 service",
            "方案 plan",
            "轮值 rota",
            "补贴 claim",
            "政策 policy",
            "报表 report",
            "打印 print",
            "日志 log",
            "撤销 undo",
            "备份 backup",
            "恢复 restore",
            "体检 doctor",
            "注销 forget",
            "定时 schedule",
            "导出 export",
        ]
    )
    ours = {e.name: e.alias for e in COMMANDS}
    assert {name: ours.get(name) for name in promised} == promised
    assert {"edit", "import-jobs", "import-results"} <= ours.keys()
