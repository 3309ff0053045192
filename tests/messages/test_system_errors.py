"""What the system says is translated: these are its words."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator

import pytest

from speechgen.messages import ENGLISH, choose, reason_of
from speechgen.messages.system_errors import REASONS


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose(ENGLISH)


@pytest.mark.skipif(sys.platform != "linux", reason="these are the words of Linux; other systems have some of them")
def test_the_system_says_these_words() -> None:
    said = {os.strerror(number) for number in errno.errorcode}
    assert [reason for reason in REASONS if reason not in said] == []


def test_a_reason_is_translated(chinese: None) -> None:
    assert reason_of(FileNotFoundError(2, "No such file or directory", "x")) == "没有这个文件或文件夹"
    assert reason_of(OSError(-1, "a reason of another system", "x")) == "a reason of another system"
    assert reason_of(OSError("without a number")) == "without a number"
    assert reason_of(ValueError("I/O operation on closed file")) == "I/O operation on closed file"
