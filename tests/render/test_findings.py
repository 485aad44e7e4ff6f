"""What the check-up found, on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.render.screen.findings import findings_lines


@dataclass
class Found:
    where: str
    code: str = "疑点·电话"
    message: str = "不同户登记了同一个电话"
    fix: str = "回访时问"


def test_of_many_of_one_kind_five_are_told_and_the_rest_counted() -> None:
    many = [Found(f"{n} 号") for n in range(8)]
    lines = list(findings_lines(many))
    assert len(lines) == 11
    assert lines[-1] == "【疑点·电话】还有 3 处同样的，加 --all 全列出来"
    assert len(list(findings_lines(many, everything=True))) == 16
    assert len(list(findings_lines(many[:5]))) == 10
