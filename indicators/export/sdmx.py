"""An edition → SDMX: the figures as SDMX-CSV 2.0, their structure and code lists as SDMX-ML 3.0, written by pysdmx.

Values are in the base unit with UNIT_MULT 0, since CL_UNIT_MULT has no 8 for 亿. CL_OBS_STATUS has no code for
a target, so NATURE is a dimension, and none for what was corrected, which SUPERSEDED_BY says; several articles report
one number, so FIGURE is one too, and keys are unique.
There is no FREQ: TIME_PERIOD says how long each period is, as 2022-S1, 2024-01-01/P7M or 2023-01-21/P7D. Names are in
English, which is the one language that pysdmx writes; the Chinese ones are annotations of the type NAME_ZH.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import pandas as pd
from pysdmx.io import write_sdmx
from pysdmx.io.format import Format
from pysdmx.io.pd import PandasDataset
from pysdmx.model import (
    Annotation,
    Code,
    Codelist,
    Component,
    Components,
    Concept,
    ConceptScheme,
    Dataflow,
    DataStructureDefinition,
    DataType,
    Organisation,
    Role,
)
from pysdmx.model.message import Header

from indicators.export.edition import Edition, group_names
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.export import tables as words

AGENCY: Final = "REPORTED_INDICATORS"
_SCHEME: Final = "CS_FIGURES"
_NAME_ZH: Final = "NAME_ZH"

DIMENSIONS: Final = ("METRIC", "REGION", "SECTOR", "GROUP", "NATURE", "FIGURE", "TIME_PERIOD")
MEASURES: Final = ("OBS_VALUE", "LOW", "HIGH", "GROWTH", "CHANGE", "POINTS", "SHARE", "COMPLETION")
ATTRIBUTES: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"), True),
    **dict.fromkeys(("QUALIFIER", "PRINTED", "PRINTED_UNIT", "GIVEN_UNIT", "GROWTH_FROM"), False),
    **dict.fromkeys(("QUOTE", "ARTICLE", "PUBLISHER", "PUBLISHED"), True),
    **dict.fromkeys(("GROWTH_QUOTE", "COMPLETION_QUOTE", "SHARE_QUOTE", "SOURCE_URL"), False),
    **dict.fromkeys(("SUPERSEDES", "SUPERSEDED_BY"), False),
    **dict.fromkeys(("LICENSE", "VERSION"), True),
    "DATED": False,
    "DIGEST": True,
    "KNOWN_ON": False,
    "PROGRAM": True,
}
"""Attribute → True if every figure has it."""
_OF_THE_WHOLE: Final = ("LICENSE", "VERSION", "DATED", "DIGEST", "KNOWN_ON", "PROGRAM")
"""Attributes of the whole message: the columns of ``edition.STAMP`` but the dataset, which is the dataflow."""
_LISTS: Final = {
    **{name: f"CL_{name}" for name in ("METRIC", "REGION", "SECTOR", "GROUP", "NATURE", "QUALIFIER", "PUBLISHER")},
    "UNIT_MEASURE": "CL_UNIT",
    "UNIT_MULT": "CL_UNIT_MULT",
    "OBS_STATUS": "CL_OBS_STATUS",
}


def structure(edition: Edition) -> bytes:
    """The SDMX-ML 3.0 structure message: code lists, concepts, the data structure, and the dataflow of the dataset."""
    lists = _codelists(edition)
    concepts = ConceptScheme(
        id=_SCHEME, name=words.SDMX_STRUCTURE.en, agency=AGENCY, version=edition.program, items=_concepts(edition)
    )
    definition = _definition(edition, lists, concepts)
    header = Header(id=edition.dataset.about.id, prepared=_newest(edition.dataset), sender=Organisation(id=AGENCY))
    everything = [*lists.values(), concepts, definition, _dataflow(edition, definition)]
    return _written(write_sdmx(everything, Format.STRUCTURE_SDMX_ML_3_0, header=header))


def data(edition: Edition) -> bytes:
    """The SDMX-CSV 2.0 data message, one row a figure; texts are as they are, for machines."""
    lists = _codelists(edition)
    concepts = ConceptScheme(id=_SCHEME, agency=AGENCY, version=edition.program, items=_concepts(edition))
    definition = _definition(edition, lists, concepts)
    pairs = [(figure, article) for article, figures in edition.articles for figure in figures]
    corrections = {figure.supersedes: figure.id for figure in edition.dataset.figures.values() if figure.supersedes}
    rows = [_row(figure, article, corrections.get(figure.id), edition) for figure, article in pairs]
    frame = pd.DataFrame(rows, columns=pd.Index([*DIMENSIONS, *MEASURES, *ATTRIBUTES]))
    message = PandasDataset(structure=definition.to_schema(), data=frame)
    return _written(write_sdmx(message, Format.DATA_SDMX_CSV_2_0_0))


def _written(message: str | None) -> bytes:
    if message is None:  # only where pysdmx is given a path
        raise ValueError
    return message.encode()


# --- the figures -----------------------------------------------------------------------------------------------------


def _row(
    figure: Figure, article: Article, corrected_by: str | None, edition: Edition
) -> tuple[str | float | None, ...]:
    """The cells of a figure; ``corrected_by`` is the id of the one that puts it aside."""
    text, stamp = figure.text, edition.stamp_texts
    ends = (None,) * 3 if text is None else (text.value, text.low, text.high)
    rates = (figure.growth, figure.change, figure.points, figure.share, figure.completion)
    return (
        *(figure.metric, *figure.place, figure.nature, figure.id, figure.period.text),
        *(None if end is None or not end.is_finite() else float(end) for end in ends),
        *(None if rate is None else float(rate.value) for rate in rates),
        *(unit_code(edition.dataset.base_unit(edition.dataset.metrics[figure.metric].unit)), "0", "A"),
        *((None,) * 3 if text is None else (text.qualifier, text.printed, text.unit.id)),
        *(figure.unit, None if figure.growth_from is None else figure.growth_from.text),
        *(figure.quote, article.id, article.publisher, article.published.text),
        *(figure.growth_quote, figure.completion_quote, figure.share_quote, article.url),
        *(figure.supersedes, corrected_by),
        *(stamp.get(name.lower()) for name in _OF_THE_WHOLE),
    )


def unit_code(unit: str) -> str:
    """The id of a unit as a code, which cannot hold a slash."""
    return unit.replace("/", "_PER_")


# --- their structure -------------------------------------------------------------------------------------------------


def _codelists(edition: Edition) -> dict[str, Codelist]:
    """Component → its code list."""
    dataset = edition.dataset
    units = {base.id: base.name for base in (dataset.base_unit(metric.unit) for metric in dataset.metrics.values())}
    codes: Mapping[str, Mapping[str, LocalText]] = {
        "METRIC": {entry.id: entry.name for entry in dataset.metrics.values()},
        "REGION": {entry.id: entry.name for entry in dataset.regions.values()},
        "SECTOR": {entry.id: entry.name for entry in dataset.sectors.values()},
        "GROUP": group_names(dataset),
        "PUBLISHER": {entry.id: entry.name for entry in dataset.publishers.values()},
        "NATURE": {str(key): name for key, name in terms.NATURES.items()},
        "QUALIFIER": {str(key): name for key, name in terms.QUALIFIERS.items()},
        "UNIT_MEASURE": {unit_code(unit): name for unit, name in units.items()},
        "UNIT_MULT": {"0": words.SDMX_UNITS},
        "OBS_STATUS": {"A": words.SDMX_STATUS},
    }
    return {name: _codelist(name, several, edition) for name, several in codes.items()}


def _codelist(component: str, codes: Mapping[str, LocalText], edition: Edition) -> Codelist:
    name = words.SDMX_NAMES[component]
    items = [Code(id=key, name=text.en, annotations=_chinese(text)) for key, text in codes.items()]
    listed = _LISTS[component]
    return Codelist(
        id=listed, name=name.en, agency=AGENCY, version=edition.program, items=items, annotations=_chinese(name)
    )


def _chinese(text: LocalText) -> list[Annotation]:
    return [Annotation(type=_NAME_ZH, title=text.zh)]


def _concepts(edition: Edition) -> list[Concept]:
    return [_concept(name, edition) for name in (*DIMENSIONS, *MEASURES, *ATTRIBUTES)]


def _concept(name: str, edition: Edition) -> Concept:
    text, meaning = words.SDMX_NAMES[name], words.SDMX_MEANINGS.get(name)
    return Concept(
        id=name,
        name=text.en,
        description=None if meaning is None else meaning.en,
        annotations=_chinese(text),
        urn=f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:{_SCHEME}({edition.program}).{name}",
    )


def _definition(edition: Edition, lists: Mapping[str, Codelist], concepts: ConceptScheme) -> DataStructureDefinition:
    known = {concept.id: concept for concept in concepts}
    roles = {
        **dict.fromkeys(DIMENSIONS, Role.DIMENSION),
        **dict.fromkeys(MEASURES, Role.MEASURE),
        **dict.fromkeys(ATTRIBUTES, Role.ATTRIBUTE),
    }
    return DataStructureDefinition(
        id="DSD_FIGURES",
        name=words.SDMX_STRUCTURE.en,
        agency=AGENCY,
        version=edition.program,
        annotations=_chinese(words.SDMX_STRUCTURE),
        components=Components([_component(known[name], role, lists.get(name)) for name, role in roles.items()]),
    )


def _component(concept: Concept, role: Role, codes: Codelist | None) -> Component:
    """The component of a column. Attributes of the stamp belong to the whole message, others to each row."""
    plain = DataType.DOUBLE if role == Role.MEASURE else DataType.STRING
    level = "D" if concept.id in _OF_THE_WHOLE else "O"
    return Component(
        id=concept.id,
        required=role == Role.DIMENSION or ATTRIBUTES.get(concept.id, False),
        role=role,
        concept=concept,
        local_codes=codes,
        local_dtype=DataType.PERIOD if concept.id == "TIME_PERIOD" else None if codes else plain,
        attachment_level=level if role == Role.ATTRIBUTE else None,
    )


def _dataflow(edition: Edition, definition: DataStructureDefinition) -> Dataflow:
    about = edition.dataset.about
    return Dataflow(
        id=f"DF_{about.id.upper().replace('-', '_')}",
        name=about.title.en,
        agency=AGENCY,
        version=edition.program,
        structure=definition,
        annotations=_chinese(about.title),
    )


def _newest(dataset: Dataset) -> datetime:
    """The last day on which an article was published: the header then depends on the data, not on the clock."""
    days: Iterable[datetime] = (
        datetime(day.year, day.month, day.day, tzinfo=UTC)
        for day in (article.published.end for article in dataset.articles.values())
    )
    return max(days, default=datetime(2000, 1, 1, tzinfo=UTC))
