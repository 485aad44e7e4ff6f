"""The lists of the course on paper: 申领表, 乘车名单, 考核表."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jiuye_cli.actions.papers.case_files import phones
from jiuye_cli.actions.papers.chosen import coordinator
from jiuye_cli.actions.papers.grounds import footing, item_words
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import claimed, line, words, yuan
from jiuye_cli.core.course.bus import Bus, Passenger
from jiuye_cli.core.course.claim import Claim, Stage
from jiuye_cli.core.course.event import Event
from jiuye_cli.core.course.welfare import TermStage, WelfarePost, WelfareTerm
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course import claim, event, placement, welfare
from jiuye_cli.store.people import people, roll
from jiuye_cli.store.tables.claim import CLAIM
from jiuye_cli.store.tables.event import EVENT
from jiuye_cli.store.tables.welfare import WELFARE_POST

OFFICES = ("村民委员会意见", "镇便民服务中心意见", "县人力资源和社会保障局意见")
APPLICANT = ("身份证号", "住址", "文化程度")
PREPARING = (Stage.STARTED, Stage.RETURNED)
"""Claims whose form is still to be handed in."""


def claims(press: Press, wanted: Wanted) -> list[Gathered]:
    """The forms of claims by number (`3号`) or of people's claims; of all being prepared without words."""
    chosen = list(_claims(press, wanted))
    if not chosen:
        raise NotFoundError("没有在办的申领。先：jiuye claim start 谁 政策")
    persons = {
        one.id: one
        for one in people.read_people(press.conn, press.today, sorted({c.person for c in chosen}))
    }
    papers = claim.papers(press.conn, [one.id for one in chosen])
    return [_claim(press, one, persons[one.person], papers.get(one.id, [])) for one in chosen]


def _claims(press: Press, wanted: Wanted) -> Iterator[Claim]:
    if not wanted.who:
        yield from claim.claims(press.conn, stages=PREPARING)
    for word in wanted.who:
        digits = word.strip().removesuffix("号")
        if word.strip().endswith("号") and digits.isdigit():
            yield CLAIM.get(press.conn, int(digits))
            continue
        person = roll.everyone_named(press.conn, [word])[0]
        yield from (o for o in claim.claims(press.conn, person=person) if o.stage.is_open)


def _claim(press: Press, one: Claim, person: Person, papers: list[Any]) -> Gathered:
    ground = footing(press, one)
    version = ground.version
    applicant = [line("姓名", person.name)]
    applicant += [line(label, words(person.facts, label)) for label in APPLICANT]
    data = {
        **press.head(),
        "policy": ground.rule.policy.name if ground.rule else one.policy,
        "applicant": [*applicant, line("电话", next(iter(phones(person)), None))],
        "facts": [
            *(line(key, item_words(value)) for key, value in one.item.items() if key != "id"),
            *ground.facts,
        ],
        "amount": claimed(one),
        "period": f"最长{one.months}个月" if one.months else None,
        "basis": "；".join(source.label for source in version.sources) if version else None,
        "until": one.deadline if one.deadline and one.deadline < FAR else None,
        "where": "；".join(version.application.channels) or None if version else None,
        "papers": [{"name": p.name, "held": p.ticked_on is not None} for p in papers],
        "offices": OFFICES,
    }
    stem = f"申领表-{one.id}-{person.name}"
    return Gathered(stem, data, 1, "姓名、身份证号、住址、电话、申领事实")


def buses(press: Press, wanted: Wanted) -> list[Gathered]:
    """The manifests of the buses of an event by name, or of all events to come."""
    events = [EVENT.find(press.conn, word) for word in wanted.who] or EVENT.where(
        press.conn, "day >= ? AND called_off_on IS NULL", press.today
    )
    found = [_bus(press, one, bus) for one in events for bus in event.buses(press.conn, one.id)]
    if not found:
        raise NotFoundError("没有要发的车。先：jiuye event bus …")
    return found


