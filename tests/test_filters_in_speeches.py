"""A speech in each language that is made with the filters: `check` accepts it, and its words can be traced."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import speechgen

from .conftest import ROOT, Run

LANGUAGES = ["zh-CN", "en"]


@pytest.fixture
def speech(run: Run, request: pytest.FixtureRequest) -> Path:
    """A workspace whose template uses the filters; its unit file."""
    language = getattr(request, "param", "zh-CN")
    shutil.copytree(ROOT / "tests/filters" / language, "templates/filters")
    Path("speechgen.yaml").write_text("template: filters\n", encoding="utf-8")
    Path("units").mkdir()
    unit = Path("units/example.yaml")
    shutil.copy("templates/filters/example.yaml", unit)
    return unit


@pytest.mark.parametrize("speech", LANGUAGES, indirect=True, ids=LANGUAGES)
def test_the_speech(run: Run, speech: Path, golden: Callable[[str, str], None], request: pytest.FixtureRequest) -> None:
    assert run("generate", "--strict").output.splitlines()[-1].startswith("1 unit: 2 files written")
    language = request.node.callspec.params["speech"]
    golden(f"filters/{language}.txt", Path("speeches/example.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("speech", LANGUAGES, indirect=True, ids=LANGUAGES)
def test_the_rules_accept_what_the_filters_compute(run: Run, speech: Path) -> None:
    """In the generated speech and, without knowing where the words came from, in the same speech as a file."""
    assert run("generate").exit_code == 0
    assert "no problems" in run("check").output
    assert "no problems" in run("check", "speeches/example.txt", "speeches/example.md").output
    assert "no problems" in run("templates", "--lint").output


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("两项合计2639份", "两项合计2693份", "figure"),
        ("占78%", "占87%", "figure"),
        ("今天是星期二", "今天是星期三", "date"),
    ],
)
def test_the_rules_find_a_computed_figure_that_somebody_changed(
    run: Run, speech: Path, old: str, new: str, code: str
) -> None:
    assert run("generate").exit_code == 0
    file = Path("speeches/example.txt")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert f"[{code}]" in run("check", "speeches/example.txt").output


def _run_of(words: str) -> speechgen.Source:
    speech = speechgen.render(speechgen.load_template("templates/filters"), speechgen.load_unit("units/example.yaml"))
    return next(run.source for run in speech.runs() if run.text == words)


@pytest.mark.parametrize(
    ("words", "path", "also", "line"),
    [
        ("2413份", "metrics.letters", (), "2413"),
        ("2639份", "metrics.letters", ("metrics.emails",), "2413"),
        ("78%", "metrics.fixed", ("metrics.problems",), "18"),
        ("4.3个百分点", "metrics.satisfied", ("metrics.satisfied_before",), "96.8"),
        ("10月21日至26日", "days.arrived", ("days.left",), "2014-10-21"),
        ("30至50场", "metrics.low", ("metrics.high",), "30"),
        ("72户", "offices[0].visits", (), "72"),
        ("120户", "metrics.households", (), "120"),
        ("《财务管理办法》", "rule", (), "财务管理办法"),
        ("521.35万元", "budget", (), "5213456"),
        ("2014年底", "days.deadline", (), "2014-12"),
    ],
)
def test_computed_words_know_the_values_that_they_came_from(
    speech: Path, words: str, path: str, also: tuple[str, ...], line: str
) -> None:
    source = _run_of(words)
    assert (source.path, source.also) == (path, also)
    assert source.value is not None
    assert line in speech.read_text(encoding="utf-8").splitlines()[source.value.line - 1]


def test_the_other_values_of_a_sum_are_used_too(run: Run, speech: Path) -> None:
    explained = run("explain", "units/example.yaml", "days.left").output
    assert "used in templates/filters/speech.md.j2:6" in explained
    run("generate", "-f", "html")
    page = Path("speeches/example.html").read_text(encoding="utf-8")
    row = page.rsplit("days.left", 1)[1].split("</tr>", 1)[0]
    assert "没有念到" not in row
    assert "</a>" in row  # a link to the words


def test_a_value_that_a_filter_cannot_use_is_reported_at_its_line(run: Run, speech: Path) -> None:
    text = speech.read_text(encoding="utf-8")
    speech.write_text(text.replace("left: 2014-10-26", "left: 2014-10-20"), encoding="utf-8")
    output = run("generate").output
    assert (
        "units/example.yaml:3:17: error[cannot-say] days.arrived: the range from 2014-10-21 to 2014-10-20 runs "
        "backwards; exchange the two (templates/filters/speech.md.j2:6)"
    ) in output


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "{{ rule | quotd }}",
            "there is no filter quotd; did you mean quoted? `speechgen templates --filters` lists them",
        ),
        (
            "{% if rule is strng %}{% endif %}",
            "there is no test strng; did you mean string? `speechgen templates --fil",
        ),
    ],
)
def test_an_unknown_filter_or_test_names_the_nearest(run: Run, speech: Path, written: str, message: str) -> None:
    with Path("templates/filters/speech.md.j2").open("a", encoding="utf-8") as file:
        file.write(f"{written}\n")
    assert message in run("generate").output


def test_a_missing_value_in_a_sum_is_reported_with_its_sentence(run: Run, speech: Path) -> None:
    text = speech.read_text(encoding="utf-8")
    speech.write_text(text.replace("emails: 226, ", ""), encoding="utf-8")
    output = run("generate").output
    assert "error[missing-value] metrics.emails is missing; the speech says “" in output
    assert "Traceback" not in output
