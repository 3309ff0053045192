"""The rule `figure`: figures compared with the metrics and with each other, and how they are worded."""
