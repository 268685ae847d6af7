"""Every fact that the lower floors give has its sentence: a method of that name with just those arguments, in every language."""

import ast
import inspect
from pathlib import Path

import pytest

import tui_backprop
from tui_backprop.words import LANGUAGES, speak, words

PACKAGE = Path(tui_backprop.__file__).parent
SUBJECTS = (
    "app",
    "chain",
    "command",
    "data",
    "descent",
    "export",
    "explain",
    "expression",
    "network",
    "network_screen",
    "runs",
    "saving",
    "serve",
    "settings",
    "starts",
    "starts_screen",
)


def facts_given():
    """Where, subject, code and the names of the values of each `fact(…)` and `InputError(…)` in the package."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text())):
            named = isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
            if named and call.func.id in ("fact", "InputError") and file.name != "fact.py":
                subject, code = call.args[0], call.args[1]
                if any(word.arg is None for word in call.keywords):
                    continue  # a helper that hands on the code and the values of its caller
                assert isinstance(subject, ast.Constant), f"{file}:{call.lineno} names no subject"
                codes = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
                for each in codes:
                    assert isinstance(each, ast.Constant), f"{file}:{call.lineno} names no code"
                    names = frozenset(word.arg for word in call.keywords)
                    yield f"{file.relative_to(PACKAGE)}:{call.lineno}", subject.value, each.value, names
            elif named and call.func.id == "ExpressionError":
                names = frozenset(word.arg for word in call.keywords)
                yield f"{file.relative_to(PACKAGE)}:{call.lineno}", "expression", call.args[0].value, names


@pytest.fixture(scope="module")
def given():
    return list(facts_given())


@pytest.fixture(params=LANGUAGES)
def language(request):
    speak(request.param)
    return request.param


def test_every_fact_has_its_sentence_with_just_its_values(language, given):
    assert given
    for where, subject, code, values in given:
        method = getattr(getattr(words(), subject), code, None)
        assert method is not None, f"{where}: {subject} has no words for {code} in {language}"
        parameters = inspect.signature(method).parameters
        assert values == set(parameters), f"{where}: {code} takes {sorted(parameters)}"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_language_says_all_that_the_protocol_asks_for_itself(language, subject):
    spoken = type(getattr(words(), subject))
    protocol = next(base for base in spoken.__mro__ if base.__name__.endswith("Words"))
    asked = {name for base in protocol.__mro__ for name in base.__dict__ | inspect.get_annotations(base)}
    for name in sorted(name for name in asked if not name.startswith("_")):
        said = next((base for base in spoken.__mro__ if name in base.__dict__), protocol)
        assert said.__name__.endswith(("Words", "Protocol")) is False, f"{name} of {subject} is not said in {language}"
