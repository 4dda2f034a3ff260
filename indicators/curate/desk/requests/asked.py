"""The body of a request → what it asks for: each part of it of its type, and no longer than a person could make it."""

import json
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from indicators.curate.desk.requests.offsets import without_lone_surrogates
from indicators.curate.drafting import LONGEST
from indicators.model.subjects import Nature, Tree
from indicators.model.vocabulary import MetricKind
from indicators.values.text import Lang

MOST_DECISIONS: Final = 4_000
MOST_ARTICLES: Final = 500
MOST_METRICS: Final = 60
DecisionState = Literal["accepted", "left-out", "no-figure", "open"]
RequestModel = TypeVar("RequestModel", bound=BaseModel)


class NotUnderstoodError(ValueError):
    """The body of a request is not of the form that the page sends."""


class TooLongError(Exception):
    """The text of a request is longer than what is read at once."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, hide_input_in_errors=True)


ShortAsked = Annotated[str, Field(max_length=120)]
KeyAsked = Annotated[str, Field(max_length=80)]
WordsAsked = Annotated[str, Field(max_length=400)]
AddressAsked = Annotated[str, Field(max_length=2_000)]
PlaceAsked = Annotated[int, Field(ge=0, le=2 * LONGEST)]


class PublisherAsked(_Part):
    """A publisher that is to be added, as far as a person has filled it in."""

    name: ShortAsked = ""
    kind: KeyAsked = ""


class SourceAsked(_Part):
    """What a person says of where an article was printed; ``new`` is who published it if ``publisher`` is ``+``."""

    published: ShortAsked = ""
    publisher: ShortAsked = ""
    new: PublisherAsked | None = None
    url: AddressAsked = ""
    headline: WordsAsked = ""


def _listed(value: object) -> object:
    return [value] if isinstance(value, dict) else value


SourcesAsked = Annotated[list[SourceAsked], Field(max_length=MOST_ARTICLES), BeforeValidator(_listed)]


class MetricAsked(_Part):
    """A metric that is to be added, as far as a person has filled it in."""

    id: KeyAsked = ""
    theme: KeyAsked = ""
    zh: ShortAsked = ""
    en: ShortAsked = ""
    unit: KeyAsked = ""
    kind: MetricKind = "flow"
    additive: bool = True
    better: Literal["more", "less", "neither"] = "neither"


class EntryAsked(_Part):
    """A region, a sector or a group that is to be added, as far as a person has filled it in."""

    zh: ShortAsked = ""
    en: ShortAsked = ""
    level: KeyAsked = ""
    part_of: KeyAsked = ""


class DecisionAsked(_Part):
    """What a person has decided of a number; ``new`` is its metric where that is ``+``, and so are ``new_entries``."""

    item: Annotated[str, Field(max_length=40)] | Annotated[list[PlaceAsked], Field(min_length=2, max_length=2)]
    state: DecisionState = "open"
    fields: Annotated[dict[KeyAsked, WordsAsked | None], Field(max_length=30)] = {}
    reason: WordsAsked = ""
    new: MetricAsked | None = None
    new_entries: dict[Tree, EntryAsked] = {}

    @property
    def key(self) -> str:
        """The number that it is about: START-END, in UTF-16 units."""
        return self.item.removeprefix("+") if isinstance(self.item, str) else "-".join(map(str, self.item))


class ReadAsked(_Part):
    """The text of a page, and what is known of its source."""

    text: Annotated[str, BeforeValidator(lambda text: without_lone_surrogates(text) if isinstance(text, str) else text)]
    unread: Annotated[int, Field(ge=0, le=10**9)] = 0
    lang: Lang = "zh"
    source: SourcesAsked = []

    def model_post_init(self, _context: Any) -> None:
        """Refuse what is longer than what the page sends."""
        if len(self.text) > LONGEST:
            raise TooLongError


class ClaimAsked(ReadAsked):
    """A draft, and when it is to be printed."""

    published: ShortAsked = ""


class SpanAsked(ReadAsked):
    """A part of the text that a person has marked."""

    start: PlaceAsked
    end: PlaceAsked


class CheckAsked(ReadAsked):
    """The text, and all that has been decided of its numbers."""

    decisions: Annotated[list[DecisionAsked], Field(max_length=MOST_DECISIONS)] = []
    metrics: Annotated[list[MetricAsked], Field(max_length=MOST_METRICS)] = []
    version: KeyAsked = ""
    seen: Any = None


class TakeBackAsked(_Part):
    """What was written last, and the version of the files before that."""

    lang: Lang = "zh"
    version: KeyAsked
    yaml: Annotated[str, Field(max_length=5 * LONGEST)]
    metrics: Annotated[str, Field(max_length=LONGEST)] = ""
    publishers: Annotated[str, Field(max_length=LONGEST)] = ""
    regions: Annotated[str, Field(max_length=LONGEST)] = ""
    sectors: Annotated[str, Field(max_length=LONGEST)] = ""
    groups: Annotated[str, Field(max_length=LONGEST)] = ""


NATURES_ASKED: Final[Sequence[Nature]] = ("actual", "target", "expected")


def _no_constant(name: str) -> None:
    raise ValueError(name)


def parse(body: bytes, model: type[RequestModel]) -> RequestModel:
    """A request of this form. Raises NotUnderstoodError and TooLongError."""
    try:
        return model.model_validate(json.loads(body.decode("utf-8"), parse_constant=_no_constant))
    except (ValidationError, ValueError, RecursionError) as error:
        if isinstance(error, TooLongError):
            raise
        raise NotUnderstoodError from None
