"""The colours of the roles: legible on their themes, and apart for those who see no green."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui_backprop.tui.kit import theme
from tui_backprop.tui.kit.theme import ROLES, legible_on

THEMES = {"dark": BUILTIN_THEMES["textual-dark"], "light": BUILTIN_THEMES["textual-light"]}
DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
)
"""Machado, Oliveira and Fernandes (2009), full severity, for linear RGB."""
SERIES = ("series-1", "series-2", "series-3", "series-4")


def linear(colour: str) -> np.ndarray:
    rgb = np.array(Color.parse(colour).rgb) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    xyz = to_xyz @ np.clip(rgb, 0, 1) / (0.95047, 1.0, 1.08883)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one: str, other: str, seen: np.ndarray) -> float:
    return float(np.linalg.norm(lab(seen @ linear(one)) - lab(seen @ linear(other))))


@pytest.mark.parametrize("kind", ["dark", "light"])
@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_contrast_of_four_and_a_half_to_what_it_stands_on(kind, role):
    system = THEMES[kind].to_color_system().generate()
    for ground in ("background", "surface", "panel"):
        assert contrast(getattr(ROLES[role], kind), system[ground]) >= 4.5, ground


@pytest.mark.parametrize("kind", ["dark", "light"])
@pytest.mark.parametrize("seen", [np.eye(3), DEUTERANOPIA], ids=["all colours", "deuteranopia"])
def test_the_signs_are_far_apart_for_everyone(kind, seen):
    assert apart(getattr(ROLES["positive"], kind), getattr(ROLES["negative"], kind), seen) >= 40


@pytest.mark.parametrize("kind", ["dark", "light"])
@pytest.mark.parametrize("seen", [np.eye(3), DEUTERANOPIA], ids=["all colours", "deuteranopia"])
def test_no_two_lines_of_a_chart_look_alike(kind, seen):
    for one, other in combinations(SERIES, 2):
        assert apart(getattr(ROLES[one], kind), getattr(ROLES[other], kind), seen) >= 10, (one, other)


@pytest.mark.parametrize("grey", range(0, 256, 5))
def test_black_or_white_can_be_read_on_every_ground(grey):
    for ground in (Color(grey, grey, grey), Color(grey, 129, 163), Color(255 - grey, grey, 90)):
        ink = legible_on(ground)
        assert contrast(ink.hex6, ground.hex6) == pytest.approx(theme.contrast(ink, ground))
        assert contrast(ink.hex6, ground.hex6) >= 4.5
