"""What hangs on the village's board: no number, phone, illness, disability or hardship of 200 people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from papers.gathering import papers
from papers.test_gathered import text

from jiuye_cli.core.course.claim import Claim, Stage
from jiuye_cli.core.course.welfare import TermStage, WelfarePost, WelfareTerm
from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.field import SENSITIVE
from jiuye_cli.render.documents.public import public_page

PEOPLE, TODAY = 200, date(2026, 11, 21)
NUMBERS = re.compile(r"\d{7,}|\d{3}\*+\d+")
HARD = ("残疾", "残障", "慢性", "大病", "疾病", "精神病", "低保", "特困", "脱贫", "困难", "刑满", "戒毒", "孤儿")  # fmt: skip
POSTS = ("保洁员", "残疾人护理员", "特困供养服务员", "防疫员")


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, str, list[str]]]]:
    """For every policy there is and four welfare posts: the file's name, the page's words, who is on it."""
    from jiuye_cli.actions.safe.make_workspace import make_workspace
    from jiuye_cli.workspace import Workspace

    home = tmp_path_factory.mktemp("board") / "jiuye"
    make_workspace(Workspace(home), "柳树屯", "山东/聊城/临清")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIUYE_HOME", str(home))
        patch.setenv("JIUYE_TODAY", TODAY.isoformat())
        _claim_everything(Workspace(home).database)
        folders = (Path(__file__).parents[2] / "templates",)
        yield [
            (
                one.stem,
                text(public_page({**one.data, "print_id": "P1"}, folders)),
                [row["name"] for row in one.data["rows"]],
            )
            for one in papers("public", [])
        ]


def _claim_everything(database: Path) -> None:
    """Everybody has a claim on the board, under each policy in turn, and some are to get a welfare post."""
    from jiuye_cli.actions.safe.village import settle
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.operation import operation
    from jiuye_cli.store.tables.claim import CLAIM
    from jiuye_cli.store.tables.welfare import WELFARE_POST, WELFARE_TERM

    conn = connect(database)
    numbers = settle(conn, PEOPLE, TODAY, who="王芳")
    policies = [*sorted({one.id for one in bench().shelf.policies}), "残疾人创业补贴"]
    with operation(conn, "申领", who="王芳", at=datetime(2026, 11, 20)) as change:
        for at, person in enumerate(numbers):
            policy = policies[at % len(policies)]
            claim = Claim(person, policy, TODAY, stage=Stage.POSTED, amount=1234 + at, pay="once")
            CLAIM.insert(change.conn, claim)
        for at, name in enumerate(POSTS):
            post = WELFARE_POST.insert(change.conn, WelfarePost(name, stipend=600))
            term = WelfareTerm(numbers[at], post, TODAY, stage=TermStage.REVIEWED)
            WELFARE_TERM.insert(change.conn, term)
    conn.close()


def test_everybody_is_on_the_board_once_for_each_matter(
    notices: list[tuple[str, str, list[str]]],
) -> None:
    assert sum(len(names) for _, _, names in notices) == PEOPLE + len(POSTS)
    assert all(name in told for _, told, names in notices for name in names)


def test_no_notice_and_no_file_name_tells_a_secret(
    notices: list[tuple[str, str, list[str]]],
) -> None:
    sensitive = [one for one in facts().values() if one.sensitivity is SENSITIVE]
    answers = {word for one in sensitive for word in one.values if len(word) > 1}
    secrets = {*HARD, *answers} - {"健康"}
    hits = {
        (stem, word)
        for stem, told, _ in notices
        for word in secrets
        if word in told or word in stem
    }
    assert hits == set()
    assert [NUMBERS.findall(told) for _, told, _ in notices] == [[]] * len(notices)


def test_a_notice_has_no_columns_but_four(notices: list[tuple[str, str, list[str]]]) -> None:
    heads = {tuple(told.partition("序号\n")[2].split("\n")[:4]) for _, told, _ in notices}
    assert heads == {("姓名", "组", "项目", "金额")}


def test_a_matter_is_called_as_it_is_called_here(
    notices: list[tuple[str, str, list[str]]],
) -> None:
    from jiuye_cli.files.rule_folder import load_shelf

    shelf = load_shelf([Path(__file__).parents[2] / "policies"])
    ours = {one.policy.name for one in shelf.rules_at("山东/聊城/临清")}
    ours |= {one.name for one in shelf.policies if one.region == "全国"}
    elsewhere = {one.name for one in shelf.policies} - ours
    titles = {stem.split("-", 2)[2] for stem, _, _ in notices}
    assert "失业保险技能提升补贴（山东）" in titles
    assert titles & elsewhere == set()
