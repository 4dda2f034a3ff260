"""The dataset classes → the JSON Schema with which an editor completes and checks a file while one types."""

import json
from typing import Any

from indicators.model.entries import INHERITED, Document


def render() -> str:
    """The schema as JSON text, the same for the same classes; ``data/indicators.schema.json`` holds it."""
    schema = Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = "Reported Indicators"
    definitions: dict[str, Any] = schema["$defs"]
    # What a figure leaves out it takes from its article's defaults.
    figure = definitions["Figure"]
    figure["required"] = [key for key in figure["required"] if key not in INHERITED]
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
