"""One figure of each theme as a line: number, change, what it was before, period, outlet and age."""

from datetime import date
from typing import Final

from markupsafe import Markup

from indicators.analysis.findings import ranking
from indicators.export.markup import Child, link, tag
from indicators.frames import panels
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import changed, signed
from indicators.view import View
from indicators.words.pages import overview as words

OLD: Final = 4
"""Years from which on a figure is set in the second ink."""


def figures(context: PageContext) -> list[Figure]:
    """One figure a theme, by news value."""
    study = context.study
    if study.frame.empty:
        return []
    dataset = context.names.dataset
    chosen = [dataset.figures[key] for key in panels.headlines(study.frame)["figure"].tolist()]
    newest = max((figure.period.end for figure in chosen), default=date.min)
    outermost = study.frame["region"].value_counts().idxmax()

    def value(figure: Figure) -> float:
        everything = figure.region == outermost and figure.sector == ALL and figure.group == ALL
        moves = figure.growth is not None or figure.completion is not None
        return ranking.figure_value(figure.period.end, newest, of_everything=everything, moves=moves)

    return sorted(chosen, key=lambda figure: (-value(figure), figure.id))


def section(context: PageContext) -> Markup | None:
    """The ledger under its heading; None where no figure has an amount."""
    rows = figures(context)
    if not rows:
        return None
    names = context.names
    more = names.of(words.ALL_FIGURES).format(count=f"{len(context.study.every):,}")
    head = tag("div", (tag("span", names.of(label), class_=key) for key, label in words.COLUMNS.items()), class_="head")
    return tag(
        "section",
        parts.section(names.of(words.THEMES), more=parts.more(context.addresses.view(View(page="figures")), more)),
        tag("div", head, (_row(figure, context) for figure in rows), class_="ledger"),
    )


def _row(figure: Figure, context: PageContext) -> Markup:
    names = context.names
    article = names.dataset.article_of[figure.id]
    years = age(figure.period.end, context.today)
    change = signed(figure, names) or changed(figure, names)
    falls = next((number.value < 0 for number in (figure.growth, figure.change, figure.points) if number), False)
    cells: dict[str, Child] = {
        "theme": names.theme(names.dataset.metrics[figure.metric].theme),
        "metric": (names.metric(figure.metric), " ", tag("small", names.place(figure.place))),
        "value": _number(figure, context),
        "change": tag("span", change, class_="fall") if falls else change,
        "mini": _mini(figure, context),
        "period": figure.period.short_label(names.lang),
        "outlet": (names.outlet(article.publisher), " ", tag("small", article.published.label(names.lang))),
        "age": names.of(words.AGE).format(years=years) if years else "",
    }
    return link(
        context.addresses.figure(figure.id),
        (tag("span", cell, class_=key) for key, cell in cells.items()),
        class_="old" if years >= OLD else None,
    )


def age(end: date, today: date) -> int:
    """Whole years since a day; 0 of one that is still to come."""
    before = (today.month, today.day) < (end.month, end.day)
    return max(0, today.year - end.year - before)


def _number(figure: Figure, context: PageContext) -> Child:
    """The amount, which stands beside none of its metric."""
    amount = context.amount_units.alone(figure)
    return None if amount is None else parts.amount(amount)


def _mini(figure: Figure, context: PageContext) -> Markup | None:
    """Then and now, or the share of a plan; nothing where there is no number to compare with."""
    if figure.completion is not None:
        done, gone = float(figure.completion.value), float(figure.period.share_of_year())
        width = f"width:{100 * min(done, 1.0):.1f}%"
        return tag(
            "i",
            tag("i", class_="track"),
            tag("i", class_="bar", style=f"top:8px;{width}"),
            tag("i", class_="tick", style=f"left:{100 * gone:.1f}%") if gone < 1 else None,
            class_="bars",
        )
    before = earlier(figure, context)
    if before is None or figure.text is None or figure.text.value <= 0 or before[0] < 0:
        return None
    then, style = before
    now = float(figure.text.value)
    most = max(then, now)
    return tag(
        "i",
        tag("i", class_=f"bar then {style}", style=f"width:{100 * then / most:.1f}%"),
        tag("i", class_="bar now", style=f"width:{100 * now / most:.1f}%"),
        class_="bars",
    )


def earlier(figure: Figure, context: PageContext) -> tuple[float, str] | None:
    """The amount before, and whether it was printed or follows from the growth."""
    study = context.study
    derived = next((each for each in study.worked_out[figure.id] if each.formula in {"base", "before"}), None)
    if derived is not None:
        return float(derived.value), parts.DERIVED
    before = panels.earlier(figure, context.names.dataset, study.frame)
    if before is None or before.text is None or figure.text is None or not before.text.is_like(figure.text):
        return None
    return float(before.text.value), "printed"
