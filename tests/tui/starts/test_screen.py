"""The screen of many starts, as it is used."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from driver import Driver
from languages import seen
from rich.cells import cell_len
from scenes import settle
from textual.widgets import Input

from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.run import StartsRun, State
from tui_backprop.training.starts.threads import Threads
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.starts.groups import GroupsPane
from tui_backprop.tui.starts.screen import StartsScreen
from tui_backprop.tui.starts.seeds import SeedsPane
from tui_backprop.tui.starts.settings_table import SettingsPane
from tui_backprop.tui.starts.texts import before_the_first_end
from tui_backprop.words import words

PLAN = "--hidden 1,2 --learning-rate 0.5,2 --starts 6 --iterations 2000"
SAME = Plan(hidden=(1, 2), learning_rates=(0.5, 2.0), starts=6, iterations=2000)


def starts_app():
    app = BackpropApp(start_screen="starts")
    app.animation_level = "none"
    return app


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def begun(pilot, plan=PLAN):
    await settle(pilot)
    await press(pilot, "e", *plan, "enter", "space")
    screen = pilot.app.screen
    assert isinstance(screen, StartsScreen)
    return screen


async def test_a_plan_that_is_typed_fills_and_comes_to_what_the_engine_alone_comes_to():
    alone = StartsRun(SAME)
    alone.start()
    alone.wait(60)
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot)
        look = screen.snapshot
        assert look.snapshot.state is State.DONE
        assert look.snapshot.plan == SAME
        expected = [(summary.reached, summary.done, summary.quartiles) for summary in alone.snapshot().settings]
        assert [(entry.reached, entry.done, entry.quartiles) for entry in look.snapshot.settings] == expected


@pytest.mark.parametrize("start_screen", ["network", "starts"])
async def test_the_first_plan_has_the_network_of_the_run_whose_end_one_has_just_seen(start_screen):
    app = BackpropApp(
        Recipe(task="xnor", hidden=2, learning_rate=0.5, weights=(-1, 1)), start_screen=start_screen, compile=False
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        plan = app.screen.trial.plan
        assert (plan.tasks, plan.hidden, plan.learning_rates, plan.weights) == (("xnor",), (2,), (0.5,), ((-1, 1),))
        await press(pilot, "t", "enter")
        assert app.screen.trial.plan == Plan(starts=100)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_while_the_training_is_compiled_header_and_panes_say_so(size, monkeypatch):
    released = Event()
    monkeypatch.setattr(Threads, "work", lambda *_: released.wait(60))
    app = starts_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("space")
        await pilot.pause()
        text = Driver(app, pilot).text
        said = words().starts_screen
        assert f"▶ {said.preparing}" in text.splitlines()[0]
        assert said.compiling in text
        assert said.waiting not in text
        released.set()
        await settle(pilot)


async def test_a_plan_that_is_none_stays_in_the_dialog_with_its_reason():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        before = pilot.app.screen.trial.plan
        await press(pilot, "e", *"--hiden 4", "enter")
        assert pilot.app.screen.is_modal
        assert "--hiden" in str(pilot.app.screen.query_one("#ask-error").render())
        await press(pilot, "escape")
        assert pilot.app.screen.trial.plan == before


async def test_a_sets_the_learning_rates_that_the_plan_tries_and_leaves_the_rest_of_it():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "e", *"--hidden 2,3 --learning-rate 0.5", "enter", "a")
        assert pilot.app.screen.query_one(Input).value == "0.5"
        await press(pilot, *"0.1,x", "enter")
        assert "0.1,x" in str(pilot.app.screen.query_one("#ask-error").render())
        await press(pilot, "backspace", *"2", "enter")
        assert pilot.app.screen.trial.plan == Plan(hidden=(2, 3), learning_rates=(0.1, 2))
        await press(pilot, "a", *"0", "enter")
        assert "a finite number over 0" in str(pilot.app.screen.query_one("#ask-error").render())


async def test_every_setting_can_be_looked_at_and_the_seeds_are_its_own():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot)
        for setting in range(4):
            assert screen.snapshot.snapshot.chosen == setting
            numbers = {screen.snapshot.snapshot.results[int(index)].setting for index in screen.snapshot.order}
            assert numbers == {setting}
            await press(pilot, "right_square_bracket")
        assert screen.snapshot.snapshot.chosen == 0


async def test_the_cells_of_the_table_of_settings_stand_in_columns_whatever_their_numbers():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot, "--hidden 1,4 --learning-rate 0.5,2 --starts 12 --iterations 1500")
        table = screen.query_one(SettingsPane)
        rows = [[cell_len(segment.text) for segment in table.render_line(y)] for y in (1, 2)]
        assert "12/12" in table.render_line(2).text
        assert rows[0][:5] == rows[1][:5]


async def test_seeds_are_sorted_by_what_one_asks_for():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot, "--hidden 2 --learning-rate 2 --starts 12 --iterations 2000")

        def column(name):
            look = screen.snapshot
            return [getattr(look.snapshot.results[int(index)], name) for index in look.order]

        assert column("seed") == list(range(12))
        await press(pilot, "s", "s")
        assert column("error") == sorted(column("error"))
        await press(pilot, "S")
        assert column("error") == sorted(column("error"), reverse=True)


@pytest.mark.parametrize("pane", ["seeds", "groups"])
async def test_what_is_opened_is_that_run_at_the_cycle_where_it_ended_bit_for_bit(pane):
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot)
        screen._places.bring_forward(pane)
        await settle(pilot)
        await press(pilot, "down")
        pointed = screen.query_one(f"#{pane}", SeedsPane if pane == "seeds" else GroupsPane)
        result = pointed.result
        await press(pilot, "enter")
        network = pilot.app.network
        assert pilot.app.screen is network
        session = Session(result.recipe)
        session.go_to(result.cycle)
        alone = session.snapshot()
        assert (network.snapshot.seed, network.snapshot.cycle) == (result.seed, result.cycle)
        np.testing.assert_array_equal(network.snapshot.values["theta1"], alone.values["theta1"])
        assert network.snapshot.iteration_error == alone.iteration_error
        assert network.snapshot.iteration_error == pytest.approx(result.error, rel=1e-12)
        await press(pilot, "escape")
        assert pilot.app.screen is screen, "esc comes back"
        assert screen.snapshot.snapshot.done == SAME.total


async def test_a_failed_start_that_is_opened_says_why_it_failed_and_how_to_come_back():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot, "--hidden 2 --learning-rate 0.5 --starts 6 --iterations 5000")
        failed = next(group.example for group in screen.snapshot.summary.groups if group.wrong)
        assert failed.wrong == (2,)
        screen._places.bring_forward("groups")
        await settle(pilot)
        await press(pilot, "down", "enter")
        said = " ".join(notice.message for notice in pilot.app._notifications)
        assert "sample 2 wrong" in said
        assert "not under 0.01" in said
        assert "u brings your own run back" in said
        own = pilot.app.network.snapshot.seed
        await press(pilot, "u")
        assert pilot.app.network.snapshot.seed == 0 != own


async def test_all_right_is_told_from_being_under_the_target():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        screen = await begun(pilot, "--hidden 4 --learning-rate 0.5 --starts 6 --iterations 1800")
        (group,) = screen.snapshot.summary.groups
        assert not group.wrong
        assert 0 < group.reached < group.starts == 6
        assert f"{group.starts - group.reached} of them not under ΣE 0.01" in seen(pilot.app)


async def test_in_a_lesson_a_start_takes_no_ones_place_and_says_so():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        own = pilot.app.network.snapshot
        await pilot.app.classroom.guide.begin("training")
        await settle(pilot)
        await press(pilot, "4")
        screen = pilot.app.screen
        await press(pilot, "space")
        screen.action_open()
        await settle(pilot)
        assert pilot.app.screen is screen
        assert [notice.message for notice in pilot.app._notifications] == [words().starts_screen.not_in_a_lesson]
        assert pilot.app.network.snapshot is own


async def test_it_pauses_goes_on_and_ends():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "e", *"--starts 1000000 --iterations 1000", "enter")
        screen = pilot.app.screen
        await pilot.press("space")
        assert screen.trial.under_way
        await press(pilot, "space")
        assert screen.snapshot.snapshot.state is State.PAUSED
        await pilot.press("space")
        await pilot.press("escape")
        await settle(pilot)
        assert screen.snapshot.snapshot.state is State.STOPPED
        assert screen.snapshot.snapshot.done < 1_000_000


async def test_other_screens_work_while_it_runs():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "e", *"--starts 1000000 --iterations 1000", "enter")
        starts = pilot.app.screen
        await pilot.press("space")
        await pilot.press("3")
        await settle(pilot)
        await press(pilot, "right", "right")
        assert pilot.app.network.snapshot.cycle == 2
        await pilot.press("4")
        assert pilot.app.screen is starts
        assert starts.trial.under_way
        await pilot.press("escape")
        await settle(pilot)


async def test_any_size_is_painted():
    async with starts_app().run_test(size=(120, 36)) as pilot:
        await begun(pilot)
        for size in ((1, 1), (20, 5), (80, 24), (79, 60), (300, 100), (40, 12), (120, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            for _ in ("all", "one alone"):
                for pane in ("settings", "solved", "errors", "groups", "seeds"):
                    pilot.app.screen._places.bring_forward(pane)
                    await settle(pilot)
                    assert seen(pilot.app).count("\n") == size[1] - 1, (size, pane)
                await press(pilot, "z")


def test_before_it_begins_the_screen_says_what_the_plan_will_do_and_once_it_runs_no_longer_how_to_begin():
    waiting = StartsRun(Plan(hidden=(2, 3), starts=7, until_error=0.05, iterations=1_000)).snapshot()
    said = before_the_first_end(waiting)
    assert all(part in said for part in ("2 settings", "7 sets", "0.05", "1,000", "space begins"))
    assert "space" not in before_the_first_end(replace(waiting, state=State.RUNNING))


async def test_the_plans_to_choose_from_are_told_by_what_they_ask():
    async with starts_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        options = pilot.app.screen.query_one("OptionList")
        shown = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
        assert [text[3:] for text in shown] == list(words().starts_screen.presets.values())
        assert max(map(cell_len, shown)) <= options.content_size.width
