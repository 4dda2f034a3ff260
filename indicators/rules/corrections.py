"""What must hold between a correction and what it corrects."""

from collections.abc import Iterator

from indicators.model.subjects import Subject
from indicators.rules.figure_index import FigureIndex
from indicators.values.problems import Problem


def corrections_are_of_the_same(index: FigureIndex) -> Iterator[Problem]:
    """A figure supersedes one of its own subject, or an expectation of what it reports."""
    for report, old in index.corrections:
        subject = index.subject(old.figure)
        if subject.nature == "expected":
            subject = subject._replace(nature=report.figure.nature)
        pairs = zip(Subject._fields, index.subject(report.figure), subject, strict=True)
        keys = [key for key, new, before in pairs if new != before]
        if keys:
            yield report.error("supersedes-other-key", "supersedes", other=old.figure.id, keys=", ".join(keys))


def corrections_come_later(index: FigureIndex) -> Iterator[Problem]:
    """No article corrects one that was published after it."""
    for report, old in index.corrections:
        published, before = report.article.entry.published, old.article.entry.published
        if published.end < before.start:
            dates = {"published": published.text, "other_published": before.text}
            yield report.error("supersedes-earlier", "supersedes", other=old.figure.id, **dates)
