"""The installed program → its software bill of materials, as CycloneDX 1.6 in JSON (ECMA-424)."""

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from indicators.export import plotlyjs
from indicators.publish.program import NAME

_EXTRA: Final = "export"
_NAMESPACE: Final = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of addresses (RFC 9562)
_PLOTLY: Final = "plotly.js-basic-dist-min"
_FONTS: Final = ("Source Sans (Latin letters)", "Source Serif (Latin letters)")


def bill() -> str:
    """The bill: this program, what it holds from elsewhere, and every installed library that it needs, directly or not.

    Equal installations have equal bills. Libraries of the extra ``export`` are listed where they are installed.
    """
    installed = _installed()
    root = installed[NAME]
    parts = [_component(library) for name, library in sorted(installed.items()) if name != NAME]
    needs = [{"ref": _reference(library), "dependsOn": _needed(library, installed)} for library in installed.values()]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**_component(root), "type": "application"}},
        "components": [*_vendored(), *parts],
        "dependencies": sorted(needs, key=lambda need: str(need["ref"])),
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(document, sort_keys=True))
    return json.dumps({"serialNumber": serial.urn, **document}, indent=2, ensure_ascii=False)


def _installed() -> Mapping[str, Distribution]:
    """The distributions that the program needs, by their names in one spelling."""
    known = {NAME: distribution(NAME)}
    left = [NAME]
    while left:
        for name in _required(known[left.pop()]):
            if name not in known:
                try:
                    known[name] = distribution(name)
                except PackageNotFoundError:  # of an extra that is not installed
                    continue
                left.append(name)
    return known


def _required(library: Distribution) -> Iterator[str]:
    extras = (_EXTRA, "") if library.metadata["Name"] == NAME else ("",)
    for line in library.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            yield canonicalize_name(requirement.name)


def _needed(library: Distribution, installed: Mapping[str, Distribution]) -> list[str]:
    return sorted({_reference(installed[name]) for name in _required(library) if name in installed})


def _reference(library: Distribution) -> str:
    return f"pkg:pypi/{canonicalize_name(library.metadata['Name'])}@{library.version}"


def _component(library: Distribution) -> dict[str, Any]:
    reference = _reference(library)
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": library.metadata["Name"],
        "version": library.version,
        "purl": reference,
    }
    licence = _first(library, "License-Expression")
    if licence:
        component["licenses"] = [{"expression": licence}]
    elif names := _licence_names(library):
        component["licenses"] = [{"license": {"name": name}} for name in names]
    return component


def _licence_names(library: Distribution) -> list[str]:
    """The licences that classifiers name, or the first line of what stands in the metadata."""
    classified = [
        line.rpartition(" :: ")[2]
        for line in library.metadata.get_all("Classifier") or ()
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    text = _first(library, "License").strip()
    return classified or [line for line in re.split(r"\n", text)[:1] if line and len(line) < 100]


def _first(library: Distribution, key: str) -> str:
    return next(iter(library.metadata.get_all(key) or ()), "")


def _vendored() -> Iterator[Mapping[str, Any]]:
    """What lies in this program and comes from elsewhere."""
    version = re.findall(r"\bv(\d+\.\d+\.\d+)", plotlyjs.source()[:300])[0]
    package = f"pkg:npm/{_PLOTLY}@{version}"
    licence = {"licenses": [{"license": {"id": "MIT"}}]}
    yield {"type": "library", "bom-ref": package, "name": _PLOTLY, "version": version, "purl": package, **licence}
    for name in _FONTS:
        yield {"type": "file", "bom-ref": name, "name": name, "licenses": [{"license": {"id": "OFL-1.1"}}]}
