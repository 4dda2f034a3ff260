"""The theme in the messages of Streamlit: what it would say itself, from settings that were read once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from indicators.server import theme_message

NAME = "_populate_theme_msg"
original: Callable[..., None] = app_session._populate_theme_msg
SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar")


@dataclass
class Kept:
    """A server with the theme kept: ``reads`` are the sections that Streamlit has read the settings of."""

    reads: list[str] = field(default_factory=list)
    parsed: list[Callable[[], None]] = field(default_factory=list)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    kept = Kept()

    def read(message: CustomThemeConfig, section: str = "theme") -> None:
        kept.reads.append(section)
        original(message, section)

    monkeypatch.setattr(app_session, NAME, read)
    monkeypatch.setattr(config, "on_config_parsed", lambda forget, **_: kept.parsed.append(forget))
    theme_message.keep()
    theme_message.keep()  # a second application in the process changes nothing
    return kept


def filled(populate: Any) -> CustomThemeConfig:
    """The theme as the message of a run has it."""
    message = CustomThemeConfig()
    populate(message)
    populate(message.light, "theme.light")
    populate(message.dark, "theme.dark")
    populate(message.sidebar, "theme.sidebar")
    return message


def test_each_message_has_the_theme_that_streamlit_would_write(kept: Kept) -> None:
    wanted = filled(original)
    assert wanted.dark.primary_color
    assert not wanted.HasField("sidebar")
    for _ in range(3):
        assert filled(getattr(app_session, NAME)) == wanted
    assert kept.reads == list(SECTIONS)


def test_settings_that_are_read_anew_are_sent(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(getattr(app_session, NAME))
    monkeypatch.setattr(config, "get_options_for_section", lambda section: {"baseRadius": f"of {section}"})
    [forget] = kept.parsed
    forget()
    assert filled(getattr(app_session, NAME)).light.base_radius == "of theme.light"


def test_what_is_sent_does_not_change_what_is_kept(kept: Kept) -> None:
    filled(getattr(app_session, NAME)).light.primary_color = "red"
    assert filled(getattr(app_session, NAME)) == filled(original)
    assert len(kept.reads) == len(SECTIONS)


def test_a_streamlit_that_fills_it_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(app_session, NAME)
    theme_message.keep()
    assert not hasattr(app_session, NAME)
