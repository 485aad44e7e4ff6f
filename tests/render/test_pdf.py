"""PDFs: from the HTML alone, without a network, whole or not at all."""

from __future__ import annotations

import re
import stat
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from render.document_samples import policy_book
from render.samples import FOLDERS, call_sheet

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.callback.sheet import call_sheet_page
from jiuye_cli.render.documents.policies import policy_book_page
from jiuye_cli.render.paper import pdf
from jiuye_cli.render.paper.fonts import _ranges, font_paths, missing_glyphs
from jiuye_cli.render.paper.pdf import Document, Outcome, bind, can_make_pdf, write_html, write_pdf

pytestmark = pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")

HTML = '<!doctype html><html lang="zh-CN"><head><style>html{font-family:jiuye-song}</style></head><body>%s</body></html>'


def fonts_of(path: Path) -> set[str]:
    """The fonts a PDF uses, without the letters that mark a subset; all must be embedded."""
    found = set()
    for page in PdfReader(path).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile3" in descendant["/FontDescriptor"].get_object()
            found.add(font.get_object()["/BaseFont"].partition("+")[2])
    return found


@pytest.mark.parametrize(("people", "pages"), [(0, 1), (1, 1), (12, 2), (200, 22)])
def test_the_call_sheet_has_its_pages(tmp_path: Path, people: int, pages: int) -> None:
    path = tmp_path / "名单.pdf"
    assert write_pdf(call_sheet_page(call_sheet(people), FOLDERS), path) == pages
    document = PdfReader(path)
    assert len(document.pages) == pages
    assert [round(float(side)) for side in document.pages[0].mediabox[2:]] == [842, 595]
    assert fonts_of(path) <= {"NotoSerifSC-Regular", "NotoSansSC-Regular"}


