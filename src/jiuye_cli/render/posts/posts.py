"""Posts, employers and workshops on the screen, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.fields.post import POST, REGISTER
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, Value
from jiuye_cli.core.matching.words import checked_words, wage_words
from jiuye_cli.core.posts.imported import PostImport
from jiuye_cli.core.posts.post import Employer, Post
from jiuye_cli.core.posts.workshop import Workshop
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.screen.text import pad, printable
from jiuye_cli.render.words import shown


def posts_listing(posts: Sequence[Post], today: date, fresh_days: int) -> Listing:
    """Posts, a line each."""
    heads: Heads = (
        figure("号"), name("单位"), "岗位", "地方", "工资", "名额", "情况",
    )  # fmt: skip
    rows = [
        (
            one.id, one.employer_name, one.name, one.value("工作区域"), wage_words(one), seats_words(one),
            one.shut_because(today) or checked_words(one, today, fresh_days),
        )
        for one in posts
    ]  # fmt: skip
    items = [post_json(one, today, fresh_days) for one in posts]
    return Listing(
        "jobs", heads, rows, items, "没有在招的岗位。导入：jiuye import-jobs 岗位表.xlsx"
    )


def seats_words(post: Post) -> str:
    """How many of the seats are free: 2/3, or 若干."""
    if post.seats is None:
        return "若干"
    return f"{post.seats_left}/{post.seats}" if post.hired else str(post.seats)


def post_json(post: Post, today: date, fresh_days: int) -> dict[str, object]:
    """One post as scripts read it."""
    return {
        "id": post.id,
        "name": post.name,
        "employer": post.employer_name,
        "rung": post.rung.value,
        "open": post.is_open(today),
        "held": post.is_held,
        "stale": post.is_stale(today, fresh_days),
        "seats": post.seats,
        "seats_left": post.seats_left if post.seats is not None else None,
        "waiting": post.waiting,
        "closed_on": post.closed_on,
        "closed_why": post.closed_why or None,
        "fields": {f.name: post.value(f.name) for f in POST.fields if f.name in post.facts.values},
    }


def post_screen(post: Post, today: date, fresh_days: int, questions: Sequence[str]) -> str:
    """One post in full, and what its employer has not said yet."""
    lines = [f"{post.id} 号岗位  {post.employer_name}  {post.name}    {post.rung.value}"]
    lines.append(
        f"  {post.shut_because(today) or checked_words(post, today, fresh_days)}  名额 {seats_words(post)}  等回话 {post.waiting}"
    )
    lines += _values(
        post.facts, [f.name for f in POST.fields if f.name not in ("岗位名称", "核实日期")]
    )
    lines += ["", "没问过的", *(f"  {question}" for question in questions)] if questions else []
    return "\n".join(printable(line) for line in lines)


def _values(facts: Facts, names: Sequence[str]) -> list[str]:
    known = [(name, facts.value(name)) for name in names if facts.value(name) is not UNKNOWN]
    return [f"  {pad(name, 12)}{_said(name, value)}" for name, value in known]


def _said(name: str, value: Value) -> str:
    """A value of a post; what is known to be none is no bound."""
    if value is NONE:
        return "长期" if name == "截止日期" else "不限"
    return shown(value)


def employers_listing(employers: Sequence[Employer], posts: Sequence[Post], today: date) -> Listing:
    """Employers with their open posts, a line each."""
    open_ones: dict[int, int] = {}
    for one in posts:
        if one.is_open(today):
            open_ones[one.employer] = open_ones.get(one.employer, 0) + 1
    heads: Heads = (
        figure("号"),
        name("单位"),
        "类型",
        "联系人",
        "电话",
        "共建",
        figure("在招"),
        "上次联系",
    )
    rows = [
        (
            one.id, one.name, one.facts.value("单位类型"), one.facts.value("联系人"), one.facts.value("联系电话"),
            ties(one), open_ones.get(one.id, 0) or "", one.rung_on,
        )
        for one in employers
    ]  # fmt: skip
    items = [employer_json(one, open_ones.get(one.id, 0)) for one in employers]
    return Listing("employers", heads, rows, items, "还没有单位。登记：jiuye employer add 诚安物业")


def ties(one: Employer) -> str:
    """How an employer stands to the village: a partner, one whose posts are held for it."""
    held = "代聘" if one.facts.value("代聘") is True else ""
    return "、".join(word for word in ("共建" if one.is_partner else "", held) if word)


def employer_json(one: Employer, open_posts: int) -> dict[str, object]:
    """One employer as scripts read it."""
    return {
        "id": one.id,
        "name": one.name,
        "open_jobs": open_posts,
        "rung_on": one.rung_on,
        "fields": {
            f.name: one.facts.value(f.name) for f in REGISTER.fields if f.name in one.facts.values
        },
    }


def workshops_listing(workshops: Sequence[Workshop]) -> Listing:
    """Workshops with their headcounts and what the rules say of their subsidy."""
    heads: Heads = (
        figure("号"), name("车间"), figure("职工"), figure("脱贫人口"), figure("村里介绍"), "在招", "补助",
    )  # fmt: skip
    rows = [
        (
            one.employer.id, one.employer.name, one.employer.facts.value("职工人数"),
            one.employer.facts.value("吸纳脱贫人口数"), len(one.placed), one.open_posts or "",
            "；".join(f"{policy}：{said}" for policy, said in one.subsidies),
        )
        for one in workshops
    ]  # fmt: skip
    items = [
        {
            "id": one.employer.id, "name": one.employer.name, "staff": one.employer.facts.value("职工人数"),
            "poor": one.employer.facts.value("吸纳脱贫人口数"), "placed": list(one.placed),
            "open_jobs": one.open_posts, "subsidies": [{"policy": p, "said": s} for p, s in one.subsidies],
        }
        for one in workshops
    ]  # fmt: skip
    return Listing(
        "workshops", heads, rows, items, "还没有帮扶车间。登记：jiuye workshop add 金穗合作社"
    )


OUTCOMES = {"new": "新岗位", "updated": "改了的", "same": "没变的", "refused": "没录入的"}


def import_json(done: PostImport) -> dict[str, object]:
    """The contract's shape of an import."""
    return {
        "rows": done.rows,
        **{word: done.outcomes.get(word, 0) for word in OUTCOMES},
        "problems": [
            {"row": p.row, "column": p.column, "message": p.message} for p in done.problems
        ],
        "mapping": dict(done.mapping),
        "unmapped": list(done.unmapped),
    }


def import_screen(done: PostImport, file: str, *, dry_run: bool) -> str:
    """What an import of posts did, and every cell that was not taken."""
    told = "，".join(f"{label}{done.outcomes.get(word, 0)}" for word, label in OUTCOMES.items())
    lines = [f"{file}：{done.rows}行，{told}。{'（没有写进台账）' if dry_run else ''}"]
    lines += [f"  第{p.row}行 {p.column}：{p.message}" for p in done.problems]
    lines += [f"  没认出的列：{'、'.join(done.unmapped)}"] if done.unmapped else []
    lines += [f"  {written} 当作 {known}" for written, known in done.taken_as.items()]
    return "\n".join(printable(line) for line in lines)
