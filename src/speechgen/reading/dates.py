"""Days and months as people write them."""

from __future__ import annotations

import re
import unicodedata

from speechgen.model import Day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?",
        r"(?P<year>[0-9]{4}) ?年 ?(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?[日号])?",
        r"(?P<year>[0-9]{4})\.(?P<month>[0-9]{1,2})\.(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})\.(?P<month>0[1-9]|1[0-2]|[2-9])(?P<day>)",
        r"(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?:(?P<day>[0-9]{{1,2}}) )?{_MONTH_NAME},? (?P<year>[0-9]{{4}})",
        rf"{_MONTH_NAME} (?P<day>[0-9]{{1,2}}), (?P<year>[0-9]{{4}})",
    )
)


def read_day(text: str) -> Day | None:
    """A day or a month in a form with one meaning, such as 2023年9月5日, 2023/9/5, 2023.9.5 or 5 September 2023.

    None for anything else, such as 9/5, which has no year, and 2023.1, which spreadsheets make of 2023.10. Raises
    ValueError, with a message for the user, if the form is right but the date does not exist.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return Day.parse(f"{found['year']}-{number:02}" + (f"-{int(found['day']):02}" if found["day"] else ""))
