"""The dataset, an article or a figure → JSON-LD in terms of schema.org, for search engines."""

from typing import Any, Final

from indicators.export import formats
from indicators.model.entries import Article, Figure
from indicators.site import downloads
from indicators.site.volume import Volume
from indicators.values.quantities import Quantity
from indicators.values.text import LANGS, TAGS
from indicators.values.units import UNITS
from indicators.words import evidence as words
from indicators.words import terms

VOCABULARY: Final = "https://schema.org/"
CONTEXT: Final = {"@vocab": VOCABULARY}
"""It needs no other document, so that nothing is fetched to understand the page."""


def dataset(volume: Volume) -> dict[str, Any]:
    """The Dataset that the site shows, with its downloads."""
    names, every = volume.names, volume.study.every
    about = names.dataset.about
    facts: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": names.of(about.title),
        "description": names.of(about.description or about.title),
        "identifier": about.id,
        "license": about.license,
        "inLanguage": [TAGS[lang] for lang in LANGS],
        "variableMeasured": [names.of(names.dataset.metrics[key].name) for key in volume.entries("metric")][:100],
        "spatialCoverage": [_region(key, volume) for key in volume.entries("region")][:100],
        "distribution": [
            _download(path, formats.FORMATS[name].mime, volume) for name, path in downloads.paths(volume).items()
        ],
    }
    if len(every):
        facts["temporalCoverage"] = f"{every['start'].min():%Y-%m-%d}/{every['end'].max():%Y-%m-%d}"
    if volume.base:
        facts["url"] = volume.address("index.html")
    return facts


def _download(path: str, mime: str, volume: Volume) -> dict[str, Any]:
    address = f"{volume.base}{path}" if volume.base else f"../{path}"
    return {"@type": "DataDownload", "encodingFormat": mime, "contentUrl": address}


def _region(key: str, volume: Volume) -> dict[str, Any]:
    region = volume.names.dataset.regions[key]
    place: dict[str, Any] = {"@type": "Place", "name": volume.of(region.name)}
    if region.location is not None:
        latitude, longitude = region.location
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place


def article(printed: Article, volume: Volume) -> dict[str, Any]:
    """The NewsArticle, with its date as exactly as it is known, and its address if it has one."""
    facts: dict[str, Any] = {
        "@type": "NewsArticle",
        "inLanguage": TAGS["zh"],
        "datePublished": printed.published.text,
        "publisher": _organisation(printed.publisher, volume),
    }
    if printed.headline is not None:
        facts["headline"] = printed.headline.zh
        if volume.lang == "en":
            facts["alternativeHeadline"] = printed.headline.en
    if printed.issuer is not None:
        facts["sourceOrganization"] = _organisation(printed.issuer, volume)
    if printed.url is not None:
        facts["url"] = printed.url
    return facts


def _organisation(key: str, volume: Volume) -> dict[str, Any]:
    publisher = volume.names.dataset.publishers[key]
    return {"@type": "Organization", "name": volume.of(publisher.name)}


def claim(figure: Figure, printed: Article, title: str, volume: Volume) -> dict[str, Any]:
    """The Claim that an article made, and the observation that it reports."""
    facts: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Claim",
        "name": title,
        "text": figure.quote,
        "appearance": article(printed, volume),
        "about": _observation(figure, volume),
    }
    if volume.base:
        facts["url"] = volume.address(f"figure/{figure.id}.html")
    return facts


def _observation(figure: Figure, volume: Volume) -> dict[str, Any]:
    names = volume.names
    measured = [names.of(names.dataset.metrics[figure.metric].name)]
    if figure.text is None:
        measured.append(names.of(words.GROWTH_LABEL if figure.growth else words.COMPLETION_LABEL))
    observation: dict[str, Any] = {
        "@type": "Observation",
        "variableMeasured": names.of(terms.JOIN).join(measured),
        "observationAbout": _region(figure.region, volume),
        "observationDate": figure.period.end.isoformat(),
        "temporalCoverage": f"{figure.period.start.isoformat()}/{figure.period.end.isoformat()}",
    }
    number = figure.text or figure.growth or figure.completion
    if number is not None:
        observation["value"] = _value(number)
    return observation


def _value(number: Quantity) -> dict[str, Any]:
    """The number in its unit, with its interval but for an open end."""
    scale = UNITS[number.unit].scale
    facts = {"@type": "QuantitativeValue", "value": float(number.value / scale), "unitText": number.unit}
    if number.low != number.high:
        ends = {"minValue": number.low, "maxValue": number.high}
        facts |= {key: float(end / scale) for key, end in ends.items() if end.is_finite()}
    return facts
