"""What reading a text costs: texts made to take long, articles, drafts that are checked, and large datasets.

Prints tables in Markdown with what was measured beside its limit. Times are seconds of processor.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from generate import document
from measure import machine

from indicators import settings
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.desk import desk
from indicators.curate.desk.answering import answers
from indicators.curate.desk.cards import vocabulary_json
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests import wire
from indicators.curate.drafting import LONGEST, Reader
from indicators.curate.drafts import counts
from indicators.loading import loader, process_limits

SHIPPED: Final = Path(__file__).parents[1] / "data" / "indicators.yaml"
DATASETS: Final = (5_000, 100_000)
ARTICLE: Final = (
    "某市上半年投资加快\n\n2024年上半年，第3区实现货物吞吐量1262余万吨，同比增长4.1%。其中，工业货物吞吐量631.1万吨，"
    "铁路货物吞吐量141.99万吨，增长4.1%。第3区引进人才1304人，同比增长2.6%，完成年度计划的30.9%。\n"
)
"""A made-up article."""
SOURCE: Final = {"published": "2024-07-20", "publisher": "daily", "url": "http://paper.example.com/x"}
BAIT: Final[Mapping[str, str]] = {
    "Chinese without numbers": "中", "digits": "1", "亿": "亿", "per cent": "%", "rates": "1%",
    "English rates": "5 percent, ", "brackets": "(",
    "quotes": "“”", "dates": "2022年3月5日", "tabs": "\t", "a table": "五莲县\t12.5\t8.1\n", "bars": "|1|2|\n",
    "separators": "、", "增长": "增长", "places": "山东省日照市五莲县", "spaces in a number": f"1{' ' * 199}",
    "full width": "１２．５％，", "English": "the growth of ", "one number a line": "1\n",
    "numbers in words": "百分之五",
    "amounts": "5亿元，", "figures": "2022年上半年，五莲县固定资产投资12.5亿元，同比增长8.1%。", "articles": ARTICLE,
}  # fmt: skip
"""What a text of the greatest length repeats."""
FEW: Final = 0.1
"""Seconds for a text in which no number is read."""


def spent(work: Callable[[str], Any], text: str, times: int) -> float:
    """The seconds of processor that work on a text takes: the least of several times."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        work(text)
        seconds.append(time.process_time() - start)
    return min(seconds)


def print_bait(reader: Reader) -> None:
    """The table of texts of 200,000 characters."""
    print("| 200,000 characters of | seconds | limit | numbers | read | ms a number read |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, part in BAIT.items():
        text = (part * (LONGEST // len(part) + 1))[:LONGEST]
        articles = reader.read(text)
        seconds = spent(reader.read, text, 2)
        total = counts(articles)[0]
        read = total - sum(other.why == "too-many" for article in articles for other in article.not_figures)
        each = f"{1000 * seconds / read:.2f}" if read else ""
        limit = f"{wire.SECONDS:.0f}" if read else f"{FEW}"
        print(f"| {name} | {seconds:.2f} | {limit} | {total:,} | {read:,} | {each} |")


def print_short(checker: ClaimChecker) -> None:
    """The table of an article and of a draft of 1,000 characters."""
    thousand = (ARTICLE * 10)[:1000]
    print("\n| shipped data | ms | limit |\n|---|---:|---:|")
    rows: list[tuple[str, Callable[[str], Any], str, int]] = [
        ("an article", checker.reader.read, ARTICLE, 20),
        ("claims", checker.check, thousand, 50),
    ]
    full = (ARTICLE * (LONGEST // len(ARTICLE) + 1))[:LONGEST]
    rows += [("claims", checker.check, full[:length], 5_000) for length in (LONGEST // 2, LONGEST)]
    for name, work, text, limit in rows:
        milliseconds = 1000 * spent(work, text, 9 if limit < 1000 else 1)
        print(f"| {name}, {len(text):,} characters | {milliseconds:,.1f} | {limit:,} |")


def own_megabytes() -> float:
    """The memory that this process does not share with the one that began it."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty")) / 1024


def asked(held: Desk, route: str, content: Mapping[str, Any]) -> tuple[dict[str, Any], float, float]:
    """The answer of a process of its own to a request, its seconds on the clock, and its own megabytes."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        try:
            process_limits.limit(memory=wire.MEMORY, seconds=120, files=False)
            start = time.perf_counter()
            reply = answers.answer(held, route, json.dumps(content).encode(), own=True, lang="zh")
            told = [reply.content, time.perf_counter() - start, own_megabytes()]
            with os.fdopen(writing, "wb") as stream:
                stream.write(json.dumps(told).encode("utf-8", "surrogatepass"))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        received = stream.read()
    os.waitpid(process, 0)
    return tuple(json.loads(received)) if received else ({}, float("nan"), float("nan"))


def command_seconds(command: str, data: Path) -> float:
    """The seconds of processor that ``indicators draft`` or ``claim`` takes for the article, its processes included."""
    text = data.with_name("article.txt")
    text.write_text(ARTICLE, encoding="utf-8")
    environment = {**os.environ, settings.CACHE: str(data.with_name("cache"))}
    arguments = [command, str(text), "--data", str(data), "--published", "2024-07-20"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "indicators", *arguments], env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_dataset(figures: int) -> None:
    """The rows of a generated dataset: its load, and each request about a short article."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data.yaml")
        path.write_text(document(figures), encoding="utf-8")
        start = time.perf_counter()
        held = desk.load(path)
        if held is None:
            sys.exit("the generated data has errors")
        held.warm()
        vocabulary_json.vocabulary(held)
        print(f"| {figures:,} | the process begins | {time.perf_counter() - start:.1f} | 120 | | |")
        text = {"text": ARTICLE, "unread": 0, "lang": "zh"}
        review, *cost = asked(held, "read", {**text, "source": SOURCE})
        rows = {"read": cost}
        figure = next(item for item in review["items"] if item["kind"] == "figure")
        _, *rows["add"] = asked(held, "add", {**text, "source": SOURCE, "start": figure["start"], "end": figure["end"]})
        decision = {"item": figure["id"], "state": "accepted", "fields": {}, "reason": ""}
        check = {**text, "source": [SOURCE], "decisions": [decision], "metrics": [], "version": review["version"]}
        _, *rows["check"] = asked(held, "check", check)
        _, *rows["claim"] = asked(held, "claim", {**text, "published": "2024-07-20"})
        for route, (seconds, megabytes) in rows.items():
            print(f"| {figures:,} | {route} | {seconds:.2f} | {wire.SECONDS:.0f} | {megabytes:.0f} MB | 512 MB |")
        for command in ("claim", "draft"):
            for name in (command, f"{command} again"):
                print(f"| {figures:,} | `indicators` {name} | {command_seconds(command, path):.2f} | | | |")


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--figures", type=int, nargs="*", default=DATASETS, help="of the generated datasets")
    options = parser.parse_args()
    dataset = loader.load(SHIPPED).dataset
    if dataset is None:
        sys.exit("the shipped data has errors")
    checker = ClaimChecker(dataset)
    print(f"{machine()}\n")
    print_bait(checker.reader)
    print_short(checker)
    print("\n| figures | request | seconds | limit | memory of its own | limit |\n|---:|---|---:|---:|---:|---:|")
    for figures in options.figures:
        print_dataset(figures)


if __name__ == "__main__":
    main()
