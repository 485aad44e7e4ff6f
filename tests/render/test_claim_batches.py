"""Batches of claims on the screen."""

from __future__ import annotations

from jiuye_cli.render.policy.claim_batches import nearly_lines


def test_a_thousand_who_were_near_do_not_flood_the_screen() -> None:
    near = [(f"{n} 号", ["证书.发证日期"] * (1000 - n)) for n in range(1, 1000)]
    lines = nearly_lines(near, "技能提升补贴")
    assert len(lines) == 11
    assert lines[0] == "差一点：999 号，还要证书的发证日期。"
    assert lines[-1] == "差一点的还有 989 人，打电话时会问到；看一个人：jiuye why 谁 技能提升补贴"
