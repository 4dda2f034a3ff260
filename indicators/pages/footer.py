"""The foot of every page: what an empty place means, the licence, and how much there is."""

from markupsafe import Markup

from indicators.export.markup import Child, joined, tag
from indicators.phrasing.names import Names
from indicators.words import masthead as words
from indicators.words import terms


def of(figures: int, names: Names, *more: Child) -> Markup:
    """The foot of a dataset with so many figures; ``more`` are links that stand below."""
    dataset = names.dataset
    counts = (
        names.of(words.COMPILATION).format(license=dataset.about.license),
        names.count(terms.FIGURES, figures),
        names.count(terms.ARTICLES, len(dataset.articles)),
    )
    return tag(
        "footer",
        tag("p", names.of(words.EVERY_NUMBER)),
        tag("p", names.of(terms.JOIN).join(counts)),
        tag("p", joined(names.of(terms.JOIN), more), class_="links") if more else None,
        class_="page foot",
    )
