"""The app driven by its keys, without a terminal."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest
from at_rest import paint_at_every_rest
from driver import Driver
from scenes import settle
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.network import layers
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.starts.presets import PRESETS as PLANS
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.keys import keymap
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.network.arrangement import PANES
from tui_backprop.tui.network.jacobians import JacobiansPane
from tui_backprop.tui.network.keys import KEYS
from tui_backprop.tui.network.parameters import ParametersPane
from tui_backprop.words import reason, speak, words

SMALL, MIDDLE, WIDE = (80, 24), (120, 36), (200, 60)


@asynccontextmanager
async def running(size: tuple[int, int] = MIDDLE, **arguments: Any) -> AsyncIterator[Driver]:
    app = BackpropApp(arguments.pop("recipe", Recipe()), **arguments)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await settle(pilot)
        yield driver


def parameters(snapshot: Any) -> bytes:
    return snapshot.values["theta1"].tobytes() + snapshot.values["theta2"].tobytes()


async def test_a_size_that_is_told_late_is_not_taken_for_the_one_that_the_terminal_has():
    async with running(size=(120, 36)) as driver:
        older = Size(80, 24)
        driver.app.post_message(Resize(older, older))
        await driver.rest()
        assert driver.app.screen.size == driver.app.size == Size(120, 36)


async def test_no_step_lays_the_screen_out_anew(monkeypatch):
    laid_out, lay_out = [], Screen._refresh_layout

    def counted(screen, *arguments, **named):
        laid_out.append(screen)
        lay_out(screen, *arguments, **named)

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    async with running() as driver:
        assert driver.app.screen in laid_out
        laid_out.clear()
        for key in ("full_stop",) * 9 + ("right", "right_square_bracket", "comma", "left"):
            await driver.pilot.press(key)
            await settle(driver.pilot)
            assert driver.app.screen not in laid_out, key


async def jacobians(driver: Driver) -> JacobiansPane:
    """The pane of the Jacobians, in front."""
    driver.app.network._places.bring_forward("jacobians")
    await settle(driver.pilot)
    return driver.app.screen.query_one(JacobiansPane)


@pytest.mark.parametrize(
    ("keys", "cycle"),
    [
        (["right"], 1),
        (["enter"], 0),
        (["right"] * 5 + ["left"], 4),
        (["right", "backspace"], 0),
        (["left"], 0),
        (["right_square_bracket"], 4),
        (["right", "right_square_bracket", "right_square_bracket", "left_square_bracket"], 5),
        (["right_curly_bracket"], 40_000),
        (["right", "right_curly_bracket"], 40_000),
        (["right_square_bracket", "right_curly_bracket"], 40_000),
        (["right_curly_bracket", "right_curly_bracket", "left_curly_bracket"], 40_000),
        (["right_curly_bracket", "home"], 0),
        (["right_curly_bracket", "home", "right", "end"], 40_000),
    ],
)
async def test_the_keys_of_time_go_where_they_say(keys: list[str], cycle: int) -> None:
    async with running() as driver:
        snapshot = await driver.press(*keys)
        assert snapshot.cycle == cycle
        assert snapshot.phase is (Phase.UPDATE if cycle else Phase.START)


async def test_the_screen_shows_the_digits_of_a_replay_from_scratch() -> None:
    async with running() as driver:
        snapshot = await driver.press("right_curly_bracket", "left", "left", "left")
        session = Session(Recipe())
        session.go_to(39_997)
        assert parameters(snapshot) == parameters(session.snapshot())
        await driver.press("right", "right", "right")
        assert "ΣE last iteration +0.3952" in driver.text


async def test_what_no_phase_has_computed_yet_is_a_dash_in_the_strip_of_vectors() -> None:
    async with running() as driver:
        snapshot = await driver.press("full_stop", "full_stop")
        assert (snapshot.cycle, snapshot.phase) == (1, Phase.F2)
        assert snapshot.value("x3") is not None
        assert snapshot.value("x4") is None
        assert snapshot.error is None
        line = next(line for line in driver.text.splitlines() if "─f₄→" in line)
        assert line.split("─f₄→")[1].strip() == "—"
        await driver.press("comma", "comma")
        assert driver.app.network.snapshot.cycle == 0


async def test_phases_go_back_across_cycles() -> None:
    async with running() as driver:
        snapshot = await driver.press("right", "right", "full_stop", "comma", "comma")
        assert (snapshot.cycle, snapshot.phase) == (2, Phase.THETA1_GRADIENT)


async def test_running_trains_until_the_pause_and_keys_answer_meanwhile() -> None:
    async with running() as driver:
        await driver.pilot.press("space")
        network = driver.app.network
        for _ in range(2_000):
            await asyncio.sleep(0.005)
            if network.snapshot.cycle > 5_000:
                break
        assert network.snapshot.running
        await driver.pilot.press("equals_sign")
        snapshot = await driver.press("space")
        assert not snapshot.running
        assert snapshot.learning_rate == 0.05
        assert snapshot.cycle == snapshot.furthest


async def test_a_learning_rate_counts_from_the_next_cycle() -> None:
    async with running() as driver:
        snapshot = await driver.press("right", "equals_sign")
        assert (snapshot.learning_rate, snapshot.learning_rate_used) == (0.05, 0.02)
        snapshot = await driver.press("right")
        assert snapshot.learning_rate_used == 0.05
        assert np.array_equal(snapshot.values["theta1_change"], -0.05 * snapshot.values["theta1_gradient"])
        snapshot = await driver.press("minus")
        assert snapshot.learning_rate == 0.02


async def test_restart_new_seed_undo_and_redo() -> None:
    async with running() as driver:
        first = await driver.press("right_square_bracket")
        fresh = await driver.press("n")
        assert (fresh.seed, fresh.cycle) == (1, 0)
        back = await driver.press("u")
        assert (back.seed, back.cycle) == (0, 4)
        assert parameters(back) == parameters(first)
        assert (await driver.press("U")).seed == 1
        assert (await driver.press("u", "r")).cycle == 0
        await driver.press("u", "u", "u")
        assert "There is nothing to undo." in driver.notices


async def test_nonsense_in_go_to_is_one_sentence_and_nothing_is_lost() -> None:
    async with running() as driver:
        await driver.press("right", "g")
        for nonsense in ("", "abc", "-5", "1e3", "9" * 40, "ⅷ"):
            await driver.type(nonsense)
            assert "is no place" in driver.text or "too far" in driver.text, nonsense
        await driver.type("i 3")
        assert driver.app.network.snapshot.cycle == 12
        await driver.press("g", "escape")
        assert driver.app.network.snapshot.cycle == 12


async def test_a_parameter_under_the_cursor_is_edited_and_the_edit_undone() -> None:
    async with running() as driver:
        before = await driver.press("right_square_bracket", "tab", "tab", "down", "down", "right", "e")
        await driver.type("1e999x")
        assert "is no number" in driver.text
        await driver.type("-1.5")
        after = driver.app.network.snapshot
        assert after.values["theta1"][1, 1] == -1.5
        assert "--edit '4:theta1[1,1]=-1.5'" in after.command
        assert parameters(await driver.press("u")) == parameters(before)


async def test_the_numbers_that_an_edit_has_left_behind_are_marked_stale_until_the_next_cycle() -> None:
    async with running() as driver:
        await driver.press("right_square_bracket", "tab", "tab", "down")
        assert "stale" not in driver.text
        await driver.press("e")
        await driver.type("-1.5")
        assert driver.app.network.snapshot.edited
        assert " ▲ stale  these numbers are from before your change" in driver.text
        await driver.press("escape", "right")
        assert "stale" not in driver.text
        await driver.press("left")
        assert "stale" in driver.text
        await driver.press("u")
        assert "stale" not in driver.text


async def test_every_jacobian_flips_the_one_of_the_sums_to_the_sample_too() -> None:
    async with running(size=WIDE) as driver:
        await driver.press("right")
        assert "J_x⁽¹⁾(f₁) 4×2 (3.18)" in driver.text
        await driver.press("j")
        assert "Jᵀ_x⁽¹⁾(f₁) 2×4 (3.18)" in driver.text
        assert "J_x⁽¹⁾(f₁) 4×2" not in driver.text


async def test_an_infinite_parameter_ends_the_run_with_a_sentence_that_names_the_cell() -> None:
    async with running() as driver:
        await driver.press("right", "tab", "tab", "down", "e")
        await driver.type("inf")
        snapshot = await driver.press("escape", "right")
        assert snapshot.cycle == 1
        assert any("θ⁽¹⁾₁,₀" in notice for notice in driver.notices)
        assert (await driver.press("u", "right")).cycle == 2


async def test_a_sets_the_learning_rate() -> None:
    async with running() as driver:
        await driver.press("a")
        await driver.type("-1")
        assert "over 0" in driver.text
        await driver.type("0.3")
        assert driver.app.network.snapshot.learning_rate == 0.3


async def test_e_without_a_cursor_in_the_pane_in_focus_says_how_to_come_to_a_parameter() -> None:
    async with running() as driver:
        await driver.press("e")
        assert "e edits the parameter under the cursor" in driver.notices[-1]
        await driver.press("tab", "tab", "down")
        assert driver.app.screen.query_one(ParametersPane).cursor == Cell("theta1", 0, 0)
        driver.app.clear_notifications()
        await driver.press("tab", "e")
        assert len(driver.notices) == 1
        assert not driver.app.screen.is_modal


async def test_escape_leaves_the_cell_wherever_the_focus_is() -> None:
    async with running() as driver:
        await driver.press("right", "tab", "tab", "down", "tab", "tab", "escape")
        assert driver.app.screen.query_one(ParametersPane).cursor is None


async def test_a_plain_number_is_an_iteration_and_c_a_cycle() -> None:
    async with running() as driver:
        await driver.press("g")
        await driver.type("1,000")
        assert driver.app.network.snapshot.cycle == 4_000
        await driver.press("g")
        await driver.type("c 49")
        assert driver.app.network.snapshot.cycle == 49


async def test_another_task_is_chosen_from_a_list() -> None:
    async with running() as driver:
        snapshot = await driver.press("right", "t", "down", "enter", "right")
        assert snapshot.task == "xnor"
        snapshot = await driver.press("t", "end", "enter")
        assert (snapshot.task, snapshot.inputs, snapshot.cycle) == ("parity4", 4, 0)
        assert (await driver.press("right_square_bracket")).cycle == 16


async def test_the_cursor_explains_its_cell_and_lights_its_sources() -> None:
    async with running() as driver:
        await driver.press("right_square_bracket", "right")
        board = await jacobians(driver)
        board.cursor = Cell("theta2_gradient", 0, 2)
        await settle(driver.pilot)
        inspector = driver.app.screen.query_one(Inspector)
        assert inspector.display
        assert "∂E/∂θ⁽²⁾₁,₂" in str(inspector.border_title)
        assert Cell("jacobian_f4_x4", 0, 0) in board.lit
        assert Cell("jacobian_f3_theta2", 0, 2) in board.lit
        driver.app.network._places.bring_forward("parameters")
        await settle(driver.pilot)
        parameters_pane = driver.app.screen.query_one(ParametersPane)
        parameters_pane.cursor = Cell("theta1", 0, 0)
        await settle(driver.pilot)
        assert board.cursor is None
        parameters_pane.cursor = None
        await settle(driver.pilot)
        assert not inspector.display


async def test_a_cell_that_is_not_computed_says_which_phase_computes_it() -> None:
    async with running() as driver:
        await driver.press("full_stop")
        (await jacobians(driver)).cursor = Cell("jacobian_f3_x3", 0, 0)
        await settle(driver.pilot)
        assert "phase f₃ does it" in driver.text


async def test_the_check_passes_on_true_values_and_stays_on() -> None:
    async with running(size=WIDE) as driver:
        await driver.press("right", "c")
        assert "✓ 17/17 gradients, 87/87 Jacobian entries" in driver.text
        await driver.press("full_stop")
        assert "check on: it waits" in driver.text
        await driver.press("right")
        assert "✓ 17/17" in driver.text
        await driver.press("c")
        assert "17/17" not in driver.text


async def test_a_planted_wrong_entry_is_caught_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    true = layers.jacobian_f3_x3

    def wrong(theta2: layers.Array, x4: layers.Array) -> layers.Array:
        jacobian = true(theta2, x4)
        jacobian[0, 2] += 1e-3
        return jacobian

    monkeypatch.setattr(layers, "jacobian_f3_x3", wrong)
    async with running(size=WIDE) as driver:
        await driver.press("right", "c")
        assert "✗ WRONG" in driver.text
        assert driver.app.screen.query_one(JacobiansPane).marks[Cell("jacobian_f3_x3", 0, 2)] == "wrong"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_tab_goes_round_all_the_panes_and_shows_each(size: tuple[int, int]) -> None:
    async with running(size=size) as driver:
        await driver.press("right")
        seen = []
        for _ in PANES:
            await driver.press("tab")
            pane = driver.app.focused
            assert pane is not None
            assert pane.region.area > 0
            assert pane.region in driver.app.screen.region
            seen.append(pane.id)
        assert sorted(seen) == sorted(PANES)


async def test_zoom_gives_one_pane_the_room_and_gives_it_back() -> None:
    async with running() as driver:
        board = await jacobians(driver)
        before = board.region
        await driver.press("right", "z")
        assert board.region.height > before.height
        assert not driver.app.screen.query_one(ParametersPane).region.area
        await driver.press("escape")
        assert board.region == before


async def test_resizing_through_every_size_keeps_the_run() -> None:
    async with running(size=WIDE) as driver:
        snapshot = await driver.press("right_square_bracket")
        for size in (MIDDLE, SMALL, (60, 20), (1, 1), SMALL, (118, 36), (300, 100), MIDDLE):
            await driver.pilot.resize_terminal(*size)
            await settle(driver.pilot)
            assert ("enlarge it to 80×24" in driver.text) == (size == (60, 20))
        assert parameters(driver.app.network.snapshot) == parameters(snapshot)


async def test_the_lines_of_the_help_and_its_scrollbar_do_not_depend_on_when_it_is_told_its_size() -> None:
    async with running(size=SMALL, start_screen="chain") as driver:
        await driver.press("question_mark")
        dialog, before = driver.app.screen, driver.text
        scroll = dialog.query_one(VerticalScroll)
        for shown in (False, True):  # as it was when the size was told late
            scroll.show_vertical_scrollbar = shown
            dialog._refresh_layout()
            dialog.on_resize()
            await driver.rest()
            assert driver.text == before
            assert scroll.show_vertical_scrollbar


@pytest.mark.parametrize(("before", "size"), [(WIDE, SMALL), (SMALL, WIDE), (WIDE, MIDDLE)])
async def test_behind_a_dialog_a_screen_looks_after_a_resize_as_if_it_had_been_opened_at_that_size(
    before, size
) -> None:
    seen: list[str] = []
    for sizes in ([before, size], [size]):
        async with running(size=sizes[0], start_screen="chain") as driver:
            await driver.press("question_mark")
            for other in sizes[1:]:
                await driver.pilot.resize_terminal(*other)
                await driver.rest()
            seen.append(driver.text)
    assert seen[0] == seen[1]


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_the_footer_shows_the_keys_of_what_has_the_focus_and_the_cell_cursor(size: tuple[int, int]) -> None:
    async with running(size=size) as driver:

        def footer() -> str:
            return driver.text.splitlines()[-1]

        await driver.press("right")
        assert "phase" in footer()
        assert footer().rstrip().endswith("? help  q quit")
        await driver.press("down")
        assert all(word in footer() for word in ("e edit", "v source", "esc leave"))
        await driver.press("escape")
        assert "esc leave" not in footer()
        driver.app.network._places.bring_forward("loss")
        await settle(driver.pilot)
        assert "l log" in footer()
        assert len(footer()) <= size[0]


async def test_a_click_on_the_footer_a_tab_or_a_screens_name_does_what_it_says() -> None:
    async with running() as driver:
        footer = driver.text.splitlines()[-1]
        await driver.pilot.click(offset=(footer.index("cycle"), 35))
        await settle(driver.pilot)
        assert driver.app.network.snapshot.cycle == 1
        lines = driver.text.splitlines()
        row = next(y for y, line in enumerate(lines) if " Map " in line)
        await driver.pilot.click(offset=(lines[row].index(" Map ") + 2, row))
        await settle(driver.pilot)
        assert driver.app.focused is not None
        assert driver.app.focused.id == "map"
        await driver.pilot.click(offset=(lines[0].index("2 descent") + 3, 0))
        await settle(driver.pilot)
        assert type(driver.app.screen).__name__ == "DescentScreen"


async def test_escape_leaves_the_cell_though_another_pane_has_the_focus() -> None:
    async with running() as driver:
        board = driver.app.network.query_one(JacobiansPane)
        driver.app.network._places.bring_forward("jacobians")
        await driver.press("right", "down", "tab")
        assert board.cursor is not None
        await driver.press("escape")
        assert board.cursor is None


async def test_the_palette_finds_screens_presets_and_keys() -> None:
    async with running() as driver:
        await driver.press("ctrl+p", *"to", "space", *"gradient", "enter")
        assert type(driver.app.screen).__name__ == "DescentScreen"
        await driver.press("ctrl+p", *"rosenb", "enter")
        assert driver.app.screen.session.recipe.preset.name == "rosenbrock"
        titles = [entry.title for entry in driver.app.entries()]
        assert "Run, or pause" in titles
        await driver.press("ctrl+p", *"textual-light", "enter")
        assert driver.app.theme == "textual-light"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("first", ["network", "chain"])
async def test_the_palette_takes_a_preset_of_any_screen_and_goes_to_that_screen(language: str, first: str) -> None:
    speak(language)
    say = {"descent": words().descent, "chain": words().chain, "starts": words().starts_screen}
    async with running(start_screen=first) as driver:
        for screen, name in {"descent": "into-the-saddle", "chain": "polar", "starts": "units-rates"}.items():
            await driver.press("ctrl+p")
            title = words().app.preset_entry(screen=words().app.screens[screen], name=say[screen].preset_names[name])
            driver.app.screen.query_one(Input).value = title
            await driver.press("enter")
            shown = driver.app.screen
            assert shown is driver.app.get_screen(screen)
            if screen == "starts":
                assert shown.trial.plan == PLANS[name]
            else:
                assert (shown.snapshot.study.preset if screen == "chain" else shown.snapshot.recipe.preset.name) == name
            await driver.press("3")


async def test_the_palette_has_every_preset_and_first_those_of_the_screen_that_one_is_on() -> None:
    async with running(start_screen="descent") as driver:
        presets = [entry.action for entry in driver.app.entries() if "preset(" in entry.action]
    assert presets == [
        *[f"take_preset({preset.name!r})" for preset in DESCENT_PRESETS],
        *[f"app.preset('chain', {preset.name!r})" for preset in CHAIN_PRESETS],
        *[f"app.preset('starts', {name!r})" for name in PLANS],
    ]


async def test_the_keys_in_the_help_can_be_searched_and_run() -> None:
    async with running() as driver:
        await driver.press("question_mark", "slash", *"samples", "space", *"forward", "enter")
        assert driver.app.network.snapshot.cycle == 4


async def test_the_pages_of_the_help_are_those_of_its_text_where_that_goes_on() -> None:
    async with running(size=(80, 24), start_screen="descent") as driver:
        await driver.press("question_mark")
        text, keys = driver.app.screen.query_one(VerticalScroll), driver.app.screen.query_one(OptionList)
        at = keys.highlighted
        assert text.max_scroll_y
        await driver.press(*["pagedown"] * 9)
        assert text.scroll_target_y == text.max_scroll_y
        await driver.press(*["pageup"] * 9)
        assert text.scroll_target_y == 0
        assert keys.highlighted == at


async def test_help_is_there_for_every_pane_and_runs_a_key() -> None:
    async with running() as driver:
        for _ in PANES:
            await driver.press("tab", "question_mark")
            assert "Help: " in driver.text
            await driver.press("escape")
        await driver.press("question_mark")
        options = driver.app.screen.query_one(OptionList)
        options.highlighted = next(
            k for k in range(options.option_count) if options.options[k].id == "iteration.forward"
        )
        assert (await driver.press("enter")).cycle == 4


async def test_practice_gives_a_second_try_with_a_hint_then_judges_and_shows_the_working() -> None:
    async with running() as driver:
        await driver.press("right", "p", "1")
        task = driver.app.network._microscope.exercise
        assert task is not None
        assert "??" in driver.text
        await driver.type(f"{task.value + 1}")
        assert "once more" in driver.text
        assert "??" in driver.text
        await driver.type(f"{-task.value}")
        assert "not right" in driver.notices[-1]
        assert "0 of 1" in driver.notices[-1]
        assert "??" not in driver.text
        await driver.press("p", "enter")
        await driver.type(repr(driver.app.network._microscope.exercise.value))
        assert "1 of 2" in driver.notices[-1]
        await driver.press("p", "enter", "escape")
        assert driver.app.network._microscope.exercise is None


async def test_the_source_of_a_jacobian_is_shown() -> None:
    async with running() as driver:
        await driver.press("full_stop", "full_stop", "full_stop", "full_stop", "tab", "tab", "tab", "down", "v")
        assert "def jacobian_f4_x4" in driver.text
        await driver.press("escape")


async def test_the_command_line_of_the_state_is_copied() -> None:
    async with running() as driver:
        await driver.press("right", "y")
        assert driver.app.clipboard.endswith("--learning-rate 0.02 --go-to 1")


async def test_a_target_stops_the_run_at_its_iteration() -> None:
    async with running(until_error=0.6) as driver:
        await driver.pilot.press("space")
        await settle(driver.pilot)
        snapshot = driver.app.network.snapshot
        assert snapshot.iteration_error < 0.6
        (notice,) = driver.notices
        assert re.fullmatch(r"ΣE < 0.6 at iteration \d+", notice)


async def test_painting_only_reads(monkeypatch) -> None:
    paint_at_every_rest(monkeypatch)
    async with running() as driver:
        await driver.press("right_square_bracket")
        curve = driver.app.network.run._engine.session.timeline.curve
        for _ in range(5):
            driver.app.refresh(layout=True)
            await settle(driver.pilot)
        assert curve.count == 1
        assert len(driver.app.network.snapshot.chart.curve) == 1


async def test_every_key_of_the_table_has_its_action() -> None:
    app = BackpropApp(compile=False)
    for key in KEYS:
        name = key.action.split("(")[0]
        assert callable(getattr(app.network, f"action_{name}")), key.id
    assert len({key.id for key in KEYS}) == len(KEYS.keys)


async def test_a_keymap_gives_an_action_another_key_and_the_help_says_so() -> None:
    async with running(keymap=keymap(["iteration.forward=b"])) as driver:
        assert (await driver.press("right_square_bracket")).cycle == 0
        assert (await driver.press("b")).cycle == 4
        await driver.press("question_mark")
        assert re.search(r"b +forward to the end of the iteration", driver.text)


def test_a_key_for_no_action_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(ValueError, match="no_key") as refused:
        keymap(["runn=x"])
    assert re.search(r"'runn=x' maps no key; .*iteration\.forward", reason(refused.value))


async def test_an_error_of_the_worker_is_a_notice_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Session, *_: Any, **__: Any) -> None:
        raise ZeroDivisionError("planted")

    async with running() as driver:
        monkeypatch.setattr(Session, "toward", broken)
        await driver.pilot.press("right")
        for _ in range(200):
            await driver.pilot.pause(0.01)
            if driver.notices:
                break
        assert "planted" in driver.notices[0]


async def test_j_turns_the_jacobians_of_the_network_and_of_the_chain_rule_alike():
    async with running(WIDE) as driver:
        screen = driver.app.network
        assert not screen.transposed  # each as its part of the article has it
        await driver.press("1")
        chain = driver.app.screen
        assert chain.transposed
        await driver.press("3", "j")
        assert screen.transposed
        assert "Jᵀ: one row for each input" in driver.text
        await driver.press("1")
        assert chain.transposed
        await driver.press("j")
        assert not chain.transposed
        await driver.press("3")
        assert not screen.transposed
        assert "J: one row for each output" in driver.text
        assert not any(board.turned for board in screen._boards)


async def test_a_chain_rule_that_is_opened_later_shows_the_jacobians_as_the_network_does():
    async with running(MIDDLE) as driver:
        await driver.press("right", "j", "j", "1")
        assert not driver.app.screen.transposed
        assert "J: one row for each output" in driver.text


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_a_sentence_about_a_key_goes_on_under_its_beginning_at_any_size(size) -> None:
    async with running(WIDE) as driver:
        await driver.press("question_mark", "slash", *"evenly")
        await driver.pilot.resize_terminal(*size)
        await driver.rest()
        lines = driver.text.splitlines()
        first = next(y for y, line in enumerate(lines) if "evenly spaced" in line)
        column = lines[first].index("loss chart")
        assert lines[first].index(" X  ") == column - len(" X  ")
        beside = lines[first + 1][:column].rpartition("│")[2]
        assert lines[first + 1][column] != " "
        assert not beside.strip()


async def test_a_list_names_a_key_for_each_choice_and_the_key_takes_it():
    async with running(MIDDLE) as driver:
        await driver.press("t")
        options = driver.app.screen.query_one(OptionList)
        shown = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
        assert [line[0] for line in shown] == list("123456789abcdefghijklmnop"[: len(shown)])
        wanted = next(line for line in shown if line.split()[1] == "and")
        snapshot = await driver.press(wanted[0])
        assert not driver.app.screen.is_modal
        assert snapshot.command.count("and")


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_the_whole_rail_is_seen_in_ascii_too(size):
    async with running(size, plain=True) as driver:
        await driver.press("right")
        assert "> update" in driver.text.splitlines()[2]
        assert "?" not in driver.text.splitlines()[-1].replace("? help", "")
        assert re.search(r"-> x\(3\) [1-8]{4} ->", driver.text) or size != (80, 24)


async def test_on_the_way_out_no_action_is_performed_and_a_late_timer_finds_no_fault() -> None:
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app._exit = True
        assert not await app.run_action("app.screen('starts')")
        app._handle_exception(NoMatches("the screen is gone"))
        assert app._exception is None
        app._exit = False
        assert await app.run_action("app.bell")
