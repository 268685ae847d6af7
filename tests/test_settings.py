"""The settings file: what it chooses, what is said of a wrong entry, and how a choice is written into it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop import files
from tui_backprop.calculus.fact import InputError
from tui_backprop.cli import main
from tui_backprop.settings import LARGEST, NAMES, Settings, load, read, remember, settings_path, with_entry
from tui_backprop.words import sentence

WHOLE = """\
# mine
theme = "nord"  # dark
language = "en"
speed = 1000
skin = "plain"
jacobian = "JT"

[keys]
run = "p"
"time.cycle.forward" = "x"
"""


def test_a_file_chooses_all_that_there_is_to_choose():
    loaded = read(WHOLE)
    assert loaded.settings == Settings("nord", "en", 1000.0, "plain", "JT", {"run": "p", "time.cycle.forward": "x"})
    assert loaded.problems == ()
    assert (loaded.lines["theme"], loaded.lines["keys.run"], loaded.lines["keys.time.cycle.forward"]) == (2, 9, 10)


def test_full_speed_is_a_speed():
    assert read('speed = "full"').settings.speed == float("inf")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('theme = "nord"\nspeed = 3', 2, "speed cannot be 3; it is one of 1, 10, 100, 1000"),
        ("\n\nspeed = true", 3, "speed cannot be True; it is one of 1"),
        ('language = "xx"', 1, "language cannot be 'xx'; it is one of"),
        ("theme = 7", 1, "theme cannot be 7"),
        ("theme = [1]", 1, "theme cannot be [1]; it is a text"),
        ('skin = "ascii"', 1, 'skin cannot be \'ascii\'; it is one of "full", "plain"'),
        ('jacobian = "both"', 1, 'jacobian cannot be \'both\'; it is one of "article", "J", "JT"'),
        (
            'colour = "red"',
            1,
            "there is no setting 'colour'; the settings are theme, language, speed, skin, jacobian, keys",
        ),
        ('keys = "p"', 1, "keys is a table of its own"),
        ("[keys]\nrun = 5", 2, 'run cannot be the key 5; it is a text such as "p"'),
        ('theme = "nord\nspeed = 1', 1, "this is no TOML"),
        ('theme = "a"\n\ntheme = "b"', 3, "this is no TOML"),
        ("a = " + "[" * 5_000, 1, "this is no TOML"),
    ],
)
def test_a_wrong_entry_is_one_sentence_with_its_line(text, line, said):
    (problem,) = read(text).problems
    assert problem.line == line
    assert said in sentence(problem.fact)
    assert "\n" not in sentence(problem.fact)


def test_beside_a_wrong_entry_the_rest_holds():
    loaded = read('speed = 3\ntheme = "nord"\n[keys]\nrun = 5\nundo = "z"')
    assert loaded.settings == Settings(theme="nord", keys={"undo": "z"})
    assert [problem.line for problem in loaded.problems] == [1, 4]


def test_without_a_file_nothing_is_chosen(tmp_path):
    assert load(tmp_path / "none.toml").settings == Settings()
    assert load(tmp_path / "none.toml").problems == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "no UTF-8 text"),
        (b"#" * (LARGEST + 1), f"more than {LARGEST:,} bytes"),
    ],
)
def test_what_is_no_settings_file_is_one_sentence(tmp_path, data, said):
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    (problem,) = load(path).problems
    assert said in sentence(problem.fact)


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path):
    (problem,) = load(tmp_path).problems
    assert "cannot be read" in sentence(problem.fact)


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_any_text_is_read_without_an_error(text):
    for problem in read(text).problems:
        assert sentence(problem.fact)


# --- remembering


def test_a_choice_takes_the_place_of_the_old_one_and_the_comments_stay(tmp_path):
    path = tmp_path / "folder" / "settings.toml"
    path.parent.mkdir()
    path.write_text(WHOLE, encoding="utf-8")
    remember(path, "theme", "dracula")
    assert path.read_text(encoding="utf-8") == WHOLE.replace('"nord"', '"dracula"')


def test_a_first_choice_makes_the_file(tmp_path):
    path = tmp_path / "a" / "b" / "settings.toml"
    remember(path, "theme", "nord")
    remember(path, "speed", 1000)
    assert load(path).settings == Settings(theme="nord", speed=1000.0)
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@given(
    st.dictionaries(st.sampled_from(NAMES), st.text(max_size=9) | st.integers(0, 99)),
    st.booleans(),
    st.sampled_from(NAMES),
    st.text(max_size=20) | st.integers(0, 10**6),
)
def test_a_choice_changes_its_own_entry_only(entries, with_keys, name, value):
    text = ""
    for known, old in entries.items():
        text = with_entry(text, known, old)
    if with_keys:
        text += '[keys]\nrun = "p"\ntheme = "t"\n'
    before = tomllib.loads(text)
    assert tomllib.loads(with_entry(text, name, value)) == before | {name: value}


@pytest.mark.parametrize("text", ["theme = ", 'theme = """\nnord\n"""\n', '"\\u0074heme" = "x"\n'])
def test_what_cannot_be_changed_without_harm_is_left_as_it_is(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        remember(path, "theme", "nord")
    assert path.read_text(encoding="utf-8") == text


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "settings.toml"
    path.write_text("speed = 5\n", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        remember(path, "speed", 10)
    assert path.read_text(encoding="utf-8") == "speed = 5\n"
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


# --- the command


def test_the_command_prints_the_place_and_what_is_in_force_as_toml(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = settings_path()
    assert path.is_relative_to(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text('theme = "nord"\nspeed = 4\n[keys]\nrun = "p"\n', encoding="utf-8")

    assert main(["settings"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"# {path}\n")
    assert tomllib.loads(shown.out) == {
        "theme": "nord", "language": "en", "speed": 1000, "skin": "full", "jacobian": "article", "keys": {"run": "p"}
    }  # fmt: skip
    assert "speed = 1000  # not chosen" in shown.out
    assert shown.err == (
        f'tui-backprop: {path}, line 2: speed cannot be 4; it is one of 1, 10, 100, 1000, 10000, "full"\n'
    )


def test_the_settings_choose_the_language_of_the_command_line(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("tui_backprop.cli.speak", (spoken := []).append)
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('language = "en"', encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    main(["settings"])
    main(["settings", "--language=en"])
    assert spoken == ["en", "en"]
