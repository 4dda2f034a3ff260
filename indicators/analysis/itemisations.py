"""Dataset → the ways in which a whole is split into disjoint parts, and what these leave of it.

All that adds parts, takes them off a whole or calls one a share of it asks here. The parts of an itemisation differ
from the whole in one thing: its metric, region, sector, group or period. They are of its nature, dimension and time;
what was corrected is replaced by what stands, a number that several articles print counts once, what lies in another
part is left out, and reports that contradict each other are not added up. Groups that may overlap are not of one
itemisation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.analysis import agreement, formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Refusal
from indicators.analysis.splits import Split, disjoint, split_of
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.values.intervals import total


@dataclass(frozen=True, slots=True)
class Itemisation:
    """Disjoint parts of a whole, in the order of the file, of which each has an amount.

    ``rest`` is what they leave: None where that is nothing, or a Refusal where it cannot be known. ``name`` tells this
    way of splitting the whole from others; empty where it is the only one.
    """

    whole: Figure
    name: str
    split: Split
    parts: tuple[Figure, ...]
    rest: Derived | Refusal | None


class Itemisations:
    """The itemisations of the figures of a dataset, worked out when they are asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._standing = agreement.standing(dataset)
        self._corrected = agreement.superseded(dataset)

    def replaced(self) -> Iterator[tuple[str, str]]:
        """The ids of the figures for which another stands, each with that of the other."""
        return ((key, figure.id) for key, figure in self._standing.items() if figure is not None and figure.id != key)

    def standing(self, key: str) -> Figure | None:
        """The figure whose amount stands for that of a figure: the correction of what was corrected, the most exact of
        several reports; None where reports that nobody has corrected contradict each other.
        """
        return self._standing[key] if key in self._standing else self._dataset.figures[key]

    def stands(self, figure: Figure) -> bool:
        """True where no other figure stands for this one, and none contradicts it."""
        return figure.id not in self._standing or self._standing[figure.id] is figure

    @cached_property
    def _reports(self) -> dict[str, list[str]]:
        """Id of each figure that stands for others → the ids of these, and its own."""
        reports: dict[str, list[str]] = {}
        for key, figure in self._standing.items():
            if figure is not None:
                reports.setdefault(figure.id, []).append(key)
        return reports

    @cached_property
    def wholes(self) -> frozenset[str]:
        """Ids of the figures that stand, with an amount or without, and that others are parts of."""
        stand = {key: figure.id if figure else None for key, figure in self._standing.items()}
        return frozenset(key for whole in self._dataset.parts if (key := stand.get(whole, whole)) is not None)

    def parts_named(self, key: str) -> int:
        """How many figures name this whole, or a report that it stands for, whether they can be added up or not."""
        return sum(len(self._dataset.parts.get(report, ())) for report in self._reports.get(key, (key,)))

    def of(self, whole: Figure) -> tuple[Itemisation, ...]:
        """The ways in which a whole that stands is split: complete ones first, then those with most parts."""
        if whole.text is None or not self.stands(whole) or not self._adds(whole):
            return ()
        groups, in_doubt = self._groups(whole)
        ways = {split: self._disjoint(parts) for split, parts in groups.items()}
        sums = {split: total(part.text.interval for part in parts if part.text) for split, parts in ways.items()}
        filling = {split for split in ways if split not in in_doubt and sums[split].meets(whole.text.interval)}
        complete = any(self._dataset.figures[key].complete_parts for key in self._reports.get(whole.id, (whole.id,)))
        itemisations: list[Itemisation] = []
        for split, parts in ways.items():
            if sums[split].low > whole.text.high and whole.text.low >= 0:
                continue  # they overlap in a way that nobody has told
            rest: Derived | Refusal | None = None
            name = _name(split) if len(ways) > 1 else ""
            if not (complete and (split in filling or not filling)):
                rest = in_doubt.get(split) or formulas.rest(whole, parts, name=name)
            itemisations.append(Itemisation(whole, name, split, tuple(parts), rest))
        return tuple(sorted(itemisations, key=lambda one: (one.split not in filling, -len(one.parts))))

    def whole(self, part: Figure) -> Figure | None:
        """The whole, as it stands, of which a figure that stands is an additive part; None where there is none."""
        whole = self._whole_of(part)
        if whole is None or not self.stands(part) or not self._adds(whole) or self._split(part, whole) is None:
            return None
        return whole

    def _whole_of(self, part: Figure) -> Figure | None:
        """The whole that a figure names, or else the reports that it stands for; None where it is in doubt."""
        reports = (self._dataset.figures[key] for key in self._reports.get(part.id, ()))
        named = part.part_of or next((report.part_of for report in reports if report.part_of), None)
        return None if named is None else self.standing(named)

    # --- the parts ---------------------------------------------------------------------------------------------------

    def _groups(self, whole: Figure) -> tuple[dict[Split, list[Figure]], dict[Split, Refusal]]:
        """The parts by how they are split, each once; and the splits of which not all parts can be added up, with why.

        A split all of whose parts are in doubt is in the second mapping only.
        """
        groups: dict[Split, dict[str, Figure]] = {}
        in_doubt: dict[Split, Refusal] = {}
        for part in self._listed(whole):
            split = self._split(part, whole)
            if split is None:
                continue
            stands = self.standing(part.id)
            if stands is None:
                in_doubt.setdefault(split, Refusal("conflict", (part.id,)))
            elif part.id in self._corrected and stands.part_of is not None and self._whole_of(stands) is not whole:
                continue  # its correction says that it is a part of something else
            elif stands.text is None:
                in_doubt.setdefault(split, Refusal("missing", (stands.id,)))
            elif self._split(stands, whole) == split:
                groups.setdefault(split, {})[stands.id] = stands
        return {split: list(parts.values()) for split, parts in groups.items()}, in_doubt

    def _listed(self, whole: Figure) -> Iterator[Figure]:
        """The figures that name a report of the whole as theirs."""
        for key in self._reports.get(whole.id, (whole.id,)):
            yield from self._dataset.parts.get(key, ())

    def _split(self, part: Figure, whole: Figure) -> Split | None:
        """How a part differs from its whole; None where it is of another kind, or of another time in another place."""
        if part.nature != whole.nature or not self._adds(part) or not _alike(part, whole):
            return None
        subject_of, flow = self._dataset.subject, self._is_flow(whole)
        return split_of(subject_of(part), subject_of(whole), self._dataset.family, flow=flow)

    def _is_flow(self, figure: Figure) -> bool:
        return self._dataset.metrics[figure.metric].kind == "flow"

    def _adds(self, figure: Figure) -> bool:
        """True where amounts of its metric are of something that can be split."""
        metric = self._dataset.metrics[figure.metric]
        return metric.additive and metric.kind != "rate"

    def _disjoint(self, parts: Sequence[Figure]) -> list[Figure]:
        """The parts of one split without those that lie in another of them."""
        subjects = {self._dataset.subject(part): part for part in parts}
        flows = all(map(self._is_flow, parts))
        return [subjects[subject] for subject in disjoint(subjects, self._dataset.holders, in_time=flows)]


def _alike(part: Figure, whole: Figure) -> bool:
    """True where both measure the same, as far as both print an amount."""
    return part.text is None or whole.text is None or part.text.is_like(whole.text)


def _name(split: Split) -> str:
    return ":".join((*split.of, split.by))
