"""The check of J and H: no right entry is called wrong, a planted one is found, and where it can't tell it says so."""

from dataclasses import replace

import numpy as np
import pytest

from tui_backprop.calculus.descent.check import check_point
from tui_backprop.calculus.descent.descent import descent_point, next_point
from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import ARTICLE, SURFACES, expression_surface


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("log(x1) + x2**2", (0.1, 1.0)),
        ("sqrt(x1)*x2", (1e-6, 2.0)),
        ("x1**2.5 + x2**-2", (1e-3, 40.0)),
        ("x1", (3.0, 0.0)),
    ],
)
def test_near_the_edge_of_the_domain_what_is_right_is_called_right(text, x):
    surface = expression_surface(text)
    assert check_point(surface, descent_point(surface, x, 0.1)).verdict == "right"


def test_at_point_112_of_the_saddle_all_six_entries_are_right():
    surface = SURFACES["saddle"]
    point = descent_point(surface, surface.start, 0.1)
    while point.k < 112:
        point = next_point(surface, point)
    check = check_point(surface, point)
    assert (check.verdict, check.count("right")) == ("right", 6)


@pytest.mark.parametrize("preset", DESCENT_PRESETS, ids=lambda preset: preset.name)
def test_no_preset_has_a_wrong_entry_on_its_way(preset):
    point = descent_point(preset.surface, preset.start, preset.alpha)
    for _ in range(60):
        if point.k % 7 == 1 and not point.trouble:
            assert check_point(preset.surface, point).count("wrong") == 0
        if point.trouble:
            break
        point = next_point(preset.surface, point)


def test_a_wrong_entry_is_named_however_little_it_is_off():
    point = descent_point(ARTICLE, (1.04, 1.3), 0.01)
    for index in range(2):
        J = point.J.copy()
        J[index] *= 1 + 1e-9
        found = check_point(ARTICLE, replace(point, J=J))
        assert [(e.matrix, e.column) for e in found.entries if e.verdict == "wrong"] == [("J", index)]
        assert found.verdict == "wrong"
    H = point.hessian.copy()
    H[0, 1] *= 1 + 1e-9
    found = check_point(ARTICLE, replace(point, hessian=H))
    assert [(e.matrix, e.row, e.column) for e in found.entries if e.verdict == "wrong"] == [("H", 0, 1)]


def test_the_referee_has_numbers_of_its_own():
    found = check_point(ARTICLE, descent_point(ARTICLE, (1.0, 1.0), 0.01))
    np.testing.assert_allclose([entry.numerical for entry in found.entries], [-4, -4, 2, -2, -2, 2], rtol=1e-14)


def test_where_f_has_no_value_nobody_can_tell():
    surface = expression_surface("1/(1/x1)")
    check = check_point(surface, descent_point(surface, (0.0, 1.0), 0.1))
    assert (check.verdict, check.count("wrong")) == ("cannot tell", 0)
