"""What all classes of a data file have in common."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from indicators.model.scalars import Completion, LocalName, LocalNote, Phrase, ShortText, Slug


def means(zh: str, en: str) -> Any:
    """What a key means, in both languages, for the JSON Schema."""
    return Field(description=f"{en}\n\n{zh}")


class Entry(BaseModel):
    """Part of a data file: unknown keys are refused, and nothing is changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


class Identified(Entry):
    """An entry that others can refer to by its id, which is unique among the entries of its kind."""

    id: Slug
    former: Annotated[
        tuple[Slug, ...],
        means("从前的标识；用它的链接仍然有效", "Ids that it had before, with which links go on working"),
    ] = ()


class Named(Identified):
    """An entry of the vocabulary that articles call by several names."""

    also: Annotated[
        tuple[ShortText, ...],
        means("文章里的其他叫法；起草时据此认出", "What articles call it, too: by these a draft knows it"),
    ] = ()


def present_ids(entries: Iterable[Identified]) -> dict[str, str]:
    """Each former id of the entries → the id that its entry has now."""
    return {former: entry.id for entry in entries for former in entry.former}


class Acceptance(Entry):
    """A finding of the rules that the curator has checked and accepts, with the reason."""

    code: Annotated[ShortText, means("校核的代号", "Code of the finding")]
    reason: Annotated[LocalNote, means("为什么照原样保留", "Why the entry stays as it is")]


class SecondPlan(Entry):
    """Another plan that the same number is measured against: that of the province beside the city's own."""

    name: Annotated[LocalName, means("是谁的、什么计划，如省下达任务", "Whose plan it is: set by the province")]
    completion: Annotated[Completion, means("完成此计划的比例，照原文写", "Share of that plan, as printed")]
    quote: Annotated[
        Phrase | None,
        means("含有此比例的最短原文，quote 里没有时写", "The shortest phrase that holds it"),
    ] = None
