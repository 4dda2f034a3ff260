"""Days → the days some months or a year away, and the last days of months."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English whatever the locale is; ``calendar.month_name`` follows it."""

Stretch = tuple[date, date]
"""A first and a last day, both included."""


def today() -> date:
    """The day in UTC; elsewhere it can be the one before or after."""
    return datetime.now(UTC).date()


def add_months(day: date, months: int) -> date:
    """The day so many months later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year_before(day: date) -> date:
    """The same day a year earlier, 28 February for a 29th."""
    return add_months(day, -12)


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def whole_months(stretch: Stretch) -> int:
    """How many months a stretch that begins on any day is long, or 0 if it is not made of whole ones."""
    start, end = stretch
    months = (end.year - start.year) * 12 + end.month - start.month
    lengths = (months, months + 1)
    return next((number for number in lengths if number and _last_day(start, number) == end), 0)


def _last_day(start: date, months: int) -> date:
    return add_months(start, months) - timedelta(days=1)
