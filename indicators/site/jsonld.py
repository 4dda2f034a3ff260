"""The dataset, an article or a figure → JSON-LD in terms of schema.org, for search engines.

Every figure is a Claim of its article. Only what is a result is an Observation; what is expected or aimed at is a
PropertyValue that says so (schema.org/Observation, schema.org/PropertyValue).
"""

from collections.abc import Mapping
from typing import Any, Final

from indicators.export import csvw, formats
from indicators.model.articles import Article, Figure
from indicators.model.vocabulary import ALL
from indicators.phrasing.figures import main_number
from indicators.site import downloads
from indicators.site.volume import Volume
from indicators.values.text import LANGS, TAGS, LocalText
from indicators.words import terms
from indicators.words.phrasing import evidence as words

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
        "license": csvw.license_address(about.license) or about.license,
        "inLanguage": [TAGS[lang] for lang in LANGS],
        "variableMeasured": [names.of(names.dataset.metrics[key].name) for key in volume.entries("metric")][:100],
        "spatialCoverage": [_region(key, volume) for key in volume.entries("region")][:100],
        "distribution": [
            _download(path, formats.FORMATS[name].mime, volume) for name, path in downloads.paths(volume).items()
        ],
    }
    if len(every):
        facts["temporalCoverage"] = f"{every['start'].min():%Y-%m-%d}/{every['end'].max():%Y-%m-%d}"
    if volume.newest_articles:
        facts["dateModified"] = volume.newest_articles[0].published.end.isoformat()
    if volume.digest:
        facts["version"] = volume.edition.version
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
        "inLanguage": TAGS[printed.language],
        "datePublished": printed.published.text,
        "publisher": _organisation(printed.publisher, volume),
    }
    if printed.headline is not None and (headline := printed.printed_headline):
        facts["headline"] = headline
        if volume.lang != printed.language and printed.headline_language(volume.lang) == volume.lang:
            facts["alternativeHeadline"] = printed.headline.of(volume.lang)
    if printed.issuer is not None:
        facts["sourceOrganization"] = _organisation(printed.issuer, volume)
    if printed.url is not None:
        facts["url"] = printed.url
    return facts


def _organisation(key: str, volume: Volume) -> dict[str, Any]:
    publisher = volume.names.dataset.publishers[key]
    return {"@type": "Organization", "name": volume.of(publisher.name)}


def claim(figure: Figure, printed: Article, title: str, volume: Volume) -> dict[str, Any]:
    """The Claim that an article made, and the number that it is about."""
    facts: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Claim",
        "name": title,
        "text": figure.quote,
        "appearance": article(printed, volume),
        "about": _observation(figure, volume) if figure.nature == "actual" else _intention(figure, volume),
        "spatialCoverage": _region(figure.region, volume),
        "temporalCoverage": f"{figure.period.start.isoformat()}/{figure.period.end.isoformat()}",
    }
    if volume.base:
        facts["url"] = volume.address(f"figure/{figure.id}.html")
    return facts


def _observation(figure: Figure, volume: Volume) -> dict[str, Any]:
    """What was measured, where, on which day a period of which length ended, and the number."""
    observation: dict[str, Any] = {
        "@type": "Observation",
        "variableMeasured": {"@type": "StatisticalVariable", "name": _measured(figure, volume)},
        "observationAbout": _region(figure.region, volume),
        "observationDate": figure.period.end.isoformat(),
        "description": main_number(figure, volume.names),
        **_number(figure, volume),
    }
    if figure.text is None or volume.names.dataset.metrics[figure.metric].kind != "stock":
        observation["observationPeriod"] = figure.period.length.removeprefix("YTD-")
    return observation


def _intention(figure: Figure, volume: Volume) -> dict[str, Any]:
    """A target or an expectation: the number, and in words what it is."""
    return {
        "@type": "PropertyValue",
        "name": volume.names.of_nature(_measured(figure, volume), figure.nature),
        "description": main_number(figure, volume.names),
        "measurementTechnique": volume.names.nature(figure.nature),
        **_number(figure, volume),
    }


def _measured(figure: Figure, volume: Volume) -> str:
    """What the number counts: the metric, its group and sector, and which of its numbers it is."""
    names = volume.names
    measured = [names.of(names.dataset.metrics[figure.metric].name)]
    if figure.group != ALL:
        measured.append(names.of(names.dataset.groups[figure.group].name))
    if figure.sector != ALL:
        measured.append(names.of(names.dataset.sectors[figure.sector].name))
    if figure.text is None:
        measured.append(names.of(next(label for key, label in _LABELS.items() if getattr(figure, key) is not None)))
    return names.of(terms.JOIN).join(measured)


_LABELS: Final[Mapping[str, LocalText]] = {
    "growth": words.GROWTH_LABEL,
    "change": words.CHANGE_LABEL,
    "points": words.CHANGE_LABEL,
    "completion": words.COMPLETION_LABEL,
    "share": words.SHARE_LABEL,
}
"""The numbers of a figure beside its amount, and what each is of."""


def _number(figure: Figure, volume: Volume) -> dict[str, Any]:
    """The number in its base unit, as in all exports, with its interval but for an open end."""
    number = figure.text or next(filter(None, (getattr(figure, key) for key in _LABELS)), None)
    if number is None:
        return {}
    facts = {
        "value": float(number.value),
        "unitText": volume.names.dataset.base_unit(number.unit).name.of(volume.lang),
    }
    if number.low != number.high:
        ends = {"minValue": number.low, "maxValue": number.high}
        facts |= {key: float(end) for key, end in ends.items() if end.is_finite()}
    return facts
