"""What leads a reader on: a key to the numbers, sums that are true, notices that say once what they say."""

from contextlib import asynccontextmanager

import pytest
from driver import Driver
from scenes import settle
from textual.widgets import Input, Static

from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import number
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.network.matrix_views import Look, parameter_views, phase_views
from tui_backprop.tui.network.phase_pane import PhasePane
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.tui.network.rail import Rail
from tui_backprop.words import speak, words


@asynccontextmanager
async def driven(recipe=None, size=(120, 36), **options):
    """The app on a run, painted once, at the hands of a driver."""
    app = BackpropApp(recipe or Recipe(), compile=False, **options)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Driver(app, pilot)


async def test_the_down_key_puts_the_cursor_on_a_number_from_wherever_the_focus_is():
    async with driven() as driver:
        await driver.press("right")
        driver.app.network.query_one("#loss").focus()
        await driver.press("down")
        (board,) = [board for board in driver.app.network.query(QuantityBoard) if board.has_focus]
        assert board.cursor is not None


def _explained(app):
    inspector = app.network.query_one("#lasting-inspector", Inspector)
    assert inspector.display
    return f"{inspector.border_title} {inspector.query_one('#inspector-text', Static).render()}"


async def test_until_a_number_is_pointed_at_the_lasting_inspector_explains_the_one_that_the_phase_works_out():
    async with driven(size=(200, 60)) as driver:
        await driver.press("right")
        assert "plus the change −α times its gradient" in _explained(driver.app)
        await driver.press("full_stop")
        assert "x⁽²⁾₃ · row 3" in _explained(driver.app)
        assert words().network_screen.any_other_number in _explained(driver.app)
        await driver.press("down")
        assert driver.app.network.pointed is not None
        assert words().network_screen.any_other_number not in _explained(driver.app)
        await driver.press("escape", "right", "p", "enter")
        driver.app.network.point(None)
        await driver.rest()
        assert words().network_screen.point_at_a_number in _explained(driver.app)


async def test_inputs_of_ones_own_are_not_rounded_in_the_jacobian_that_they_fill():
    data = OwnData("mine.csv", ((0.25, -16.0, 1.0), (1.5, 8.0, 0.0)))
    for size in ((80, 24), (120, 36), (200, 60)):
        async with driven(Recipe("data", data=data), size=size) as driver:
            await driver.press("full_stop")
            phase = driver.app.network.query_one(PhasePane)
            numbers = [
                piece.text
                for y in range(phase.board.height)
                for piece in phase.board.line(y)
                if piece.cell and piece.cell.code == "jacobian_f1_theta1" and piece.cell.row == 0
            ]
            assert [text.strip() for text in numbers[:3]] == ["1", "0.25", "-16"]


async def test_a_parameter_edited_by_hand_is_not_called_the_sum_of_its_update():
    async with driven(Recipe(edits=(Edit(1, "theta1[0,0]", 3.0),)), go_to=1) as driver:
        look = Look.at(driver.app.network.snapshot, 120, False)
        assert (look.edited("theta1"), look.edited("theta2")) == (True, False)
        joiners = {view.code: view.joiner for view in phase_views(look) if view.code in ("theta1", "theta2")}
        assert joiners == {"theta1": "   ", "theta2": " = "}
        notes = {view.code: view.note for view in parameter_views(look)}
        assert (notes["theta1"], notes["theta2"]) == ("edited", "updated")


async def test_a_changed_learning_rate_alone_leaves_the_sums_as_they_are():
    async with driven() as driver:
        await driver.press("right", "equals_sign")
        look = Look.at(driver.app.network.snapshot, 120, False)
        assert look.stale
        assert not look.edited("theta1")
        assert not look.edited("theta2")


async def test_after_a_change_the_key_that_is_named_goes_on_even_with_the_cursor_on_a_number():
    async with driven(size=(80, 24)) as driver:
        before = await driver.press("right", "down", "equals_sign")
        assert driver.app.network.pointed is not None
        assert words().network_screen.why_stale() in driver.text
        assert "; . goes on" in words().network_screen.why_stale()
        after = await driver.press("full_stop")
        assert (before.cycle, after.cycle) == (1, 2)


async def test_the_two_sums_of_e_are_told_apart_by_their_names():
    async with driven(go_to=8) as driver:
        snapshot = await driver.press()
        text = driver.text
        total = float(snapshot.table.error.sum())
        assert abs(total - snapshot.iteration_error) > 1e-3
        assert f"ΣE last iteration {number(snapshot.iteration_error)}" in text
        assert f"ΣE now   {number(total)}" in text


async def test_a_restart_says_which_learning_rate_is_in_force_and_what_is_left_behind():
    async with driven() as driver:
        await driver.press("right", "equals_sign", "r")
        assert "Restarted with α 0.02, without the edit: u brings the run before it back." in driver.notices


async def test_the_same_notice_stands_there_once():
    async with driven() as driver:
        for _ in range(3):
            driver.app.notify("one")
            driver.app.notify("two")
        await driver.rest()
        assert sorted(driver.notices) == ["one", "two"]


async def test_the_header_says_why_a_run_stopped_when_the_notice_has_gone():
    for size in ((80, 24), (120, 36)):
        async with driven(Recipe(learning_rate=0.5), until_error=0.55, size=size) as driver:
            await driver.press("space")
            driver.app.clear_notifications()
            await driver.rest()
            header, _, _, _, _, why = driver.text.splitlines()[:6]
            assert f"‖ {words().network_screen.reached}" in header
            assert "ΣE < 0.55 at iteration" in why
            await driver.press("home")
            assert words().network_screen.reached not in driver.text


