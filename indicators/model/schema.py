"""The classes of a dataset → a JSON Schema, with which editors complete and check a data file."""

import json
from typing import Any

from indicators.model.entries import INHERITED, Document


def render() -> str:
    """The schema as JSON text, as it stands in ``data/indicators.schema.json``."""
    schema = Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = "Reported Indicators"
    definitions: dict[str, Any] = schema["$defs"]
    # A figure takes what it leaves out from its article's defaults.
    figure = definitions["Figure"]
    figure["required"] = [key for key in figure["required"] if key not in INHERITED]
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
