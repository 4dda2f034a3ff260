"""The dataset, its articles and its figures → schema.org terms in JSON-LD, for engines that read pages."""

from typing import Any, Final

from indicators.export import formats
from indicators.model.entries import Article, Figure
from indicators.site import downloads
from indicators.site.volume import CODES, Volume
from indicators.values.quantities import Quantity
from indicators.values.text import LANGS
from indicators.values.units import UNITS
from indicators.words import evidence as words
from indicators.words import terms

VOCABULARY: Final = "https://schema.org/"
CONTEXT: Final = {"@vocab": VOCABULARY}
"""Whole in itself: nobody has to fetch a context to understand it."""


def dataset(volume: Volume) -> dict[str, Any]:
    """The Dataset that the site shows, with where it can be had as a whole."""
    names, every = volume.names, volume.study.every
    about = names.dataset.about
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": names.of(about.title),
        "description": names.of(about.description or about.title),
        "identifier": about.id,
        "license": about.license,
        "inLanguage": [CODES[lang] for lang in LANGS],
        "variableMeasured": [names.of(names.dataset.metrics[key].name) for key in volume.entries("metric")][:100],
        "spatialCoverage": [_region(key, volume) for key in volume.entries("region")][:100],
        "distribution": [
            _download(path, formats.FORMATS[name].mime, volume) for name, path in downloads.paths(volume).items()
        ],
    }
    if len(every):
        found["temporalCoverage"] = f"{every['start'].min():%Y-%m-%d}/{every['end'].max():%Y-%m-%d}"
    if volume.base:
        found["url"] = f"{volume.base}{volume.lang}/index.html"
    return found


def _download(path: str, form: str, volume: Volume) -> dict[str, Any]:
    address = f"{volume.base}{path}" if volume.base else f"../{path}"
    return {"@type": "DataDownload", "encodingFormat": form, "contentUrl": address}


def _region(key: str, volume: Volume) -> dict[str, Any]:
    region = volume.names.dataset.regions[key]
    found: dict[str, Any] = {"@type": "Place", "name": volume.of(region.name)}
    if region.location is not None:
        latitude, longitude = region.location
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found


def article(one: Article, volume: Volume) -> dict[str, Any]:
    """The NewsArticle, with what is known of it and nothing more: its date as exactly, its address if it has one."""
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "inLanguage": CODES["zh"],
        "datePublished": one.published.text,
        "publisher": _organisation(one.publisher, volume),
    }
    if one.headline is not None:
        found["headline"] = one.headline.zh
        if volume.lang == "en":
            found["alternativeHeadline"] = one.headline.en
    if one.issuer is not None:
        found["sourceOrganization"] = _organisation(one.issuer, volume)
    if one.url is not None:
        found["url"] = one.url
    return found


def _organisation(key: str, volume: Volume) -> dict[str, Any]:
    publisher = volume.names.dataset.publishers[key]
    return {"@type": "Organization", "name": volume.of(publisher.name)}


def claim(figure: Figure, printed: Article, title: str, volume: Volume) -> dict[str, Any]:
    """The Claim that an article made, and what was observed according to it."""
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Claim",
        "name": title,
        "text": figure.quote,
        "appearance": article(printed, volume),
        "about": _observation(figure, volume),
    }
    if volume.base:
        found["url"] = f"{volume.base}{volume.lang}/figure/{figure.id}.html"
    return found


def _observation(figure: Figure, volume: Volume) -> dict[str, Any]:
    names = volume.names
    measured = [names.of(names.dataset.metrics[figure.metric].name)]
    if figure.text is None:
        measured.append(names.of(words.GROWTH_LABEL if figure.growth else words.COMPLETION_LABEL))
    found: dict[str, Any] = {
        "@type": "Observation",
        "variableMeasured": names.of(terms.JOIN).join(measured),
        "observationAbout": _region(figure.region, volume),
        "observationDate": figure.period.end.isoformat(),
        "temporalCoverage": f"{figure.period.start.isoformat()}/{figure.period.end.isoformat()}",
    }
    number = figure.text or figure.growth or figure.completion
    if number is not None:
        found["value"] = _value(number)
    return found


def _value(number: Quantity) -> dict[str, Any]:
    """The number in its unit, with its interval; an end that is open is left out."""
    scale = UNITS[number.unit].scale
    found = {"@type": "QuantitativeValue", "value": float(number.value / scale), "unitText": number.unit}
    if number.low != number.high:
        ends = {"minValue": number.low, "maxValue": number.high}
        found |= {key: float(end / scale) for key, end in ends.items() if end.is_finite()}
    return found
