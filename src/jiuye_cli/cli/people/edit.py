"""`edit`: a person's file in the editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note
from jiuye_cli.cli.people.add import GradeOption, SourceOption
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.errors import RefusedError, RuleFileError

app = new_app()


@app.command()
def edit(
    who: WhoArgument,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """在编辑器里改一个人的档案（EDITOR 指定的，Windows 上是记事本）。

    例：jiuye edit 李广军@3组
    """
    from jiuye_cli.actions.people import change as people_change
    from jiuye_cli.core.people.form import form_text, read_form
    from jiuye_cli.files.strict_yaml import read_yaml
    from jiuye_cli.store.people import find
    from jiuye_cli.store.people.people import read_person

    evidence = people_change.evidence_of(grade, source or "电话", desk.today())
    with desk.reading() as conn:
        number = find.who(conn, who).id
        person = read_person(conn, number, desk.today())
    form = form_text(number, person.name, person.facts)
    draft = desk.workspace().cache / f"编辑-{number}.yaml"
    edited = _edited(draft, form)
    try:
        values = (
            read_form(read_yaml(edited, draft.name), person.facts, desk.settings().region)
            if edited != form
            else {}
        )
    except RuleFileError:
        note(f"您改的内容还在 {draft}，改对后再 jiuye edit 一次。")
        raise
    people_change.refuse_not_yet(values, desk.today())
    with desk.writing(f"改 {person.name}") as change:
        changed = people_change.change_file(change, number, values, evidence)
    for left in (draft, _begun_from(draft)):
        left.unlink(missing_ok=True)
    if as_json:
        emit_json({"id": number, "changed": changed})
    else:
        emit(
            f"{number} 号 {person.name}："
            + (f"改了{'、'.join(changed)}。" if changed else "没有改。")
        )


def _edited(draft: Path, form: str) -> str:
    """The form after the editor has closed; a draft left from last time goes on if it still fits."""
    draft.parent.mkdir(mode=0o700, exist_ok=True)
    _put_stale_aside(draft, form)
    if not draft.exists():
        for path in (draft, _begun_from(draft)):
            path.unlink(missing_ok=True)
            with os.fdopen(
                os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(form)
    editor = os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        done = subprocess.run(
            [*shlex.split(editor, posix=os.name != "nt"), str(draft)], check=False
        )
    except OSError:
        raise RefusedError(
            f"编辑器 {editor} 打不开。用 EDITOR 指定一个，如 EDITOR=nano。"
        ) from None
    if done.returncode:
        raise RefusedError("编辑器没有正常退出，没有改。")
    return draft.read_text(encoding="utf-8-sig")


def _begun_from(draft: Path) -> Path:
    """Where it is kept what the file said when a draft was begun."""
    return draft.with_suffix(".起稿")


def _put_stale_aside(draft: Path, form: str) -> None:
    """A draft of a file that has changed since would take the changes back unseen."""
    begun = _begun_from(draft)
    if not draft.exists() or (begun.exists() and begun.read_text(encoding="utf-8") == form):
        return
    old = draft.with_name(f"{draft.stem}-旧.yaml")
    draft.replace(old)
    note(
        f"上次没改完的草稿放旧了，档案后来又变过，这次从现在的样子改起。旧草稿在 {old}，可以对照。"
    )
