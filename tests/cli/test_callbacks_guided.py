"""The guided call: keys and answers in, one result out, nothing half-done."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import sys
import time
from dataclasses import replace
from datetime import date

import pytest

from jiuye_cli.cli.callback.call_guide import Answers, Dialogue, Enough, NextPerson
from jiuye_cli.core.callback.asking import Ask
from jiuye_cli.core.callback.entry.card import CallCard
from jiuye_cli.core.callback.when import read_day
from jiuye_cli.errors import UsageError

MONDAY = date(2026, 11, 23)
CARD = CallCard(
    typed="1123-01v",
    person=1,
    name="李广军",
    group="3组",
    phones=("19900000001", "19900000003 女儿"),
    reasons=("新建档首次回访（11月2日）",),
    last=("11月20日 无人接",),
    ask=(
        Ask("就业意愿", "想不想找活干？"),
        Ask("意向工种", "想干什么工种？", money=18000),
        Ask("在校", "现在还在上学吗？"),
    ),
    wish="晚上7点后打",
    cover="我是柳树屯的就业协理员，想跟李广军说几句话，方便时请回个电话",
)


def guided(keys: str, lines: list[str], card: CallCard = CARD) -> tuple[Answers, list[str]]:
    said: list[str] = []
    pressed, typed = iter(keys), iter(lines)

    def check(word: str) -> None:
        if "不懂" in word:
            raise UsageError("看不懂。")

    dialogue = Dialogue(
        key=lambda: next(pressed),
        line=lambda prompt: next(typed),
        say=said.append,
        check=check,
        day=lambda text: read_day(text, MONDAY),
    )
    return dialogue.answers(card), said


def test_each_box_takes_one_key_and_each_question_its_answer():
    told, _ = guided("13112\r2", ["木工", "在地里忙", "周五"])
    assert told == Answers(
        ["接通", "未就业", "有", "岗位", "培训", "意向工种=木工", "在校=否"],
        "在地里忙",
        date(2026, 11, 27),
    )


def test_a_wrong_key_is_taken_back_with_backspace_and_a_wrong_word_by_asking_anew():
    told, said = guided("12\x7f13112\r2" + "2", ["重来", "没人接", ""])
    assert "  从头来：" in said
    assert told == Answers(["无人接"], "没人接", None)


def test_a_question_with_many_answers_takes_their_numbers():
    card = replace(CARD, ask=(Ask("人员类别", "家里是低保、脱贫户、监测户，或有残疾证吗？"),))
    asked = guided("1\r\r\r", ["1 6", "", ""], card)
    assert asked[0].words == ["接通", "人员类别=低保、残疾人"]
    assert "1低保 2低保边缘 3特困 4脱贫人口" in asked[1][-1]
    assert guided("1\r\r\r", ["0", "", ""], card)[0].words == ["接通", "人员类别=无"]


def test_what_a_list_lacks_is_told_on_with_an_example_of_how_to_type_it():
    asked = Ask("证书.发证日期", "手里有什么证书？几级？哪天发的？")
    told, _ = guided("1\r\r\r", ["电工 2025-12-20", "", ""], replace(CARD, ask=(asked,)))
    assert told.words == ["接通", "证书+=电工 2025-12-20"]
    told, _ = guided("1\r\r\r", ["没有", "", ""], replace(CARD, ask=(asked,)))
    assert told.words == ["接通", "证书=没有"]


def test_every_box_but_the_first_may_be_skipped():
    assert guided("1\r\r\r\r", ["", "", ""])[0] == Answers(["接通"], None, None)


def test_nothing_is_asked_of_someone_who_did_not_answer():
    assert guided("2", ["", ""])[0] == Answers(["无人接"])


def test_who_else_answers_may_say_what_the_person_does():
    assert guided("71", ["", ""])[0] == Answers(["非本人", "在岗"])


def test_a_key_that_means_nothing_is_passed_over():
    assert guided("x902", ["", ""])[0] == Answers(["无人接"])


def test_an_answer_that_cannot_be_is_asked_again():
    told, said = guided("1\r\r\r\r", ["不懂", "木工", "", "改天", "明天"], CARD)
    assert "意向工种=木工" in told.words
    assert told.next_on == date(2026, 11, 24)
    assert [line for line in said if "看不懂" in line] == [
        "  看不懂。",
        "  日期“改天”看不懂，可以写 明天、周五、3天后、12-03、2026-12-03。",
    ]


def test_a_box_that_was_ticked_is_not_asked_again_in_words():
    told, said = guided("1\r1\r2", ["", "", ""], CARD)
    assert "有" in told.words
    assert not [line for line in said if "想不想找活干" in line]


def test_one_may_go_on_to_the_next_or_stop():
    with pytest.raises(NextPerson):
        guided(" ", [])
    with pytest.raises(Enough):
        guided("q", [])
    with pytest.raises(Enough):
        guided("1q", [])


def test_the_card_on_the_screen(golden):
    from jiuye_cli.render.callback.call_card import card_screen

    golden("card.txt", card_screen(CARD) + "\n")


# -- on a real terminal ------------------------------------------------------


@pytest.fixture
def village(home, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-23")
    jiuye("add", "李广军", "组=3组", "电话=19900000001")
    jiuye("add", "王小兰", "电话=19900000002")
    return home


def contacts(home) -> list[tuple]:
    with sqlite3.connect(home / "jiuye.db") as conn:
        return conn.execute("SELECT person, outcome, status FROM contact ORDER BY id").fetchall()


class Terminal:
    """`jiuye` on a pseudo-terminal of 80 columns."""

    def __init__(self, *words: str) -> None:
        import pty

        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.execv(sys.executable, [sys.executable, "-m", "jiuye_cli", *words])
        self.seen = ""

    def until(self, text: str, seconds: float = 20) -> None:
        """Read until a text stands on the screen."""
        stop = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < stop, self.seen
            if select.select([self.end], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.end, 4096).decode("utf-8", "replace")
                except OSError:
                    break
        assert text in self.seen, self.seen

    def press(self, keys: str) -> None:
        """Press keys, and forget what stood there."""
        self.seen = ""
        os.write(self.end, keys.encode())

    def code(self, *, interrupting: bool = False) -> int:
        """Wait for the end, pressing Ctrl-C until then if told so; the exit code.

        One Ctrl-C in the very moment in which Python enters its wait for a line is
        seen only with the next key.
        """
        for _ in range(4):
            time.sleep(0.5)
            if interrupting:
                os.write(self.end, b"\x03")
            stop = time.monotonic() + 5
            while time.monotonic() < stop:
                ended, status = os.waitpid(self.pid, os.WNOHANG)
                if ended:
                    return os.waitstatus_to_exitcode(status)
                time.sleep(0.1)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError(self.seen)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_two_calls_one_after_the_other_on_a_terminal(village):
    terminal = Terminal("call")
    terminal.until("打通没有")
    terminal.press("2")
    terminal.until("备注")
    terminal.press("\r")
    terminal.until("约好")
    terminal.press("\r")
    terminal.until("王小兰")
    terminal.press("q")
    terminal.until("前面的都存好了")
    assert terminal.code() == 0
    assert contacts(village) == [(1, "无人接", None)]


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_keys_typed_ahead_of_the_questions_are_not_lost(village):
    terminal = Terminal("call", "李广军")
    terminal.press("13")
    terminal.until("想不想找活")
    terminal.press("1\r")
    terminal.until("现在领着失业金吗")
    assert terminal.code(interrupting=True) == 130
    assert contacts(village) == []


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_breaking_off_in_the_middle_of_a_call_leaves_nothing_of_it(village):
    terminal = Terminal("call", "李广军")
    terminal.until("打通没有")
    terminal.press("1")
    terminal.until("在干什么")
    terminal.press("3")
    terminal.until("想不想找活")
    assert terminal.code(interrupting=True) == 130
    assert contacts(village) == []
