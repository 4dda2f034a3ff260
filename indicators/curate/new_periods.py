"""A number whose metric is open → its period: whether it was counted over a time or at its end, its own words say."""

from indicators.curate.catalogue import english_verbs, nouns
from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.natures import is_carried_out
from indicators.curate.recognition.text.times import TimeExpression
from indicators.model.subjects import Nature
from indicators.values.periods import Period
from indicators.values.quantities import Quantity
from indicators.values.unit_table import COUNTED


def when_new(
    dates: DatedText, candidate: Candidate, own: str, quantity: Quantity | None, nature: Nature
) -> tuple[Period | None, TimeExpression | None]:
    """The period of a number whose metric is open: what it is, its own words say. Without a quantity it is a rate."""
    is_count = quantity is not None and quantity.unit.dimension in COUNTED
    if own.isascii():  # an English count is of what there is, or of what was done
        unit = quantity.unit if quantity else None
        kind = "stock" if english_verbs.is_size(unit, own) else "" if is_count else "flow"
        kind = "rate" if unit and unit.dimension == "ratio" else kind
        return dates.periods(candidate, [kind], nature)[kind]
    kind = nouns.kind_of(nouns.before(own), own, is_rate=quantity is None)
    period, time = dates.periods(candidate, [kind], nature)[kind]
    is_moment = time is not None and time.use == "moment" and not _is_of_another(dates, candidate, time)
    is_now = time is not None and dates.text[time.start : time.end] == "目前" and not is_carried_out(own)
    if time and time.period and is_moment and (is_now or (is_count and not nouns.is_new(own))):
        period = time.period.moment()  # 截至2021年底,孵化器118家; 目前,全县种植药材2万亩
    return period, time


def _is_of_another(dates: DatedText, candidate: Candidate, time: TimeExpression) -> bool:
    """True of the end of a year in a sentence before, which says when something else was counted: 年末失业率2%."""
    is_alone = dates.text[time.start : time.end] in {"年末", "年底"}
    return is_alone and time.start < min(candidate.sentence, dates.sentence(candidate.number.start))
