"""PyYAML's scanner in Python, corrected to YAML 1.2. It reads what libyaml, which is seven times as fast, does not.

Both follow YAML 1.1, and libyaml has no hooks. What people write and YAML 1.2 reads otherwise is corrected here, one
method each; the rest is PyYAML's. The comments name sections of https://yaml.org/spec/1.2.2/. Lines end in LF only.
"""

from __future__ import annotations

import re
from typing import Any

from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import FlowMappingEndToken, FlowMappingStartToken, FlowSequenceEndToken, ScalarToken

from speechgen.model import lazily

_BLANKS = " \t"
_AFTER_INDICATOR = "\0 \t\n"
_FLOW_INDICATORS = ",[]{}"
_ANCHOR = lazily(r"[A-Za-z0-9_.:-]+(?=[\0\s,\[\]{}])")
_COMMENT = lazily(r"#[^\n\0]*")
_WORDS = lazily(r"(?:[ \t]*(?:[^ \t\n\0:#]|:(?![ \t\n\0])|(?<![ \t\n])#))+")
_FLOW_WORDS = lazily(r"(?:[ \t]*(?:[^ \t\n\0:#,\[\]{}]|:(?![ \t\n\0,\[\]{}])|(?<![ \t\n])#))+")
_LINE_ENDS = lazily(r"[ \t]*(?P<ends>\n(?:[ \t]*\n)*)(?P<indent> *)[ \t]*")
_MARKER = lazily(r"\n(?:---|\.\.\.)(?=[ \t\n\0])")
_HEADER = lazily(r"(?P<before>[-+]?)(?P<indent>[1-9]?)(?P<after>[-+]?)(?=[ \t\n\0])")
_SURROGATE = lazily("[\ud800-\udfff]")


