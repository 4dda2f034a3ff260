"""The classes of a dataset → a JSON Schema, with which editors complete and check a data file."""

import json
from collections.abc import Mapping
from typing import Any, Final

from indicators.model.dataset import Dataset
from indicators.model.entries import ALL, INHERITED, Defaults, Document, Group
from indicators.model.kinds import KINDS, VOCABULARY


def render(dataset: Dataset | None = None) -> str:
    """The schema as JSON text; without a dataset as it stands in ``data/indicators.schema.json``.

    With one, the ids of its vocabulary are listed with their names wherever one is expected, so that an editor offers
    them. Other ids are still allowed: a new entry can be written before the schema is made again.
    """
    schema = Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = "Reported Indicators"
    definitions: dict[str, Any] = schema["$defs"]
    # A figure takes what it leaves out from its article's defaults.
    figure = definitions["Figure"]
    figure["required"] = [key for key in figure["required"] if key not in INHERITED]
    if dataset is not None:
        _offer_ids(definitions, dataset)
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


_SECTION_OF: Final = {kind.model: kind.section for kind in VOCABULARY}


def _offer_ids(definitions: Mapping[str, Any], dataset: Dataset) -> None:
    """List the ids of a dataset under each key that refers to an entry of its vocabulary."""
    figure = next(kind for kind in KINDS if kind.name == "figure")
    referring = {Defaults.__name__: figure.references} | {kind.model.__name__: kind.references for kind in KINDS}
    for name, references in referring.items():
        keys: dict[str, Any] = definitions[name]["properties"]
        for key, referred in references.items():
            if key in keys and referred in _SECTION_OF:
                names = {entry.id: entry.name for entry in getattr(dataset, _SECTION_OF[referred]).values()}
                offered = {id_: f"{words.zh} · {words.en}" for id_, words in names.items()}
                if referred is Group and key == "group":
                    offered = {ALL: "全部 · all", **offered}
                keys[key] = _with_ids(keys[key], offered)


def _with_ids(key: Mapping[str, Any], offered: Mapping[str, str]) -> dict[str, Any]:
    """The schema of a key that holds an id, or None, with the ids that can be offered for it."""
    allowed = key.get("anyOf") or [{name: key[name] for name in ("type", "pattern", "maxLength") if name in key}]
    about = {name: value for name, value in key.items() if name not in {"anyOf", "type", "pattern", "maxLength"}}
    ids = {"enum": list(offered), "enumDescriptions": list(offered.values())}
    return {**about, "anyOf": [ids, *allowed]}
