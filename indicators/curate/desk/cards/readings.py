"""Two ways in which a number can be read, where the checks or the numbers beside it show that there are two."""

from collections.abc import Sequence
from typing import Any

from indicators.curate.desk.figures import links_between
from indicators.curate.desk.figures.links_between import Keyed
from indicators.curate.drafts import DraftFigure
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.quantities import Quantity, to_text
from indicators.values.text import Lang
from indicators.values.units import compact
from indicators.words.curate import review as words

ReadingJson = dict[str, Any]
_BEYOND = "超额"


def of_completion(figures: Sequence[Keyed], index: int, lang: Lang) -> list[ReadingJson] | None:
    """超额314% as so much above the plan, and as so much of it, beside a plan of the same text; the better first."""
    figure = figures[index].figure
    completion = figure.completion
    if completion is None or not completion.words.startswith(_BEYOND) or figure.quantity is None:
        return None
    plain = completion.words.removeprefix(_BEYOND)
    for other in links_between.near(figures, index):
        if links_between.is_plan_of(other.figure, figure) and other.figure.quantity is not None:
            several = [
                _completion(figure.quantity, other, completion.words, above=plain, lang=lang),
                _completion(figure.quantity, other, plain, above="", lang=lang),
            ]
            several = [reading for reading in several if reading]
            return sorted(several, key=lambda reading: reading["bad"]) if len(several) > 1 else None
    return None


def _completion(amount: Quantity, plan: Keyed, printed: str, *, above: str, lang: Lang) -> ReadingJson:
    rate, target = links_between.rate_of(printed), plan.figure.quantity
    if rate is None or target is None or not rate.value:
        return {}
    fits = links_between.fits_completion(target, amount, printed)
    percent = f"{(rate.value * 100).normalize():f}%"
    sentence = words.DIVIDED.of(lang).format(
        amount=to_text(amount, lang),
        rate=percent,
        plan=compact(amount.value / rate.value, amount.unit, lang),
        verdict=(words.AGREES if fits else words.DISAGREES).of(lang).format(target=plan.figure.text),
    )
    first = words.ABOVE_PLAN.of(lang).format(printed=above) if above else words.AS_COMPLETION.of(lang)
    return {
        "label": words.COMPLETION_OF.of(lang).format(rate=percent),
        "sentence": f"{first}{' ' * (lang == 'en')}{sentence}",
        "bad": not fits,
        "sets": {"completion": printed, "plan": plan.key},
    }


def of_metric(
    better: DraftFigure, other: DraftFigure, against: Sequence[str], dataset: Dataset, lang: Lang
) -> list[ReadingJson]:
    """Two metrics, of which the checks have something to say against the second."""
    names = Names(dataset, lang)

    def reading(figure: DraftFigure, sentence: str, *, bad: bool) -> ReadingJson:
        period = {"period": figure.period.text} if figure.period else {}
        sets = {"metric": figure.metric, **period}
        return {"label": names.metric(figure.metric), "sentence": sentence, "bad": bad, "sets": sets}

    fine = words.OTHER_METRIC.of(lang)
    return [reading(better, fine, bad=False), reading(other, " ".join(against), bad=True)]
