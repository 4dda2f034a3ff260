"""``indicators publish pages``: a dataset → one commit on a branch of git that a web server shows."""

import argparse
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

from indicators.cli import publishing, shared, site_builder
from indicators.cli.shared import NotRunError
from indicators.loading.loader import Loaded
from indicators.model.dataset import Dataset
from indicators.publish.branch import Branch, BranchError, NewCommit, TreeEntry
from indicators.site import manifest
from indicators.site.manifest import Manifest
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.cli import publish as words

_BRANCH: Final = "gh-pages"
_REMOTE: Final = "origin"
_NO_JEKYLL: Final = ".nojekyll"
"""Without it GitHub would make pages of the pages."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    publishing.add_data_options(parser, lang)
    parser.add_argument("--branch", default=_BRANCH, help=words.BRANCH.of(lang).format(default=_BRANCH))
    parser.add_argument("--remote", default=_REMOTE, help=words.REMOTE.of(lang).format(default=_REMOTE))
    parser.add_argument("--push", action="store_true", help=words.PUSH.of(lang))
    site_builder.add_base_option(parser, lang)
    site_builder.add_cards_option(parser, lang, drawn=False)
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Commit the site to the branch of the repository that holds the data, and push it if that is asked for.

    Raises NotRunError for a bad address and where git cannot do it, and what ``publishing.ready_dataset`` and
    ``publishing.refuse_faulty`` raise.
    """
    lang: Lang = options.lang
    base = shared.base_address(options.base, lang)
    data = shared.existing(options.data, lang)
    folder = data if data.is_dir() else data.absolute().parent
    try:
        branch = Branch(folder, options.branch, options.remote)
        if options.push:
            branch.fetch()
        commit = _commit(branch, options, base)
        _report(commit, lang)
        if options.push:
            print(words.PUSHED.of(lang).format(remote=options.remote, said=" ".join(branch.push().split())))
        else:
            print(words.WOULD_PUSH.of(lang).format(remote=options.remote, branch=options.branch))
    except BranchError as error:
        facts = {"branch": options.branch, "detail": error.detail, "path": folder}
        raise NotRunError(words.BRANCH_OBSTACLES[error.obstacle].of(lang).format_map(facts)) from error
    return shared.FINE


def _commit(branch: Branch, options: argparse.Namespace, base: str) -> NewCommit:
    lang: Lang = options.lang
    files = branch.files(branch.tip())
    known = manifest.parse(branch.content(files[manifest.PATH])) if manifest.PATH in files else Manifest()
    if "index.html" in files and "index.html" not in known.files:
        raise BranchError("foreign")
    dataset, loaded = publishing.ready_dataset(options, published=len(known.figures or ()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with shared.writing(folder, lang):
            branch.restore({path: entry for path, entry in files.items() if path in known.files}, folder)
        started = perf_counter()
        result = site_builder.build_site(dataset, loaded, folder, options, base)
        print(site_builder.summary(result, options.branch, perf_counter() - started, lang))
        publishing.refuse_faulty(folder, lang)
        (folder / _NO_JEKYLL).touch()
        paths = sorted({*manifest.read(folder).files, _NO_JEKYLL})
        others: dict[str, TreeEntry] = {path: entry for path, entry in files.items() if path not in known.files}
        return branch.commit(folder, paths, others, _message(dataset, loaded, lang))


def _message(dataset: Dataset, loaded: Loaded, lang: Lang) -> str:
    figures = terms.FIGURES.of(lang, len(dataset.figures))
    articles = terms.ARTICLES.of(lang, len(dataset.articles))
    return words.MESSAGE.of(lang).format(figures=figures, articles=articles, digest=loaded.digest[:12])


def _report(commit: NewCommit, lang: Lang) -> None:
    facts = {**commit._asdict(), "now": commit.now[:12]}
    sentence = words.SAME_COMMIT if commit.now == commit.before else words.COMMIT
    print(sentence.of(lang).format_map(facts))
