"""The language of messages: `--lang`, SPEECHGEN_LANG, `messages:` in speechgen.yaml, the system, English."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from speechgen.messages import chosen, known, option_in, setting_in

from ..conftest import ROOT

CHINESE = "没有问题"
ENGLISH = "no problems"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "units").mkdir()
    (tmp_path / "units/school.yaml").write_text(
        (ROOT / "templates/site-visit-closing/example.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "speechgen.yaml").write_text("template: site-visit-closing\n", encoding="utf-8")
    return tmp_path


def checked(workspace: Path, *arguments: str, **environment: str) -> str:
    """What `speechgen check` prints in an environment of which only these variables speak of languages."""
    others = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SPEECHGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "speechgen", "check", *arguments],
        cwd=workspace,
        env={**others, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stderr + done.stdout


def setting(workspace: Path, line: str) -> None:
    with (workspace / "speechgen.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


@pytest.mark.parametrize("arguments", [("--lang", "en"), ("--lang=en",)])
def test_the_option_comes_first(workspace: Path, arguments: tuple[str, ...]) -> None:
    setting(workspace, "messages: zh-CN")
    assert ENGLISH in checked(workspace, *arguments, SPEECHGEN_LANG="zh-CN", LC_ALL="zh_CN.UTF-8")


def test_the_option_may_be_before_the_command(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "speechgen", "--lang", "zh-CN", "check"],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert CHINESE in done.stderr


def test_then_the_variable(workspace: Path) -> None:
    setting(workspace, "messages: zh-CN")
    assert ENGLISH in checked(workspace, SPEECHGEN_LANG="en", LC_ALL="zh_CN.UTF-8")


def test_then_the_setting_of_the_workspace(workspace: Path) -> None:
    setting(workspace, "messages: en")
    assert ENGLISH in checked(workspace, LC_ALL="zh_CN.UTF-8")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, CHINESE),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, CHINESE),
        ({"LANG": "zh_CN.GB18030"}, CHINESE),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
    ],
)
def test_then_the_language_of_the_system(workspace: Path, environment: dict[str, str], expected: str) -> None:
    assert expected in checked(workspace, **environment)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have a language without a variable")
def test_then_english(workspace: Path) -> None:
    assert ENGLISH in checked(workspace)


def test_a_system_without_variables_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechgen.messages.choice._of_windows", lambda: "zh")
    monkeypatch.setattr("speechgen.messages.choice._of_macos", lambda: "zh-Hans-CN")
    for platform in ("win32", "darwin"):
        monkeypatch.setattr("speechgen.messages.choice.sys.platform", platform)
        assert chosen(None, lambda: None, {}) == "zh-CN"
        assert chosen(None, lambda: None, {"LANG": "en_GB.UTF-8"}) == "en"


def test_an_unknown_language_is_reported_where_it_was_asked_for(workspace: Path) -> None:
    assert "unknown language fr; choose one of zh-CN, en" in checked(workspace, "--lang", "fr")
    assert "SPEECHGEN_LANG" in checked(workspace, SPEECHGEN_LANG="fr")
    setting(workspace, "messages: fr")
    assert "speechgen.yaml:2:11: error[" in checked(workspace)


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh", "zh-CN"), ("zh_CN.UTF-8", "zh-CN"), ("zh-Hans-CN", "zh-CN"), ("ZH-cn", "zh-CN"), ("en-GB", "en")]
    + [(code, None) for code in ("fr", "C", "POSIX", "", None, "简体中文")],
)
def test_codes_of_languages(code: str | None, language: str | None) -> None:
    assert known(code) == language


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["generate", "--lang", "zh"], "zh"),
        (["--lang=zh", "generate", "--lang", "en"], "en"),
        (["explain", "--", "--lang", "zh"], None),
        (["generate", "--lang"], None),
        (["generate", "--language", "en"], None),
    ],
)
def test_the_option_is_found_on_the_command_line(arguments: list[str], given: str | None) -> None:
    assert option_in(arguments) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("template: a\nmessages: zh-CN\n", "zh-CN"),
        ("messages:   'en'  # for all\r\ntemplate: a\r\n", "en"),
        ('"messages": "zh-CN"', "zh-CN"),
        ("shared:\n  messages: en\n", None),
        ("# messages: en\n", None),
        ("messages:\n", None),
        ("单位: 甲\nmessages: en\n", "en"),
    ],
)
def test_the_setting_is_found_in_the_file(text: str, given: str | None) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert setting_in(text.encode(encoding)) == given
