"""INDICATORS_URL: every link that leaves the dashboard begins with it, and what is no address is named at once."""

import json
import zlib

import pytest
from streamlit.testing.v1 import AppTest

from indicators import settings
from tests import ROOT

PUBLIC = "https://data.example.org/rizhao"


def visit(**query: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    return at


def test_images_citations_and_embeds_have_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.URL, PUBLIC)
    at = visit(page="explore", metric="gdp", lang="en")
    at.session_state["share"] = True  # what a click on the button does
    at.run()
    boxes = [element.value for element in at.code]
    assert all(f"{PUBLIC}/?" in box for box in boxes)
    assert sum("<iframe" in box for box in boxes) == 1
    charts = [element.proto for element in at.get("bidi_component") if element.proto.component_name.endswith(".chart")]
    links = [json.loads(zlib.decompress(proto.bytes[1:]))["about"]["link"] for proto in charts]
    assert links
    assert all(link.startswith(f"{PUBLIC}/?") for link in links)


def test_what_is_no_address_is_named_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.URL, "data.example.org")
    at = visit().run()
    sentences = [error.value.replace("\\", "") for error in at.error]
    assert all(f"{settings.URL} " in sentence and "data.example.org" in sentence for sentence in sentences)
    assert ["应是本站的公开网址" in sentences[0], "must be the public address" in sentences[1]] == [True, True]
    assert not at.get("bidi_component")
