"""A folder with a vocabulary and articles, whose figures all say one number."""

from pathlib import Path

from tests.builders import write
from tests.loading.stores import with_firms

NAMES = ("a.yaml", "b.yaml", "c.yaml")


def a_folder(folder: Path, number: int, count: int = 3) -> Path:
    """A folder with a vocabulary and two files of articles, all of whose figures say the same number."""
    folder.mkdir(exist_ok=True)
    text = with_firms(count, number)
    head, _, articles = text.partition("articles:")
    write(folder, f"{head}# {number}\n", NAMES[0])
    write(folder, f"articles:{articles}", NAMES[1])
    more = articles.replace("id: first", "id: second").replace("{id: f", "{id: g")
    write(folder, f"articles:{more}", NAMES[2])
    return folder
