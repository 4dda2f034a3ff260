"""Entries of CSL-JSON: each fits the schema that readers of it share."""

import json

import pytest
from jsonschema import Draft7Validator

from indicators.export.citations import cite_article, cite_figure, cite_view
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from tests.export.test_citations import DAY, EACH_LANG, KEY, LINK, WEB

TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "required": ["date-parts"],
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer", "minimum": 1}},
        }
    },
}
CSL = Draft7Validator({
    "type": "array",
    "minItems": 1,
    "maxItems": 1,
    "items": {
        "type": "object",
        "required": ["type", "id", "title"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-newspaper", "webpage", "dataset"]},
            "author": {
                "type": "array",
                "items": {"type": "object", "required": ["literal"], "properties": {"literal": TEXT}},
            },
            **dict.fromkeys(("id", "title", "container-title", "URL", "version", "language", "note"), TEXT),
            **dict.fromkeys(("issued", "accessed"), DATE),
        },
    },
})  # fmt: skip
"""What is used here of csl-data.json, the schema of CSL 1.0.2, and no more than that allows."""


@EACH_LANG
def test_csl_of_everything(shipped: Dataset, lang: Lang) -> None:
    names = Names(shipped, lang)
    CSL.validate(json.loads(cite_view("", names, LINK, DAY, version="1")["csl"]))
    for figure in shipped.figures:
        CSL.validate(json.loads(cite_figure(figure, names, LINK, DAY)["csl"]))
    for article in shipped.articles:
        CSL.validate(json.loads(cite_article(article, names)["csl"]))


@pytest.mark.parametrize(
    ("article", "kind", "who"),
    [
        (KEY, "article-newspaper", {"container-title": "大众日报"}),
        (WEB, "webpage", {"container-title": "齐鲁网"}),
        ("rzbulletin-2021-03", "webpage", {"author": [{"literal": "日照市统计局、国家统计局日照调查队"}]}),
        ("rzfiscal-2024-09-11", "webpage", {"author": [{"literal": "有你好心（自媒体）"}]}),
    ],
)
def test_types_of_csl(shipped: Dataset, article: str, kind: str, who: dict[str, object]) -> None:
    (item,) = json.loads(cite_article(article, Names(shipped, "zh"))["csl"])
    assert item["type"] == kind
    assert {name: item[name] for name in ("container-title", "author") if name in item} == who
