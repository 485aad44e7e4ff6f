"""`set`: change some of a person's values."""

from __future__ import annotations

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json
from jiuye_cli.cli.people.add import GradeOption, SourceOption, WordsArgument
from jiuye_cli.cli.people.show import WhoArgument

app = new_app()


@app.command(name="set")
def set_(
    who: WhoArgument,
    words: WordsArgument = None,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """改一个人的几项内容；+= 加一个，-= 去一个，=无 是知道没有，=? 是不知道。

    例：jiuye set lgj 学历=高中 不能+=夜班 证书+="电工 五级 2025-12-20" --grade seen
    """
    from jiuye_cli.actions.people import change as people_change
    from jiuye_cli.cli.typing_in import with_secrets
    from jiuye_cli.errors import UsageError
    from jiuye_cli.store.people import find
    from jiuye_cli.store.people.people import read_person

    if not words:
        raise UsageError("要写改什么，如：jiuye set lgj 学历=高中")
    filled = with_secrets(words)
    evidence = people_change.evidence_of(grade, source or "电话", desk.today())
    with desk.reading() as conn:
        person = find.who(conn, who)
    with desk.writing(f"改 {person.name}") as change:
        now = read_person(change.conn, person.id, desk.today())
        values = people_change.typed_values(filled, now.facts.values, desk.settings().region)
        people_change.refuse_not_yet(values, desk.today())
        changed = people_change.change_file(change, person.id, values, evidence)
    if as_json:
        emit_json({"id": person.id, "changed": changed})
    else:
        emit(
            f"{person.id} 号 {person.name}："
            + (f"改了{'、'.join(changed)}。" if changed else "和原来一样，没有改。")
        )
