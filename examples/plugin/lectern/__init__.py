"""A rule and a format for speechgen: words in brackets, and cue cards."""