def _bus(press: Press, one: Event, bus: Bus) -> Gathered:
    held = [s for s in event.seats(press.conn, one.id) if s.bus == bus.id]
    ids = [seat.person for seat in held]
    cards, numbers = roll.cards(press.conn, ids), roll.phones(press.conn, ids)
    riders = [Passenger(cards[s.person], s, numbers.get(s.person)) for s in held]
    data = {
        **press.head(),
        "batch": one.name,
        "bus": bus.name,
        "plate": bus.plate,
        "departs": f"{one.day.month}月{one.day.day}日 {bus.leaves_at or one.time or ''}".strip(),
        "start": "、".join(bus.stops) or one.place or "村委会门口",
        "destination": bus.to or one.place or "",
        "seats": bus.seats,
        "driver": {"name": bus.driver or "", "role": None, "phone": None},
        "leader": {"name": bus.leader, "role": None, "phone": bus.leader_phone}
        if bus.leader
        else coordinator(press.settings),
        "passengers": [_rider(press, rider) for rider in riders],
    }
    return Gathered(
        f"乘车名单-{one.name}-{bus.name}", data, len(riders), "姓名、组、电话、家人电话"
    )


def _rider(press: Press, rider: Passenger) -> dict[str, Any]:
    return {
        "seat": rider.seat.number or 0,
        "name": rider.card.name,
        "group": rider.card.group,
        "phone": rider.phone,
        "relative_phone": _relative(press, rider.card.id),
        "gets_on": rider.seat.stop,
        "employer": _employer(press, rider.card.id),
    }


def _employer(press: Press, person: int) -> str | None:
    held = placement.open_stint(press.conn, person, press.today)
    return held.employer or None if held else None


def _relative(press: Press, person: int) -> str | None:
    rows = people.read_person(press.conn, person, press.today).facts.values.get("电话")
    told = rows if isinstance(rows, tuple) else ()
    return next(
        (str(r["号码"]) for r in told if r.get("号码") and r.get("属于") not in (None, "本人")),
        None,
    )


def assessments(press: Press, wanted: Wanted) -> list[Gathered]:
    """The month's sheet of everyone on a welfare post that month, the one of `on` or this month."""
    month = (wanted.on or press.today).replace(day=1)
    on_duty = [
        one
        for one in welfare.terms(press.conn)
        if one.stage in (TermStage.ON_DUTY, TermStage.ENDED) and _served(one, month)
    ]
    if not on_duty:
        raise NotFoundError(f"{month.year}年{month.month}月没有人在公益岗上。")
    standard = press.course().standard
    posts = {one.id: one for one in WELFARE_POST.where(press.conn)}
    cards = roll.cards(press.conn, {one.person for one in on_duty})
    data = {
        **press.head(),
        "title": "公益性岗位月考核表",
        "month": month,
        "unit": f"{press.settings.village or '本村'}村民委员会",
        "grades": [name for name, _ in standard.grades],
        "standards": [f"{item}（{most}分）" for item, most in standard.items.items()],
        "people": [
            _assessed(press, one, cards[one.person], posts[one.post], month, standard.days_a_month)
            for one in on_duty
        ],
    }
    return [Gathered(f"考核表-{month:%Y-%m}", data, len(on_duty), "姓名、组、岗位、出勤、补贴")]


def _served(term: WelfareTerm, month: date) -> bool:
    begun = term.starts is not None and term.starts.replace(day=1) <= month
    return begun and (term.left_on is None or term.left_on >= month)


def _assessed(
    press: Press, term: WelfareTerm, card: Card, post: WelfarePost, month: date, due: int | None
) -> dict[str, Any]:
    noted = welfare.month_of(press.conn, term.id, month)
    return {
        "name": card.name,
        "group": card.group,
        "post": post.name,
        "days_due": due,
        "days_done": noted.days if noted else None,
        "helped": [one.name for one in welfare.helped_by(press.conn, term.id, month)],
        "grade": noted.grade if noted else None,
        "pay": yuan(post.stipend) if post.stipend is not None else None,
    }
