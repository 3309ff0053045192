"""The rule `date`: dates that do not exist, or do not fit the day of the meeting."""
