"""A date as a file gives it -> ISO 8601."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# Written-out forms; forms such as 3/4/2016 mean two days and are left unknown.
_FORMS = (
    "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y",
    "%Y-%m-%d %H:%M:%S%z", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y%m%dT%H%M%SZ",
)  # fmt: skip


def iso_date(given: str) -> str | None:
    """ISO 8601 of a date or time, as exact as given; None if it is not understood."""
    text = given.strip()
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return _other(text)
    # fromisoformat also takes 20160403, which not every reader of our tables does.
    return text if "-" in text[:5] else datetime.fromisoformat(text).isoformat()


def _other(text: str) -> str | None:
    if text.isdigit() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return next((found for form in _FORMS if (found := _by_form(text, form))), None)


def _by_form(text: str, form: str) -> str | None:
    try:
        found = datetime.strptime(text, form)
    except ValueError:
        return None
    return found.isoformat() if "%H" in form else found.date().isoformat()