class YamlScanner(Reader, Scanner):
    """Splits a text into the tokens of YAML 1.2."""

    def __init__(self, text: str) -> None:
        self._brackets: list[type[Any]] = []  # that are open
        Reader.__init__(self, text)
        Scanner.__init__(self)

    def _ends(self, length: int) -> bool:
        """Whether no plain scalar goes on after `length` characters: the inverse of ns-plain-safe(c)."""
        ends = _AFTER_INDICATOR + _FLOW_INDICATORS if self.flow_level else _AFTER_INDICATOR
        return self.peek(length) in ends

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.buffer, self.pointer)

    # 6.2, separation spaces: a tab separates tokens, but does not indent; and comments begin after a blank.

    def scan_to_next_token(self) -> None:
        while True:
            while self.peek() in " \ufeff" and (self.peek() == " " or self.index == 0):
                self.forward()
            if self.peek() == "\t" and not self._skip_tabs():
                return
            if self.peek() == "#" and (self.column == 0 or self.buffer[self.pointer - 1] in " \t\ufeff"):
                self.forward(len(self._match(_COMMENT)[0]))  # type: ignore[index]
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _skip_tabs(self) -> bool:
        """Skip tabs unless they indent something. After `- ` only a scalar can follow them, not a key or an item."""
        length = 0
        while self.peek(length) in _BLANKS:
            length += 1
        is_indentation = not self.buffer[self.pointer - self.column : self.pointer].strip(" ")
        if self.flow_level == 0 and self.peek(length) not in "\n#\0":
            if is_indentation:
                return False
            self.allow_simple_key = False
        self.forward(length)
        return True

    # 7.4, flow collections: in braces, the colon may be in another line than the key.

    def fetch_flow_collection_start(self, kind: type[Any]) -> None:
        super().fetch_flow_collection_start(kind)
        self._brackets.append(kind)

    def fetch_flow_collection_end(self, kind: type[Any]) -> None:
        super().fetch_flow_collection_end(kind)
        if self._brackets:
            self._brackets.pop()

    def stale_possible_simple_keys(self) -> None:
        kept = {
            level: key
            for level, key in self.possible_simple_keys.items()
            if 0 < level <= len(self._brackets) and self._brackets[level - 1] is FlowMappingStartToken
        }
        for level in kept:
            del self.possible_simple_keys[level]
        super().stale_possible_simple_keys()
        self.possible_simple_keys.update(kept)

    # 7.3.3, plain style: - ? : begin a text unless something follows that ends it.

    def check_key(self) -> bool:
        return self._ends(1)

    def check_value(self) -> bool:
        return self._ends(1) or self._follows_json_key()

    def _follows_json_key(self) -> bool:
        """Whether the last token is a key in quotes or brackets: no space is needed after its colon."""
        if self.flow_level not in self.possible_simple_keys or not self.tokens:
            return False
        last = self.tokens[-1]
        is_quoted = isinstance(last, ScalarToken) and not last.plain
        return is_quoted or isinstance(last, (FlowMappingEndToken, FlowSequenceEndToken))

    def check_plain(self) -> bool:
        first = self.peek()
        if first == "-":
            return self.peek(1) not in _AFTER_INDICATOR  # `[-]` is read as a dash, as libyaml reads it
        return not self._ends(1) if first in "?:" else first not in "\0 \t\n,[]{}#&*!|>'\"%@`"

    def scan_plain(self) -> ScalarToken:
        words = _FLOW_WORDS if self.flow_level else _WORDS
        start = self.get_mark()
        first = self._match(words)
        parts = [first[0] if first else self.peek()]
        self.forward(len(parts[0]))
        end = self.get_mark()
        while line := self._next_line(words):
            if self.flow_level:
                self.possible_simple_keys.pop(self.flow_level, None)  # no key: rather a comma is missing
            ends, text = line
            parts += ["\n" * (ends - 1) or " ", text]
            end = self.get_mark()
        return ScalarToken("".join(parts), True, start, end)

    def _next_line(self, words: re.Pattern[str]) -> tuple[int, str] | None:
        """Take the next line of a plain scalar: the number of line ends before it, and its text; None at its end."""
        gap = self._match(_LINE_ENDS)
        if gap is None or (not self.flow_level and len(gap["indent"]) <= self.indent):
            return None
        text = words.match(self.buffer, gap.end())
        if text is None or _MARKER.match(self.buffer, gap.start("indent") - 1):
            return None
        self.forward(text.end() - self.pointer)
        return gap["ends"].count("\n"), text[0]

    # 6.9.2, anchors: a colon is part of the name. Most other characters are too, but such a value is rather a text.

    def scan_anchor(self, kind: type[Any]) -> Any:
        start = self.get_mark()
        self.forward()
        name = self._match(_ANCHOR)
        if name is None:
            what = "an alias" if self.buffer[self.pointer - 1] == "*" else "an anchor"
            raise ScannerError(f"while scanning {what}", start, "did not find its name", self.get_mark())
        self.forward(len(name[0]))
        return kind(name[0], start, self.get_mark())

    # 8.1.1, block scalar headers: tabs may follow.

    def scan_block_scalar_indicators(self, start: Any) -> tuple[bool | None, int | None]:
        header = self._match(_HEADER)
        if header is None or (header["before"] and header["after"]):
            return super().scan_block_scalar_indicators(start)  # raises the error
        self.forward(len(header[0]))
        chomping = header["before"] or header["after"]
        return (chomping == "+" if chomping else None), (int(header["indent"]) if header["indent"] else None)

    def scan_block_scalar_ignored_line(self, start: Any) -> None:
        while self.peek() in _BLANKS:
            self.forward()
        super().scan_block_scalar_ignored_line(start)

    # 5.7, escapes: half of a character of two halves is none.

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        start = self.get_mark()
        try:
            token: ScalarToken | None = super().scan_flow_scalar(style)
        except (ValueError, OverflowError):  # a number above that of the last character
            token = None
        if token is None or _SURROGATE.search(token.value):
            raise ScannerError("while scanning a quoted scalar", start, "found an unknown escape", start)
        return token
