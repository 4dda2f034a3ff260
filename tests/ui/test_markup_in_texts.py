"""Texts of a file that would be more than text on a page."""

import json
import re
from pathlib import Path

from markupsafe import escape

from indicators.values.text import Lang, escape_markdown
from tests import builders
from tests.ui.visits import EACH_LANG, charts, fine, html, texts, visit

BAIT = ":red[x] $5bn to $7bn **b** [l](//e.example) `c` <b>"
"""What a quote may hold: an exclamation mark would make it a sentence."""
PAYLOAD = ":red[x] :material/delete: :smile: $5bn to $7bn **b** [l](//e.example) ![i](//127.0.0.1/x) `c` <b>"


def loaded_with(payload: str) -> str:
    """builders.GOOD with the payload in every text that a curator writes freely."""
    quoted = json.dumps(payload)
    text = builders.worded(payload)
    note = f"        note: {{zh: {quoted}, en: {quoted}}}\n"
    quote = json.dumps(f"{BAIT} 56.92亿元")
    return builders.changed(
        ("license: CC-BY-4.0", f"license: {quoted}"),
        ("        quote: 收入56.92亿元\n", f"        quote: {quote}\n{note}"),
        text=text,
    )


@EACH_LANG
def test_markup_in_every_text_stays_text(tmp_path: Path, lang: Lang) -> None:
    """faults.md B01: what Streamlit reads as Markdown has every sign of it escaped."""
    assert not re.search(r"(?<!\\)[$*\[<`!:]", escape_markdown(PAYLOAD))
    path = builders.write(tmp_path, loaded_with(PAYLOAD))
    shown = 0
    for query in (
        {"page": "overview"},
        {"page": "explore"},
        {"page": "sources"},
        {"page": "compare"},
        {"page": "time"},
        {"figure": "city-revenue"},
    ):
        at = fine(visit(path, lang=lang, **query))
        written = texts(at)
        assert not at.error
        on_card = "figure" in query or query == {"page": "explore"}  # which has the one figure on a card
        assert on_card == (str(escape(BAIT)) in html(at))
        shown += sum(text.count(escape_markdown(PAYLOAD)) for text in written)
        labels = [widget.label for kind in (at.multiselect, at.selectbox) for widget in kind]
        labels += [link.proto.label for link in at.get("link_button")]
        for text in [*written, *labels]:
            bare = text.replace(escape_markdown(PAYLOAD), "").replace(escape_markdown(BAIT), "")
            assert not re.search(r"(?<!\\)(\$|<|`|!\[|\]\(|:red|:smile:|:material/delete)", bare), text
        assert PAYLOAD not in html(at)
        shown += html(at).count(str(escape(PAYLOAD)))
        for chart in charts(at):
            words = [note["text"] for note in chart["layout"].get("annotations", ())]
            assert not [word for word in words if re.search(r"<(?!/?b>|br>)", word)]
    assert shown > 20


def test_the_payload_is_in_every_text() -> None:
    """Else the test above would prove little."""
    text = loaded_with(PAYLOAD)
    assert text.count(json.dumps(PAYLOAD)[:-1]) >= 20
    assert not re.search(r"name: \{zh: [^\"]", text)
