"""Makes the file of `checks/pair_index.py` from the tables of phrases: `python -m tools.pair_indexes`.

With `--check`, nothing is written, and the exit status is 1 if the file is not as the tables have it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from speechgen.checks.pair_index import (
    FILE,
    content_of,
    content_of_characters,
    content_of_terms,
    content_of_words,
    joined,
)
from speechgen.checks.rules.phrases.entries import set_phrases, wrong_forms
from speechgen.checks.rules.phrases.patterns import lines_by_pair
from speechgen.checks.rules.phrases.sounds import (
    signs_of_sounds,
    sounds_of_set_terms,
    words_alone_in,
    words_by_sound,
)

# The length of each array: a prime, of which about a fifth is used, so that few pairs have the same place.
_WORDS, _SOUNDS, _ALONE = 65_003, 32_003, 16_001


def content() -> bytes:
    """The content of the file."""
    signs = signs_of_sounds()
    sounds = words_by_sound(signs)
    return joined(
        {
            "words": content_of(lines_by_pair(wrong_forms(), set_phrases()), _WORDS),
            "sounds": content_of(sounds, _SOUNDS),
            "alone": content_of_words(words_alone_in(sounds), _ALONE),
            "characters": content_of_characters(signs),
            "terms": content_of_terms(sounds_of_set_terms(signs)),
        }
    )


def main(arguments: list[str]) -> int:
    """Write the file, or compare it with the tables."""
    path = Path(FILE)
    if arguments != ["--check"]:
        path.write_bytes(content())
    elif not path.is_file() or path.read_bytes() != content():
        print(f"{path} is not what the tables have: run python -m tools.pair_indexes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
