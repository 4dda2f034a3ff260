"""Markup: texts are escaped wherever they stand, and nothing ends a script."""

import re
from typing import Any

import pytest
from markupsafe import Markup

from indicators.export.markup import dumped, empty_tag, filled, joined, json_script, script, tag, with_breaks

NASTY = '<b>&"'
ESCAPED = "&lt;b&gt;&amp;&#34;"


def test_markup_is_escaped_unless_it_is_markup() -> None:
    assert tag(
        "p", "<b>", Markup("<i></i>"), [Markup("<br>"), None], title='"', class_="x", data_a=1, hidden=True, lang=None
    ) == ('<p title="&#34;" class="x" data-a="1" hidden>&lt;b&gt;<i></i><br></p>')


@pytest.mark.parametrize(
    "element",
    [
        tag("p", NASTY),
        tag("p", [[NASTY]]),
        tag("p", title=NASTY),
        tag("p", title=Markup('<b>&"')),
        empty_tag("link", href=NASTY),
        joined(NASTY, [Markup("<i></i>"), Markup("<i></i>")]),
        joined(", ", [Markup("<i></i>"), NASTY]),
        filled("<p>{{part}}</p>", {"part": NASTY}),
        filled("<p>{{part}}</p>", {"part": [Markup("<i></i>"), NASTY]}),
    ],
)
def test_a_text_is_escaped_wherever_it_stands(element: Markup) -> None:
    assert ESCAPED in element
    assert NASTY not in element


def test_a_part_of_a_template_is_no_template() -> None:
    assert filled("{{a}}{{b}}", {"a": "{{b}}", "b": "c"}) == "{{b}}c"
    with pytest.raises(KeyError):
        filled("{{none}}", {})


@pytest.mark.parametrize("element", [script("a</script>b"), json_script("a</script>b")])
def test_nothing_ends_a_script(element: Markup) -> None:
    assert element.count("</script>") == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), "null"),
        (float("inf"), "null"),
        (3.0, "3"),
        (0.5, "0.5"),
        ("<&>\u2028", '"\\u003c\\u0026\\u003e\\u2028"'),
    ],
)
def test_json_that_may_stand_in_a_script(value: Any, text: str) -> None:
    assert dumped([value]) == f"[{text}]"


LONG = "W" + "o" * 40


@pytest.mark.parametrize(
    ("page", "broken"),
    [
        (tag("p", LONG), f'<p><span class="long-word">{LONG}</span></p>'),
        (tag("p", f"a {LONG}, b"), f'<p>a <span class="long-word">{LONG},</span> b</p>'),
        (tag("p", f"{LONG}&<"), f'<p><span class="long-word">{LONG}&amp;&lt;</span></p>'),
        *((element, element) for element in (tag("p", "日" * 60), tag("p", "short words " * 9), tag("title", LONG))),
        *(
            (element, element)
            for element in (tag("option", LONG), script(f"x = 1 > 0 {LONG}"), json_script({"a": LONG}))
        ),
        *((element, element) for element in (tag("p", title=LONG), tag("a", "x", href=f"?find={LONG}"))),
    ],
)
def test_long_words_can_be_broken_on_a_page(page: Markup, broken: str) -> None:
    assert with_breaks(page) == broken
    assert re.sub(r'<span class="long-word">|</span>', "", with_breaks(page)) == page
