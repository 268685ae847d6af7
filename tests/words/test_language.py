"""Which language is spoken."""

import pytest

from tui_backprop.cli import main
from tui_backprop.words import LANGUAGES, language_of, speak, spoken


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
)
def test_the_systems_language_is_spoken_where_it_is_known(environment, language):
    assert language_of(environment) == language


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_can_be_the_systems(code):
    assert language_of({"LANG": f"{code}_XX.UTF-8"}) == code
    assert language_of({"LC_MESSAGES": code, "LANG": "en_US"}) == code
    assert language_of({"LC_ALL": f"{code}@euro", "LC_MESSAGES": "en", "LANG": "en_US"}) == code


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("form", ["--language {}", "--language={}"])
def test_the_option_decides_before_the_system(code, form, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["train", *form.format(code).split(), "--iterations", "1"]) == 0
    assert spoken() == code


def test_an_unknown_language_is_refused_with_the_known_ones(capsys):
    assert main(["chain", "--language", "tlh"]) == 2
    error = capsys.readouterr().err
    assert "'tlh'" in error
    assert ", ".join(LANGUAGES) in error


def test_speaking_an_unknown_language_is_a_mistake_of_the_programmer():
    with pytest.raises(ValueError, match="no language 'xx'"):
        speak("xx")
