"""The overview, the first page of a volume: what stands out, and the pipelines of projects below it."""

from indicators.charts import catalogue
from indicators.export.markup import markup
from indicators.pages.context import PageContext
from indicators.pages.every_page import titles
from indicators.pages.overview import front
from indicators.site import charts, jsonld
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import Page, Volume


def page(volume: Volume) -> tuple[Page, str]:
    """The page, and the content of the file of its charts."""
    names, study = volume.names, volume.study
    pipelines = catalogue.pipelines(study.frame, volume.context, most=catalogue.PIPELINES)
    drawn = {} if pipelines is None else {pipelines.name: pipelines}
    context = PageContext(study, names, SiteAddresses(volume, ""), volume.today)
    about = names.dataset.about
    page = Page(
        path="index.html",
        title=names.of(about.title),
        description=titles.description(study, names),
        body=markup(front.page(context), charts.columns(drawn, volume, "")),
        section="overview",
        linked_data=jsonld.dataset(volume),
        charts="index.charts.js" if drawn else "",
    )
    return page, charts.script(drawn, volume, page.path)
