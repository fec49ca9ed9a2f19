"""A date as a file gives it -> ISO 8601."""

import re
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
    for form in (_iso, _seconds, _mail, _written):
        try:
            if found := form(text):
                return found
        except (ValueError, OverflowError, OSError, TypeError, IndexError):
            # What the library makes of odd digits, and of years beyond its own, differs from form to
            # form; to us none of it is a date.
            continue
    return None


def _iso(text: str) -> str:
    found = datetime.fromisoformat(text)
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return text
    # It also takes 20160403 and 2016-W13-7, which not every reader of our tables does.
    return found.isoformat() if len(text) > len("2016-W13-7") else found.date().isoformat()


def _seconds(text: str) -> str | None:
    """Seconds or thousandths since 1970."""
    if not re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?", text):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()


def _mail(text: str) -> str:
    return parsedate_to_datetime(text).isoformat()


def _written(text: str) -> str | None:
    return next((found for form in _FORMS if (found := _by_form(text, form))), None)


def _by_form(text: str, form: str) -> str | None:
    try:
        found = datetime.strptime(text, form)
    except ValueError:
        return None
    return found.isoformat() if "%H" in form else found.date().isoformat()