def test_the_same_page_twice_is_the_same_file(tmp_path: Path) -> None:
    html = call_sheet_page(call_sheet(12), FOLDERS)
    write_pdf(html, tmp_path / "a.pdf")
    write_pdf(html, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_rare_han_is_printed_from_our_own_fonts(tmp_path: Path) -> None:
    write_pdf(HTML % "<p>䶮㛃㑇㭎㙍𬱖𫖮𬭎𬸚𫓧𬀩</p>", tmp_path / "x.pdf")
    assert fonts_of(tmp_path / "x.pdf") == {"NotoSerifSC-Regular"}


def test_a_character_without_a_glyph_is_refused_with_the_words_around_it(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    with pytest.raises(RefusedError) as caught:
        write_pdf(HTML % "<td>3组</td><td>王\ue123英</td>", tmp_path / "x.pdf")
    assert str(caught.value) == (
        "x.pdf 没有印成 PDF：字库里没有 “\ue123”（U+E123，在“王\ue123英”里）。"
        "请核对这个字；确实是这个字的，打开 HTML 用浏览器打印，或空出来用笔写。"
    )
    assert (tmp_path / "x.pdf").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


def test_glyphs_are_looked_for_in_what_is_shown_and_nowhere_else() -> None:
    page = HTML % "<p title='\ue001'>好&#xE002;的</p><!-- \ue003 --><script>\ue004</script>"
    assert missing_glyphs(page) == {"\ue002": "好\ue002的"}
    assert missing_glyphs('<style>@page{@bottom-left{content:"\ue005"}}</style>') == {
        "\ue005": "\ue005"
    }


def test_our_reading_of_the_character_map_is_that_of_the_font_library() -> None:
    from fontTools.ttLib import TTFont

    for path in font_paths():
        starts, ends = _ranges(path)
        ours = {
            code for pair in zip(starts, ends, strict=True) for code in range(pair[0], pair[1] + 1)
        }
        assert ours == set(TTFont(path, lazy=True).getBestCmap())


def test_a_page_fetches_nothing_from_net_or_disk(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    secret = tmp_path / "secret.html"
    secret.write_text("机密", encoding="utf-8")
    links = f'<link rel=stylesheet href="{here}/a.css"><img src="{here}/b.png"><img src="{secret.as_uri()}">'
    styles = f'<style>@import url("{here}/c.css"); p{{background:url({here}/d.png)}}</style>'
    assert write_pdf(HTML % (links + styles + "<p>好</p>"), tmp_path / "x.pdf") == 1
    server.shutdown()
    server.server_close()
    assert asked == []
    assert b"\xe6\x9c\xba\xe5\xaf\x86" not in (tmp_path / "x.pdf").read_bytes()


def test_a_layout_that_takes_too_long_is_stopped_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.001)
    (tmp_path / "x.pdf").write_bytes(b"old")
    with pytest.raises(RefusedError, match=r"^x.pdf 没有印成 PDF：排版太久，停下了。HTML 已经写好"):
        write_pdf(HTML % "好", tmp_path / "x.pdf")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x.pdf", b"old")]


def test_a_crash_in_one_document_does_not_take_the_others_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pdf.run_module

    def crash_on_bad(module: str, payload: bytes, *, seconds: float) -> Any:
        if "\\u574f" in payload.decode("ascii"):
            return pdf.Ended(-11, b"", "")
        return whole(module, payload, seconds=seconds)

    monkeypatch.setattr(pdf, "run_module", crash_on_bad)
    documents = [Document(name, HTML % name) for name in ("好", "坏", "行")]
    assert bind(documents, {"flat": tmp_path / "全组.pdf"}) == [
        Outcome("好", 1),
        Outcome("坏", 0, "坏 没有印成 PDF：排版中途出错。HTML 已经写好，可以用浏览器打开打印。"),
        Outcome("行", 1),
    ]
    assert words(tmp_path / "全组.pdf") == [["好"], ["行"]]
    assert [one.name for one in tmp_path.iterdir()] == ["全组.pdf"]


def test_a_name_without_a_glyph_does_not_keep_the_others_from_being_printed(tmp_path: Path) -> None:
    documents = [Document(str(n), HTML % word) for n, word in enumerate("好\ue123行")]
    assert [one.pages for one in bind(documents, {"flat": tmp_path / "x.pdf"})] == [1, 0, 1]
    assert words(tmp_path / "x.pdf") == [["好"], ["行"]]


def test_documents_bound_together_keep_their_own_page_numbers_and_share_fonts(
    tmp_path: Path,
) -> None:
    foot = '<style>@page{@bottom-center{font-family:jiuye-song;content:counter(page) "/" counter(pages)}}</style>'
    two = (HTML % "<p>甲</p><p style='break-before:page'>乙</p>").replace(
        "</head>", foot + "</head>"
    )
    bind([Document("一", two), Document("二", two)], {"flat": tmp_path / "x.pdf"})
    assert words(tmp_path / "x.pdf") == [["甲", "1/2"], ["乙", "2/2"]] * 2
    document = PdfReader(tmp_path / "x.pdf")
    assert [item.title for item in document.outline] == ["一", "二"]  # type: ignore[union-attr]
    fonts = {str(font.idnum) for page in document.pages for font in _font_references(page)}
    assert len(fonts) == 1


def _font_references(page: Any) -> list[Any]:
    return [
        font.indirect_reference
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    ]


def words(path: Path) -> list[list[str]]:
    return [page.extract_text().split() for page in PdfReader(path).pages]


def test_without_the_engine_the_browser_is_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    assert not can_make_pdf()
    with pytest.raises(RefusedError, match=r"^这台电脑上做不了 PDF。请双击打开 HTML"):
        write_pdf(HTML % "好", tmp_path / "x.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_paper_is_its_owners_alone(tmp_path: Path) -> None:
    write_html(HTML % "好", tmp_path / "日期" / "x.html")
    write_pdf(HTML % "好", tmp_path / "日期" / "x.pdf")
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "日期").iterdir()}
    assert (modes, stat.S_IMODE((tmp_path / "日期").stat().st_mode)) == ({0o600}, 0o700)


def test_the_contents_give_the_page_on_which_each_policy_stands(tmp_path: Path) -> None:
    path = tmp_path / "汇编.pdf"
    write_pdf(policy_book_page(policy_book(12), FOLDERS), path)
    document = PdfReader(path)
    texts = [page.extract_text().replace(" ", "") for page in document.pages]
    contents = "".join(texts[1].split())
    for item in document.outline:
        page = document.get_destination_page_number(item)  # type: ignore[arg-type]
        title = "".join(str(item.title).split())  # type: ignore[union-attr]
        assert page is not None
        assert title in "".join(texts[page].split())
        assert re.search(f"{re.escape(title)}(（[^）]*）)?·*{page + 1}", contents)
    assert len(document.outline) == 13


def test_a_file_torn_off_by_a_full_disk_is_not_taken_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine itself reports nothing: it writes as far as there is room."""
    from jiuye_cli.render.paper import pdf
    from jiuye_cli.render.paper.child import Ended

    def torn(documents: object, files: dict[str, Path]) -> Ended:
        files["flat"].write_bytes(b"%PDF-1.7\n1 0 obj")
        return Ended(0, b"[1]", "")

    path = tmp_path / "页.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(pdf, "_run", torn)
    with pytest.raises(RefusedError, match="写到一半停了，多半是磁盘满了"):
        pdf.write_pdf("<p>甲</p>", path)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("页.pdf", b"old")]
