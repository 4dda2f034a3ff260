"""The list of all figures on the site: each once, the newest first, with links that lead to files that are there."""

import html5lib
import pytest

from indicators.site.pages import figures
from indicators.site.volume import Volume, volumes
from tests.worlds import world


@pytest.mark.parametrize("volume", volumes(world(7).known), ids=lambda volume: volume.lang)
def test_each_figure_is_listed_once_the_newest_first(volume: Volume) -> None:
    dataset = volume.names.dataset
    pages = [html5lib.parse(page.body, namespaceHTMLElements=False) for page in figures.pages(volume)]
    links = [a.attrib["href"] for page in pages for a in page.findall(".//table[@class='figure-rows']//td/a")]
    keys = [address.removeprefix("figure/").removesuffix(".html") for address in links]
    assert sorted(keys) == sorted(dataset.figures)
    ends = [dataset.figures[key].period.end for key in keys]
    assert ends == sorted(ends, reverse=True)


def test_places_are_linked_with_their_number_of_figures() -> None:
    known = world(7).known
    (volume, _) = volumes(known)
    (first, *_) = figures.pages(volume)
    (nav,) = html5lib.parse(first.body, namespaceHTMLElements=False).findall(".//nav[@class='by']")
    words = "".join(nav.itertext())
    counts = known.every["region"].value_counts()
    linked = [f"{volume.short_name('region', str(key))} {count}" in words for key, count in counts.items()]
    assert linked == [count > 0 for count in counts]