async def test_an_entry_has_one_name_and_its_row_and_column_say_what_they_stand_for():
    async with driven() as driver:
        await driver.press("full_stop")
        driver.app.network.bring_forward("parameters")
        await driver.rest()
        await driver.press("down")
        assert "θ⁽¹⁾₁,₀ · row 1 (unit 1), column 1 (bias) · (3.9)" in driver.text
        await driver.press("e")
        assert "θ⁽¹⁾₁,₀ · row 1 (unit 1), column 1 (bias)" in driver.text
        assert "theta1[" not in driver.text


async def test_row_and_column_of_a_transpose_are_those_that_stand_on_the_screen():
    async with driven(size=(200, 60)) as driver:
        await driver.press("right", "j")
        driver.app.network.bring_forward("jacobians")
        await driver.rest()
        board = driver.app.network.query_one("#jacobians")
        board.cursor = board.place_of(Cell("jacobian_f2_x2", 2, 1))
        await driver.rest()
        assert "row 2 (x⁽²⁾₂), column 3 (x⁽³⁾₂)" in driver.text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("phase", [Phase.START, Phase.THETA2_GRADIENT, Phase.UPDATE])
async def test_at_80_columns_the_badge_says_how_jacobians_are_written_and_the_key_that_turns_them_over(language, phase):
    speak(language)
    async with driven(size=(80, 24)) as driver:
        await driver.press(*["full_stop"] * phase)
        for transposed, shown in ((False, "J → Jᵀ"), (True, "Jᵀ → J")):
            line = driver.app.network.query_one(Rail).render().plain
            assert line.endswith(f"{words().app.convention(transposed=transposed)[-1]} ")
            assert shown in line
            assert all(word in line for word in (words().network_screen.forward, words().network_screen.backward))
            await driver.press("j")


async def test_e_edits_the_parameter_wherever_the_cursor_is_on_something_of_it():
    async with driven() as driver:
        snapshot = await driver.press("right", "down")
        board = driver.app.network.focused
        for code in ("theta1_before", "theta1_change", "theta2_gradient"):
            board.cursor = board.place_of(Cell(code, 0, 1))
            await driver.press("e")
            parameter = code.partition("_")[0]
            assert driver.app.screen.query_one(Input).value == repr(float(snapshot.values[parameter][0, 1]))
            await driver.press("escape")


async def test_the_footer_offers_to_edit_where_there_is_a_parameter_to_edit_and_nowhere_else():
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("right", "down")
        assert "e edit" in driver.text.splitlines()[-1]
        await driver.press("escape", "tab", "tab", "tab", "down")
        assert app.network.focused.pointed().code == "jacobian_f4_x4"
        assert "v source" in driver.text.splitlines()[-1]
        assert "e edit" not in driver.text.splitlines()[-1]


async def test_at_80_by_24_a_check_leaves_its_sign_in_the_header():
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await Driver(app, pilot).press("right", "c")
        assert "α 0.02 ✓ " in app.screen.query_one(TopBar).lines()[0].plain


async def test_how_many_samples_are_right_is_whole_in_the_narrowest_strip():
    app = BackpropApp(Recipe("parity4", hidden=16), compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("right")
        (line,) = [line for line in driver.text.splitlines() if "x⁽¹⁾ (0,0,0,0)" in line]
        assert line.rstrip().endswith("8/16 ✓")


async def test_the_parameter_before_the_update_is_told_with_every_digit_and_a_zero_has_no_sign():
    async with driven() as driver:
        snapshot = await driver.press("right", "down")
        assert f"= {float(snapshot.values['theta1_before'][0, 0])!r} " in driver.text
        board = driver.app.network.focused
        assert float(snapshot.values["theta1_change"][0, 1]) == 0
        board.cursor = board.place_of(Cell("theta1_change", 0, 1))
        await driver.rest()
        assert " = 0.0 " in driver.text
        assert "−0.0 " not in driver.text


async def test_a_gradient_of_theta1_is_told_with_a_factor_for_each_jacobian_of_its_chain():
    async with driven() as driver:
        snapshot = await driver.press("right", "comma")
        values = snapshot.values
        e, s = float(values["x4"][0, 0] - values["tx1"][0, 0]), float(values["x4"][0, 0])
        h = float(values["x3"][1, 0])
        factors = (e, float(values["theta2"][0, 1]) * s * (1 - s), h * (1 - h), 1.0)
        line = driver.text.splitlines()[4]
        assert [float(part) for part in line.split(" = ")[1].split("·")] == [round(factor, 4) for factor in factors]


@pytest.mark.parametrize(("size", "shown"), [((80, 24), "α 0.5"), ((120, 36), "check waits")])
async def test_the_header_keeps_the_learning_rate_before_the_sizes_and_the_check_before_the_seed(size, shown):
    async with driven(Recipe(learning_rate=0.5), size=size) as driver:
        await driver.pilot.press("c")
        await driver.rest()
        assert shown in driver.app.screen.query_one(TopBar).lines()[0].plain


async def test_beside_the_parameters_stand_both_gradients_as_the_help_of_the_pane_says():
    async with driven(go_to=1) as driver:
        await driver.press("tab", "tab")
        lines = driver.text.splitlines()
        assert any("∇θ⁽¹⁾ 4×3" in line and "Δθ⁽¹⁾ 4×3" in line for line in lines)
        assert any("θ⁽²⁾ 1×5" in line and "∇θ⁽²⁾ 1×5" in line for line in lines)
