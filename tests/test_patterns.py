"""Patterns are compiled on first use, so that an invalid one would show only in a speech that needs it."""

from __future__ import annotations

import gc
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import speechgen
from speechgen.model import lazily
from speechgen.model.pattern_store import compiled_pattern
from speechgen.model.patterns import LazyPattern


def _all_patterns() -> list[LazyPattern]:
    for module in pkgutil.walk_packages(speechgen.__path__, "speechgen."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # modules that were imported before the tests are frozen, and get_objects would leave them out
    return [each for each in gc.get_objects() if isinstance(each, LazyPattern)]


def test_every_pattern_of_the_program_is_valid() -> None:
    patterns = _all_patterns()
    assert len(patterns) > 300
    invalid = []
    for each in patterns:
        try:
            assert each.compiled() == re.compile(each.pattern, each._flags)
        except re.error as error:
            invalid.append(f"{each.pattern!r}: {error}")
    assert not invalid


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("words")


def test_a_lazy_pattern_does_what_the_pattern_does() -> None:
    lazy, pattern = lazily("(?P<figure>[0-9]+)人", re.IGNORECASE), re.compile("(?P<figure>[0-9]+)人", re.IGNORECASE)
    text = "来了12人，走了3人"
    assert [found.span("figure") for found in lazy.finditer(text)] == [each.span(1) for each in pattern.finditer(text)]
    assert lazy.sub("X", text) == pattern.sub("X", text)
    assert lazy.split(text) == pattern.split(text)
    assert lazy.flags == pattern.flags


def test_no_pattern_is_compiled_elsewhere() -> None:
    files = [file for file in Path(speechgen.__file__).parent.rglob("*.py") if file.name != "pattern_store.py"]
    assert len(files) > 200
    assert not [str(file) for file in files if "re.compile(" in file.read_text(encoding="utf-8")]


_SEARCH = "from speechgen.model import lazily; print(lazily('(?P<figure>[0-9]+)人').search('来了12人')['figure'])"


def _run(program: str, cache: Path) -> str:
    """What a program prints in a process of its own, with a cache folder."""
    finished = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not finished.stderr
    return finished.stdout.strip()


def _kept(cache: Path) -> list[Path]:
    return list(cache.glob("speechgen/*/patterns"))


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is given as on Linux")
class TestPatternsAreKeptBetweenRuns:
    def test_the_next_run_compiles_none(self, tmp_path: Path) -> None:
        assert _run(_SEARCH, tmp_path) == "12"
        (file,) = _kept(tmp_path)
        before = file.stat().st_mtime_ns, file.stat().st_ino
        parser = "re._parser" if sys.version_info >= (3, 11) else "sre_parse"
        without_parser = _SEARCH.replace("; ", f"; import {parser} as parser; parser.parse = None; ")
        assert _run(without_parser, tmp_path) == "12"
        assert (file.stat().st_mtime_ns, file.stat().st_ino) == before

    def test_a_kept_pattern_is_the_pattern(self, tmp_path: Path) -> None:
        program = (
            "import re; from speechgen.model.pattern_store import compiled_pattern as c\n"
            "for flags in (0, re.IGNORECASE, re.MULTILINE | re.DOTALL):\n"
            "    for each in ('(?P<a>[\u4e00-\u9fff]{2,4})的(?P=a)|b', '[零〇一二三四五六七八九十]+年', '(?i:x)y?$'):\n"
            "        assert c(each, flags) == re.compile(each, flags) and c(each, flags).groupindex == "
            "re.compile(each, flags).groupindex\n"
            "print('the same')"
        )
        assert _run(program, tmp_path) == "the same"
        assert _kept(tmp_path)
        assert _run(program, tmp_path) == "the same"

    @pytest.mark.parametrize("content", [b"", b"no such data", b"\xe9\x00", marshal.dumps([1, 2])])
    def test_a_spoilt_file_is_replaced(self, tmp_path: Path, content: bytes) -> None:
        _run(_SEARCH, tmp_path)
        (file,) = _kept(tmp_path)
        whole = file.read_bytes()
        file.write_bytes(content)
        assert _run(_SEARCH, tmp_path) == "12"
        assert file.read_bytes() == whole

    @pytest.mark.parametrize("wrong", [None, (0, b"\0\0\0\0", 0, {}, ()), (0, b"\1", 1, {}, (None,)), "pattern"])
    def test_a_spoilt_pattern_is_compiled(self, tmp_path: Path, wrong: object) -> None:
        _run(_SEARCH, tmp_path)
        (file,) = _kept(tmp_path)
        stored = marshal.loads(file.read_bytes())  # noqa: S302 - written two lines above
        file.write_bytes(marshal.dumps(dict.fromkeys(stored, wrong)))
        assert _run(_SEARCH, tmp_path) == "12"

    def test_none_is_kept_where_others_can_write(self, tmp_path: Path) -> None:
        _run(_SEARCH, tmp_path)
        (file,) = _kept(tmp_path)
        file.unlink()
        file.parent.chmod(0o777)
        assert _run(_SEARCH, tmp_path) == "12"
        assert not file.exists()

    def test_a_run_without_a_cache_folder_works(self) -> None:
        assert _run(_SEARCH, Path(os.devnull)) == "12"


_IMPORT = (
    "import re; from speechgen.model import keep_patterns_of_imports as keep; keep()\n"
    "import sys; sys.path[:0] = ['.']; import halls; "
    "print(halls.HALL.search('hall 12')['number'], halls.rows('a-b'), halls.doors('b'))"
)
_HALLS = """
import re
HALL = re.compile("hall (?P<number>[0-9]+)", re.IGNORECASE)
def rows(text): return re.split("-", text)
def doors(text): return re.sub("[" + text + "]x?", "", text)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is given as on Linux")
def test_what_other_modules_compile_at_import_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "halls.py").write_text(_HALLS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _run(_IMPORT, tmp_path) == "12 ['a', 'b']"
    (file,) = _kept(tmp_path)
    expressions = {expression for expression, _ in marshal.loads(file.read_bytes())}  # noqa: S302 - of the line above
    assert {"hall (?P<number>[0-9]+)", "-"} <= expressions
    assert "[b]x?" not in expressions, "an expression made at run time may be another in each run"
    parser = "re._parser" if sys.version_info >= (3, 11) else "sre_parse"
    without_parser = _IMPORT.replace("import halls;", f"import {parser} as parser; parser.parse = None; import halls;")
    assert _run(without_parser.replace(", halls.doors('b')", ""), tmp_path) == "12 ['a', 'b']"


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is given as on Linux")
def test_a_wrong_expression_in_another_module_is_an_error_of_re(tmp_path: Path) -> None:
    program = (
        "import re; from speechgen.model import keep_patterns_of_imports as keep; keep()\n"
        "try: re.compile('(')\nexcept re.error as error: print(error)\n"
        "try: re.compile(re.compile('a'), re.I)\nexcept ValueError as error: print(error)"
    )
    assert _run(program, tmp_path).splitlines() == [
        "missing ), unterminated subpattern at position 0",
        "cannot process flags argument with a compiled pattern",
    ]


def test_an_invalid_pattern_is_an_error_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled_pattern("[", 0)


_EXPRESSIONS = """
import gc, pkgutil, speechgen
from importlib import import_module
from speechgen.model.patterns import LazyPattern
for module in pkgutil.walk_packages(speechgen.__path__, "speechgen."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
gc.unfreeze()
print(ascii(sorted({repr(each.pattern) for each in gc.get_objects() if isinstance(each, LazyPattern)})))
"""


def test_an_expression_is_the_same_in_each_run() -> None:
    """Another one in each run, as of a set whose order is not fixed, would be compiled and kept each time."""
    found = []
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", _EXPRESSIONS]
        found.append(subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True).stdout)
    assert len(found[0]) > 10_000
    assert found[0] == found[1]
