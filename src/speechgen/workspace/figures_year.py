"""The year that a unit's figures are of."""

from __future__ import annotations

from speechgen.model import Day, Figure, Record

_LAST_MONTH = 2  # a meeting until February sums up the year before


def with_figures_year(values: Record) -> Record:
    """`values` with `dates.figures_year`: if not given, the year of the meeting, or the year before until February."""
    dates = values.get("dates")
    meeting = dates.get("meeting") if isinstance(dates, Record) else None
    if not isinstance(dates, Record) or not isinstance(meeting, Day) or "figures_year" in dates:
        return values
    year = Figure(meeting.year - (meeting.month <= _LAST_MONTH), meeting._origin)
    return Record({**values, "dates": Record({**dates, "figures_year": year}, dates._origin)}, values._origin)
