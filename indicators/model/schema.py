"""The classes of a dataset → a JSON Schema, with which editors complete and check a data file."""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from indicators.model.articles import INHERITED, Copy, Defaults
from indicators.model.dataset import Dataset
from indicators.model.document import Document
from indicators.model.kinds import BY_NAME, KINDS
from indicators.model.name_index import NAMED_KINDS, NATURE, REFERRING, NameIndex, of_dataset
from indicators.model.vocabulary import ALL, Group


def render(dataset: Dataset | None = None) -> str:
    """The schema as JSON text; without a dataset as it stands in ``data/indicators.schema.json``.

    With one, the ids of its vocabulary are listed with their names wherever one is expected, and the names with their
    ids, so that an editor offers both. Others are still allowed: a new entry can be written before the schema is made
    again.
    """
    schema = Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = "Reported Indicators"
    definitions: dict[str, Any] = schema["$defs"]
    # A figure takes what it leaves out from its article's defaults.
    figure = definitions["Figure"]
    figure["required"] = [key for key in figure["required"] if key not in INHERITED]
    index = NameIndex() if dataset is None else of_dataset(dataset)
    if dataset is not None:
        _offer(definitions, NAMED_KINDS, index, _names(dataset))
    _offer(definitions, {NATURE}, index, {})
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _names(dataset: Dataset) -> dict[str, str]:
    """Kind and id of each entry → its names in both languages."""
    return {
        f"{kind} {id_}": f"{entry.name.zh} · {entry.name.en}"
        for kind in NAMED_KINDS
        for id_, entry in getattr(dataset, BY_NAME[kind].section).items()
    } | {f"group {ALL}": "全部 · all"}


_CLASSES: Final = {
    **{kind.model.__name__: REFERRING[kind.name] for kind in KINDS},
    Defaults.__name__: REFERRING["figure"],
    Copy.__name__: {"publisher": "publisher"},
}
"""The name of each class of a file → its keys that name an entry of the vocabulary → the kind of that entry."""


def _offer(definitions: Mapping[str, Any], kinds: Collection[str], index: NameIndex, about: Mapping[str, str]) -> None:
    """List the ids and the names of some kinds under each key that refers to an entry of them."""
    for class_name, referring in _CLASSES.items():
        keys: dict[str, Any] = definitions[class_name]["properties"]
        for key, kind in referring.items():
            if kind in kinds and key in keys:
                without_all = class_name == Group.__name__
                ids = {id_: about.get(f"{kind} {id_}", id_) for id_ in index.ids[kind] if not without_all or id_ != ALL}
                names = {name: id_ for name, id_ in index.words(kind).items() if id_ in ids and name not in ids}
                several = keys[key].get("items")
                if several is not None:
                    keys[key] = {**keys[key], "items": _with(several, ids, names)}
                else:
                    keys[key] = _with(keys[key], ids, names)


def _with(key: Mapping[str, Any], ids: Mapping[str, str], names: Mapping[str, str]) -> dict[str, Any]:
    """The schema of a key that holds an id, or None, with the ids that can be offered for it, and the names."""
    allowed = key.get("anyOf") or [{name: key[name] for name in _ALLOWED if name in key}]
    about = {name: value for name, value in key.items() if name not in {"anyOf", *_ALLOWED}}
    offered = [{"enum": list(words), "enumDescriptions": list(words.values())} for words in (ids, names) if words]
    return {**about, "anyOf": [*offered, *(choice for choice in allowed if "enum" not in choice)]}


_ALLOWED: Final = ("type", "pattern", "minLength", "maxLength", "enum")
