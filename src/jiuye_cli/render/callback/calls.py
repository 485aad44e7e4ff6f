"""Call sheets, results and reasons on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import PLAIN
from jiuye_cli.render.screen.table import Column, Screen, table_text
from jiuye_cli.render.screen.text import printable
from jiuye_cli.render.words import full_day, short_date, shown, weekday, yuan

if TYPE_CHECKING:
    from jiuye_cli.core.callback.contact import Entered
    from jiuye_cli.core.callback.due import Reason
    from jiuye_cli.core.callback.handed.frozen import DaySheet, SheetRow
    from jiuye_cli.core.callback.handed.why import WhyOnSheet

MOST_REASONS = 2
"""How many reasons of a row the screen shows; the paper and --json have them all."""


def sheet_json(sheet: DaySheet) -> dict[str, Any]:
    """The sheet with the keys that scripts rely on; `sheet` is null until it is frozen."""
    head = sheet.head
    return {
        "for": head.for_date,
        "sheet": sheet.number if sheet.is_frozen else None,
        "capacity": head.capacity,
        "rows": [_call_json(row, sheet) for row in sheet.calls if row.seat == 1],
        "left_out": [{"id": one.person, "reason": one.reason} for one in sheet.left_out or ()],
        "carried": list(head.carried),
        "visits": [_row_json(row) for row in sheet.visits],
        "unreturned": list(sheet.unreturned),
        "warnings": list(head.warnings),
    }


def _call_json(row: SheetRow, sheet: DaySheet) -> dict[str, Any]:
    also = [_row_json(one) for one in sheet.calls if one.row == row.row and one.seat > 1]
    return {**_row_json(row), "also": also}


def _row_json(row: SheetRow) -> dict[str, Any]:
    return {
        "row": row.code,
        "id": row.person,
        "name": row.name,
        "reasons": row.reasons,
        "urgency": row.urgency,
        "parts": row.parts,
        "ask": row.ask,
        "overdue_days": row.overdue_days,
    }


def sheet_screen(sheet: DaySheet, screen: Screen) -> str:
    """The day at a glance: who to ring and why, visits, what never came back."""
    head = sheet.head
    lines = [_title(sheet), *(f"注意：{w}" for w in head.warnings)]
    if sheet.calls:
        is_late = any(row.overdue_days for row in sheet.calls)
        columns = (
            Column("行", whole=True),
            Column("姓名", whole=True),
            Column("组"),
            Column("电话", whole=True),
            *([Column("晚几天", right=True, whole=True)] if is_late else []),
            Column("为什么打"),
        )
        rows = [_cells(row, sheet, is_late=is_late) for row in sheet.calls]
        lines.append(table_text(columns, rows, screen).rstrip("\n"))
    else:
        lines.append("没有要打的电话。")
    lines += _visit_lines(sheet, screen)
    if sheet.unreturned:
        lines.append(_unreturned(sheet.unreturned))
    return "\n".join(lines)


CSV_HEADS = ("行号", "档案号", "姓名", "组", "电话", "事由", "急迫", "逾期天数", "要问", "嘱咐")


def csv_rows(sheet: DaySheet) -> list[Sequence[object]]:
    """One line a person on the sheet, visits last."""
    return [
        (
            f"{row.code}.{row.seat}" if row.seat > 1 else row.code,
            row.person,
            row.name,
            row.group_name,
            "、".join(row.phones),
            "；".join(row.reasons),
            row.urgency,
            row.overdue_days,
            "；".join(ask["question"] for ask in row.ask),
            row.wish,
        )
        for row in sheet.rows
    ]


def _title(sheet: DaySheet) -> str:
    head = sheet.head
    calls = {row.row for row in sheet.calls}
    done = {row.row for row in sheet.calls if row.person in sheet.answered}
    parts = [
        f"{short_date(head.for_date)} {weekday(head.for_date)}",
        f"名单 {sheet.number}" if sheet.is_frozen else "预览（还没定）",
        f"要打 {len(calls)} 个",
        *([f"已记 {len(done)}"] if done else []),
        *([f"上门 {len(sheet.visits)}"] if sheet.visits else []),
        *([f"回访人 {'、'.join(head.callers)}"] if len(head.callers) > 1 else []),
    ]
    return "  ".join(parts)


def _cells(row: SheetRow, sheet: DaySheet, *, is_late: bool) -> Sequence[str]:
    tail = row.code.partition("-")[2] + (f".{row.seat}" if row.seat > 1 else "")
    phone = row.phones[0].split(" ")[0] if row.phones and row.seat == 1 else "同上"
    why = _done(row, sheet) or "；".join(_why(row))
    late = [str(row.overdue_days or "")] if is_late else []
    return [tail, row.name, row.group_name or "", phone, *late, why]


def _done(row: SheetRow, sheet: DaySheet) -> str:
    told = sheet.answered.get(row.person)
    return f"已记：{told}" if told else ""


def _why(row: SheetRow) -> list[str]:
    """The heaviest reasons, how to go about it, what they asked for, and the money at stake."""
    money = max((ask["money"] for ask in row.ask), default=0)
    worth = [f"可能 +{yuan(money)}"] if money else []
    wish = [f"嘱咐：{row.wish}"] if row.wish else []
    how = [row.advice.split("；")[0]] if row.advice else []
    return [*row.reasons[:MOST_REASONS], *how, *wish, *worth]


def _visit_lines(sheet: DaySheet, screen: Screen) -> list[str]:
    if not sheet.visits:
        return []
    columns = (
        Column("行", whole=True),
        Column("上门", whole=True),
        Column("组"),
        Column("为什么去"),
    )
    rows = [
        [
            row.code.partition("-")[2],
            row.name,
            row.group_name or "",
            _done(row, sheet) or "；".join([row.place.split("，")[0], *_why(row)]),
        ]
        for row in sheet.visits
    ]
    return ["", table_text(columns, rows, screen).rstrip("\n")]


def _unreturned(rows: Sequence[Mapping[str, Any]]) -> str:
    first = "、".join(f"{one['row']} {printable(one['name'])}" for one in rows[:5])
    more = " ……" if len(rows) > 5 else ""
    return f"\n以前名单上还有 {len(rows)} 行没有回填：{first}{more}"


def why_json(why: WhyOnSheet) -> dict[str, Any]:
    """The answer with the sum and the reasons behind it."""
    return {
        "id": why.person,
        "name": why.name,
        "for": why.day,
        "row": why.row,
        "verdict": why.verdict,
        "urgency": sum(part.points for part in why.parts),
        "overdue_days": why.overdue_days,
        "parts": [{"part": p.part, "points": p.points, "basis": p.basis} for p in why.parts],
        "reasons": [
            {"kind": r.kind, "since": r.since, "say": r.say, "source": r.source}
            for r in why.reasons
        ],
    }


def why_screen(why: WhyOnSheet) -> str:
    """One sentence, the causes with their sources, and the sum."""
    row = f"（{why.row}）" if why.row else ""
    lines = [f"{printable(why.name)}（{why.person} 号）{short_date(why.day)} {why.verdict}{row}"]
    lines.append(f"上次：{why.last.summary if why.last else '还没打过'}")
    if why.overdue_days:
        lines.append(f"逾期 {why.overdue_days} 天")
    lines += [
        f"  · {printable(r.say)}，{short_date(r.since)}起"
        + (f"  依据：{r.source}" if r.source else "")
        for r in why.reasons
    ]
    if why.parts:
        total = sum(part.points for part in why.parts)
        lines.append(f"急迫 {shown(total)} 分：")
        lines += [f"  {shown(p.points):>4}  {p.part}  {printable(p.basis)}" for p in why.parts]
    return "\n".join(lines)


def _reason(reason: Reason) -> str:
    latest = f"，最晚{short_date(reason.by)}" if reason.by != reason.since else ""
    source = f"  依据：{reason.source}" if reason.source else ""
    return f"  · {printable(reason.say)}，{short_date(reason.since)}起{latest}{source}"


def _told(one: Entered, name: str) -> str:
    """A field that was changed, with what it says now; lists, numbers and illness by name only."""
    field = catalogue.facts().get(name)
    value = one.told.get(name)
    if field is None or value is None or isinstance(value, tuple) or field.sensitivity != PLAIN:
        return name
    return f"{name} {shown(value) or '没问到'}"


def entered_screen(entered: Sequence[Entered], outcome: str) -> str:
    """What was recorded, and when each is called again."""
    lines = []
    for one in entered:
        learnt = [_told(one, name) for name in one.changed if name != "回访"]
        told = f"，改了 {'、'.join(learnt)}" if learnt else ""
        again = f"，下次 {full_day(one.next)}" if one.next else ""
        verb = f"记下：{outcome}" if one.changed else "和原来一样，没有改"
        lines.append(f"{printable(one.name)} {verb}{told}{again}")
        lines += [one.hint] if one.hint else []
    return "\n".join(lines)


def entered_json(entered: Sequence[Entered]) -> dict[str, Any]:
    """The first person's result; the others behind the same number under `also`."""
    told = [{"id": one.person, "next": one.next, "changed": one.changed} for one in entered]
    return {**told[0], "also": told[1:]}
