"""The floors of the building: who may import whom, and what importing the package must not load."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments):
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)


def loaded_by(statement):
    """The top-level modules that a fresh interpreter has loaded after `statement`."""
    found = run("-c", f"{statement}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})")
    assert found.returncode == 0, found.stderr
    return set(found.stdout.split())


def test_the_import_contracts_are_kept():
    found = run("-c", "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))")
    assert found.returncode == 0, found.stdout + found.stderr
    assert " 0 broken" in found.stdout


def test_importing_the_package_loads_neither_the_screen_nor_the_numbers():
    loaded = loaded_by("import tui_backprop")
    assert "tui_backprop" in loaded
    assert not loaded & {"textual", "rich", "plotext", "numba", "numpy", "scipy", "sympy"}


@pytest.mark.parametrize("name", ["NeuralNet", "truth_table"])
def test_importing_the_mathematics_loads_neither_the_screen_nor_the_compiler(name):
    loaded = loaded_by(f"from tui_backprop import {name}")
    assert "numpy" in loaded
    assert not loaded & {"textual", "rich", "plotext", "numba"}


@pytest.mark.parametrize("name", ["Session", "Recipe"])
def test_importing_a_session_loads_neither_the_screen_nor_the_compiler(name):
    loaded = loaded_by(f"from tui_backprop import {name}; {name}()")
    assert "numpy" in loaded
    assert not loaded & {"textual", "rich", "plotext", "numba"}


def test_training_without_the_machine_code_never_loads_the_compiler():
    loaded = loaded_by("from tui_backprop import Session; s = Session(); s.go_to(50); s.snapshot()")
    assert "numba" not in loaded


def test_every_public_name_is_there_and_no_other():
    import tui_backprop

    for name in tui_backprop.__all__:
        assert getattr(tui_backprop, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Perceptron'"):
        _ = tui_backprop.Perceptron


def test_a_run_from_python_loads_neither_the_screen_nor_the_compiler():
    loaded = loaded_by("from tui_backprop import Run; run = Run(); run.at(cycle=50); run.loss(20)")
    assert "numpy" in loaded
    assert not loaded & {"textual", "rich", "plotext", "numba", "sympy", "mpmath"}
