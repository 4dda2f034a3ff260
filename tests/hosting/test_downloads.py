"""Files that are offered on a page are there for who asks, whoever else reads, and whichever process answers."""

import asyncio
import re
from html import unescape
from typing import Final
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests import loops
from tests.hosting.readers import Reader, reader
from tests.hosting.servers import server

pytestmark = pytest.mark.hosting

READERS: Final = 20
PAGES: Final = (
    ("page=explore&region=lanshan", "-data-table"),
    ("page=figures", "-data-listed"),
    ("page=sources", "-data-all"),
)


async def offered(one: Reader, button: str) -> list[str]:
    """The addresses behind a button of the page."""
    await one.run()
    box = one.widget(button)
    await one.run(WidgetState(id=box, bool_value=True), part=one.parts[box])
    assert one.errors == 0
    return [unescape(address) for address in re.findall(r'href="([^"]*/download/[^"]*)"', "".join(one.html))]


def size(host: str, address: str) -> int:
    with urlopen(urljoin(host, address), timeout=60) as answer:  # noqa: S310  # our own
        assert answer.status == 200
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="rizhao')
        return len(answer.read())


def test_20_readers_get_20_files() -> None:
    """19 of 25 were gone: those that were made when asked lived until two runs of anybody had ended.

    The addresses are asked for when everybody has gone on to other pages; half of them of another process, which has
    shown no page, and of the first again after it has been killed and started.
    """
    with server() as first, server() as second:

        async def read(number: int) -> list[str]:
            query, button = PAGES[number % len(PAGES)]
            async with reader(first.address, query) as one:
                addresses = await offered(one, button)
                for page in ("page=sources", "page=figures"):
                    one.query = page
                    await one.run()
                return addresses

        async def read_together() -> list[list[str]]:
            await read(0)  # what is made once is made
            return await asyncio.gather(*(read(number) for number in range(READERS)))

        lists = loops.run(read_together())
        assert all(len(addresses) > 3 for addresses in lists)
        hosts = [first.address, second.address]
        sizes = [size(hosts[number % 2], addresses[0]) for number, addresses in enumerate(lists)]
        assert min(sizes) > 1_000
        first.kill()
        first.start()
        assert [size(hosts[1 - number % 2], addresses[0]) for number, addresses in enumerate(lists)] == sizes
