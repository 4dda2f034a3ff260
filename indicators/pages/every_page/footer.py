"""The foot of every page: what an empty place means, the licence, and how much there is."""

from markupsafe import Markup

from indicators.export.markup import Child, joined, tag
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.pages import masthead as words


def of(names: Names, *more: Child, figures: int | None = None) -> Markup:
    """The foot, with links that stand below; ``figures`` is how many there are.

    A page that is a file does not say that: with each new figure, all files would change.
    """
    dataset = names.dataset
    facts = [names.of(words.COMPILATION).format(license=dataset.about.license)]
    if figures is not None:
        facts += [names.count(terms.FIGURES, figures), names.count(terms.ARTICLES, len(dataset.articles))]
    return tag(
        "footer",
        tag("p", names.of(words.EVERY_NUMBER)),
        tag("p", names.of(terms.JOIN).join(facts)),
        tag("p", joined(names.of(terms.JOIN), more), class_="links") if more else None,
        class_="page foot",
    )
