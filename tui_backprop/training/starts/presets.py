"""Plans worth trying, by name."""

from __future__ import annotations

from tui_backprop.training.starts.plan import Plan

PRESETS: dict[str, Plan] = {
    "article": Plan(starts=100),
    "units": Plan(hidden=(1, 2, 3, 4, 8), learning_rates=(0.5,), starts=100, iterations=20_000),
    "rates": Plan(learning_rates=(0.02, 0.1, 0.5, 2.0, 8.0, 20.0), starts=100, iterations=20_000),
    "units-rates": Plan(hidden=(2, 3, 4, 8), learning_rates=(0.1, 0.5, 2.0, 8.0), starts=100, iterations=20_000),
    "weights": Plan(
        hidden=(2,), learning_rates=(0.5,), weights=((0, 0.1), (0, 1), (-1, 1), (-3, 3)), starts=200, iterations=20_000
    ),
    "many": Plan(learning_rates=(0.5,), starts=10_000, iterations=20_000),
}
