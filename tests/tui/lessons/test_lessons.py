"""Every lesson walked through on the screens, by doing what each step asks for."""

from __future__ import annotations

import re
import threading

import pytest
from at_rest import paint_when_asked
from languages import seen
from rich.cells import cell_len
from scenes import settle
from textual.widgets import Input, OptionList, Static
from tui.lessons.driver import reading, walk

from tui_backprop.explain.cell import Cell
from tui_backprop.lessons import course
from tui_backprop.lessons.progress import Progress
from tui_backprop.lessons.questions import Pointing
from tui_backprop.lessons.walk import Walk
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.tui.chain.limit_table import LimitTable
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.lessons.view import Way, view_of
from tui_backprop.words import LANGUAGES, speak

SIZES = ((80, 24), (120, 36))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", course.NAMES)
async def test_a_lesson_is_walked_through_by_doing_what_its_steps_ask_for(name, language, tmp_path, monkeypatch):
    """Both languages, both sizes, half of the four ways: the benchmarks' folder walks all of them."""
    paint_when_asked(monkeypatch)
    size = SIZES[(course.NAMES.index(name) + LANGUAGES.index(language)) % 2]
    await walk(name, language, size, tmp_path)


async def test_leaving_a_lesson_gives_the_reader_s_own_run_back_as_it_was(tmp_path):
    recipe = Recipe(seed=5, learning_rate=0.5)
    async with reading(None, tmp_path, recipe=recipe) as reader:
        await reader.press("right_square_bracket", "right", "full_stop", "tab")
        app, own = reader.app, reader.app.screen
        before, front = own.snapshot, own.front
        await app.classroom.guide.begin("training")
        await settle(reader.pilot)
        await reader.do()
        await reader.press("n", "2", "3")
        assert app.screen is not own
        await app.classroom.guide.leave()
        await settle(reader.pilot)
        assert app.screen is own
        assert own.front == front
        assert not own.query("#lesson")
        after = own.snapshot
        assert (after.cycle, after.phase, after.command) == (before.cycle, before.phase, before.command)
        assert all((after.values[code] == before.values[code]).all() for code in before.values)
        await reader.press("u")
        assert own.snapshot.seed == 5


async def test_the_list_begins_a_lesson_shows_the_progress_and_leaves(tmp_path):
    async with reading(None, tmp_path) as reader:
        own = reader.app.screen
        await reader.press("L")
        assert "0 of 11" in reader.text()
        await reader.press("down", "down", "down", "down", "enter")
        assert reader.guide.current == "descent"
        await reader.do()
        await reader.press("escape", "L")
        assert "1 of 11" in reader.text()
        await reader.press("end", "enter")
        assert "Really forget" in reader.text()
        assert "begin, or go on" not in reader.text(), "enter begins no lesson there"
        await reader.press("up", "down", "enter")
        assert reader.guide.progress.done("descent"), "asked again after going elsewhere"
        await reader.press("enter")
        assert not reader.guide.progress.done("descent")
        await reader.press("L", "end", "up", "enter")
        assert reader.app.screen is own
        assert not reader.app.classroom.open


async def test_the_next_start_goes_on_where_a_lesson_was_left(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.do()
        await reader.do()
    async with reading("descent", tmp_path) as reader:
        assert reader.step.name == "rule"


async def test_the_offer_of_the_first_start_never_comes_again_after_a_choice(tmp_path):
    async with reading(None, tmp_path, offer_lessons=True) as reader:
        assert "New here?" in reader.text()
        await reader.press("right")
        assert "New here?" in reader.text()
        await reader.press("escape")
        assert "New here?" not in reader.text()
    assert Progress(tmp_path / "lessons.json").answered


async def test_the_explanation_of_a_number_leaves_the_offer_and_the_keys_in_sight(tmp_path):
    async with reading(None, tmp_path, offer_lessons=True) as reader:
        await reader.press("down")
        lines = reader.text().splitlines()
        assert "e edit" in lines[-2]
        assert "New here?" in lines[-1]
        await reader.press("escape")
        assert "q quit" in reader.text().splitlines()[-1]


@pytest.mark.parametrize("lesson", ["training", None])
async def test_a_notice_stands_over_no_key_and_over_nothing_that_a_lesson_says(lesson, tmp_path):
    app = BackpropApp(progress=Progress(tmp_path / "lessons.json"), lesson=lesson, offer_lessons=True, compile=False)
    app.animation_level = "none"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = seen(app).splitlines()
        app.notify("the first time that every sample is right")
        await settle(pilot)
        after = seen(app).splitlines()
        assert "the first time that every" in " ".join(after)
        keys = next(number for number, line in enumerate(before) if "q quit" in line)
        assert before[keys:] == after[keys:]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_offer_covers_no_line_of_the_panes(size, tmp_path):
    async with reading(None, tmp_path, size, offer_lessons=True) as reader:
        await reader.press("right_square_bracket", "right_square_bracket")
        for times in range(2):
            panes = reader.app.network.query_one("#panes")
            assert max(pane.region.bottom for pane in panes.children if pane.display) == panes.region.bottom
            if not times:
                await reader.press("escape")


async def test_a_click_on_the_offer_takes_it(tmp_path):
    async with reading(None, tmp_path, offer_lessons=True) as reader:
        await reader.pilot.click("Offer")
        await settle(reader.pilot)
        assert "0 of 9" in reader.text()
    assert Progress(tmp_path / "lessons.json").answered


async def test_a_wrong_number_gets_a_reason_a_hint_and_another_try(tmp_path):
    async with reading("descent", tmp_path) as reader:
        step = reader.step
        await reader.press("minus", "5", "enter")
        assert reader.step is step
        assert "the sign is not" in reader.text()
        await reader.press("5", "enter")
        assert reader.step is not step


async def test_full_width_digits_and_a_calculation_are_answers(tmp_path):
    async with reading("descent", tmp_path) as reader:
        reader.app.screen.query_one(Input).value = "（１－３）＊（１－３）＋１"
        await reader.press("enter")
        assert reader.step.name == "gradient"


async def test_what_is_no_number_is_said_to_be_none(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.press("a", "b", "enter")
        assert "“ab” is no number and no calculation" in reader.text()


async def test_a_long_answer_that_is_no_number_is_not_repeated_whole(tmp_path):
    async with reading("descent", tmp_path) as reader:
        reader.app.screen.query_one("#lesson Input", Input).value = "abc" * 150
        await reader.press("enter")
        assert "…” is no number and no calculation" in re.sub(r"\s+", " ", reader.text())
        assert "write at most 200" in reader.text()
        assert reader.step.name == "value"
        reader.app.screen.query_one(Input).value = "2(1-3)"
        await reader.press("enter")
        assert "an operator is missing" in reader.text()


async def test_nothing_typed_is_no_answer_and_is_said_to_be_none(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.press("enter")
        assert "✗ Nothing is typed yet: type a number first." in reader.text()
        await reader.press("space", "enter")
        assert reader.step.name == "value"
        await reader.press("5", "enter")
        assert reader.step.name == "gradient"


async def test_enter_alone_answers_no_question(tmp_path):
    async with reading("derivative", tmp_path) as reader:
        await reader.skip_to("kink")
        await reader.press("enter")
        assert reader.step.name == "kink"
        assert "✗ None is chosen yet: ↓ or a digit highlights one." in reader.text()
        await reader.press("1", "enter")
        assert reader.step.name == "kink", "the first choice is a wrong one"
        assert "None is chosen yet" not in reader.text()
        await reader.answer()
        assert reader.step.name == "order"


@pytest.mark.parametrize(("lesson", "name"), [("one_variable", "inner"), ("forward", "activations")])
async def test_where_a_number_is_to_be_pointed_at_the_arrow_keys_move_a_cursor_from_the_first_one_on(
    lesson, name, tmp_path
):
    async with reading(lesson, tmp_path) as reader:
        await reader.skip_to(name)
        await reader.act()
        stage = reader.guide._stages[reader.step.place.screen]
        before = stage.see().cell
        await reader.press("right")
        assert before is not None
        assert stage.see().cell not in (before, None)
        await reader.answer()
        assert reader.guide.walk.last.name == name


async def test_a_digit_highlights_a_choice_and_goes_to_no_other_screen(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.skip_to("cause")
        screen = reader.app.screen
        await reader.press("3")
        assert reader.app.screen is screen
        assert reader.app.screen.query_one(OptionList).highlighted == 2


async def test_what_is_typed_as_if_the_answer_were_a_number_changes_nothing_while_a_choice_is_asked_for(tmp_path):
    async with reading("backward", tmp_path) as reader:
        await reader.skip_to("twice")
        await reader.act()
        assert isinstance(reader.app.focused, OptionList)
        step, before = reader.step, reader.app.screen.snapshot
        await reader.press("minus", "0", "full_stop", "5", "6", "space", "right_square_bracket", "a")
        after = reader.app.screen.snapshot
        assert (reader.step, reader.app.screen.is_modal) == (step, False)
        assert (after.cycle, after.phase, after.learning_rate, after.running) == (
            before.cycle,
            before.phase,
            before.learning_rate,
            False,
        )
        await reader.press("question_mark")
        assert reader.app.screen.is_modal
        await reader.press("escape", "escape", "full_stop")
        assert reader.app.screen.snapshot.phase is not before.phase, "the keys are the screen's again"


async def test_the_tab_key_shows_another_pane_and_leaves_the_keys_to_the_question(tmp_path):
    async with reading("derivative", tmp_path) as reader:
        await reader.do()
        screen, front = reader.app.screen, reader.app.screen.front
        await reader.press("tab")
        assert screen.front != front
        await reader.press("shift+tab", "1")
        assert (screen.front, reader.app.screen) == (front, screen)
        assert screen.query_one("#lesson Input", Input).value == "1"
        await reader.press("tab", "escape", "2")
        assert reader.app.screen is not screen, "the question has been left by its own key"


async def test_no_key_changes_what_a_choice_is_asked_about(tmp_path):
    async with reading("derivative", tmp_path) as reader:
        await reader.skip_to("best")
        screen = reader.app.screen
        before, text = screen.snapshot, reader.text()
        await reader.press("right", "left", "left", "home", "end", "j", "f", "backspace")
        assert reader.app.screen is screen
        assert screen.snapshot.study == before.study
        assert reader.text() == text


@pytest.mark.parametrize("name", ["quotient", "best"])
async def test_the_pages_of_a_pane_turn_while_a_question_has_the_keys(name, tmp_path):
    async with reading("derivative", tmp_path) as reader:
        await reader.skip_to(name)
        table = reader.app.screen.query_one(LimitTable)
        for key, there in (("pageup", 0), ("pagedown", table.max_scroll_y), ("pageup", 0)):
            await reader.press(key, key)
            assert table.scroll_target_y == there
        assert table.max_scroll_y
        assert reader.guide.answering


async def test_the_footer_names_one_thing_that_the_enter_key_does(tmp_path):
    async with reading("training", tmp_path) as reader:
        await reader.skip_to("several")
        await reader.act()
        await reader.press("escape", *["tab"] * 4)
        footer = reader.text().splitlines()[13]
        assert "enter answer" in footer
        assert footer.count("enter") == 1


async def test_a_question_that_was_left_says_in_the_footer_how_to_come_back(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.press("escape")
        assert "enter answer" in reader.text()


async def test_the_explanation_of_a_number_hides_nothing_that_is_said_of_an_answer(tmp_path):
    async with reading("layers", tmp_path) as reader:
        await reader.skip_to("weights")
        await reader.press("right", "enter")
        assert reader.app.screen.query_one("#inspector").display
        assert "the bias first." in re.sub(r"\s+", " ", reader.text())


async def test_nothing_stands_over_a_question_that_is_being_answered(tmp_path):
    async with reading("layers", tmp_path) as reader:
        await reader.skip_to("zeros")
        inspector = reader.app.screen.query_one("#inspector")
        await reader.press("escape", "down")
        assert inspector.display
        await reader.press("enter")
        assert not inspector.display
        await reader.answer(right=False)
        text = reader.text()
        assert all(choice in text for choice in reader.guide._text.choices)
        assert "✗" in text


async def test_who_wandered_off_is_brought_back_before_a_cell_is_pointed_at(tmp_path):
    async with reading("backward", tmp_path) as reader:
        await reader.skip_to("fold")
        await reader.press("full_stop", "full_stop", "enter")
        assert "Here it is again" in reader.text()
        await reader.answer()
        assert reader.step.name == "no_input"


async def test_a_wrong_choice_gets_its_own_reason(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.skip_to("cause")
        await reader.answer(right=False)
        assert reader.step.name == "cause"
        assert "Both numbers are negative" in reader.text()
        await reader.answer()
        assert reader.step.name == "third"


async def test_what_is_said_of_a_wrong_choice_stays_in_sight_when_the_terminal_becomes_smaller(tmp_path):
    async with reading("one_variable", tmp_path, size=(159, 60)) as reader:
        await reader.skip_to("leftovers")
        await reader.answer(right=False)
        body = reader.app.screen.query_one("#lesson VerticalScroll")
        assert body.max_scroll_y == 0
        await reader.pilot.resize_terminal(80, 24)
        await settle(reader.pilot)
        assert body.max_scroll_y > 0
        assert body.scroll_y == body.max_scroll_y


async def test_a_wrong_cell_is_named(tmp_path):
    async with reading("jacobian", tmp_path) as reader:
        await reader.skip_to("entry")
        await reader.press("escape", "enter")
        assert "on no number yet" in reader.text()
        await reader.press("down", "enter")
        assert "You are pointing at x₂" in reader.text()
        await reader.answer(right=False)
        assert "You are pointing at ∂y₁/∂x₁" in reader.text()
        assert reader.step.name == "entry"


async def test_a_question_can_be_left_to_look_around_and_come_back_to(tmp_path):
    async with reading("descent", tmp_path) as reader:
        await reader.press("escape", "right")
        assert reader.app.screen.snapshot.k == 2
        assert reader.step.name == "value"
        await reader.press("enter", "5", "enter")
        assert reader.step.name == "gradient"
        assert reader.app.screen.snapshot.k == 1


async def test_the_articles_function_is_named_though_its_expression_is_typed(tmp_path):
    async with reading("descent", tmp_path) as reader:
        assert "The article's function (3.1), from (1, 1)." in reader.text()
        assert "your own" not in reader.text()
        assert "factor 2" not in reader.text(), "the misprint is for the reader to find"


async def test_back_puts_the_screen_back_too(tmp_path):
    async with reading("descent", tmp_path) as reader:
        for _ in range(7):
            await reader.press("N")
        assert reader.app.screen.snapshot.k == 3
        await reader.press("B", "B")
        assert reader.step.name == "cause"
        assert reader.app.screen.snapshot.k == 2


async def test_after_the_last_step_the_next_lesson_is_a_key_away(tmp_path):
    async with reading("descent", tmp_path) as reader:
        while reader.step is not None:
            await reader.press("N")
        text = re.sub(r"\s+", " ", reader.text())
        assert "The network, forward" in text
        assert "the end of the lesson “Gradient descent”: 0 of its 11 steps are done." in text
        assert "skip" not in text, "no step is left"
        await reader.press("N")
        assert reader.guide.current == "forward"


async def test_a_lesson_of_which_nothing_was_skipped_is_finished_and_the_last_lesson_has_none_behind_it(tmp_path):
    progress = Progress(tmp_path / "lessons.json")
    walk = Walk(course.lesson(course.NAMES[-1]), progress)
    for step in walk.lesson.steps:
        progress.mark(walk.lesson.name, step.name)
        walk.skip()
    view = view_of(walk, None, "", "", Way(), {})
    assert view.say.startswith("That was the lesson “Training, several starts”. It was the last lesson.")
    assert "N" not in view.keys


async def test_a_notice_goes_with_the_network_that_it_speaks_of(tmp_path):
    app = BackpropApp(progress=Progress(tmp_path / "lessons.json"), lesson="training", compile=False)
    app.animation_level = "none"
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        app.notify("the first time that every sample is right")
        await settle(pilot)
        assert "the first time" in seen(app)
        for _ in range(4):
            await pilot.press("N")
            await settle(pilot)
        assert app.classroom.guide.walk.step.name == "stuck"
        assert "the first time" not in seen(app)


@pytest.mark.parametrize(("name", "place"), [("sources", "= 0.0"), ("sum", "= 12.0")])
async def test_the_explanation_of_a_number_is_whole_where_the_board_leaves_room(name, place, tmp_path):
    async with reading("product", tmp_path, size=(120, 36)) as reader:
        await reader.skip_to(name)
        inspector = reader.app.screen.query_one(Inspector)
        assert place in reader.text()
        assert inspector.max_scroll_y == 0


@pytest.mark.parametrize("lesson", ["layers", "backward"])
async def test_what_is_said_before_a_number_is_pointed_at_stands_whole_above_its_explanation(lesson, tmp_path):
    async with reading(lesson, tmp_path) as reader:
        for step in course.lesson(lesson).steps:
            if isinstance(step.question, Pointing):
                await reader.skip_to(step.name)
                assert reader.app.screen.query_one("#inspector").display
                assert reader.app.screen.query_one("#lesson VerticalScroll").max_scroll_y == 0, step.name


async def test_after_the_last_step_escape_leads_out_of_the_lessons_and_the_footer_says_so(tmp_path):
    async with reading(None, tmp_path) as reader:
        own = reader.app.screen
        await reader.app.classroom.guide.begin("backward")
        await settle(reader.pilot)
        await reader.press("escape")
        while reader.step is not None:
            assert reader.app.classroom.open, "before the end escape leaves no lesson"
            assert "leave the lessons" not in reader.text()
            await reader.press("N")
        await reader.press("tab", "down")
        assert reader.app.screen.pointed is not None
        assert "leave the lessons" not in reader.text(), "escape leaves the number first"
        await reader.press("escape")
        assert reader.app.screen.pointed is None
        assert "esc leave the lessons" in reader.text()
        await reader.press("escape")
        assert not reader.app.classroom.open
        assert reader.app.screen is own


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 60)], ids=str)
async def test_the_panel_is_a_column_where_there_is_room_and_a_strip_elsewhere(size, tmp_path):
    async with reading("backward", tmp_path, size) as reader:
        panel = reader.app.screen.query_one("#lesson")
        column = size[0] >= 160
        assert panel.region.size == ((40, size[1]) if column else (size[0], 10))
        assert panel.query_one("VerticalScroll").max_scroll_y == 0
        await reader.pilot.resize_terminal(*((100, 30) if column else (170, 50)))
        await settle(reader.pilot)
        reader.guide.look()
        await settle(reader.pilot)
        assert panel.region.size == ((100, 10) if column else (40, 50))


async def test_the_app_can_begin_with_the_list_of_the_lessons(tmp_path):
    async with reading("", tmp_path) as reader:
        assert "0 of 9" in reader.text()


async def test_another_screen_tells_the_step_of_now_and_how_to_come_back_to_it(tmp_path):
    async with reading("jacobian", tmp_path) as reader:
        await reader.press("escape", "2")
        assert "This step is on the screen “chain rule”: 1 goes back to it." in reader.text()
        await reader.press("1")
        assert "This step is on" not in reader.text()
        await reader.press("2", "enter")
        assert "What is y₂?" in reader.text()
        await reader.press("enter")
        await reader.answer()
        assert reader.step.name == "coordinate"
        await reader.press("2")
        assert "step 2 of 9" in reader.text()
        assert "goes back to it" in reader.text()


async def test_a_preset_of_another_screen_is_taken_on_the_lesson_s_own_and_the_lesson_goes_on(tmp_path):
    async with reading("jacobian", tmp_path) as reader:
        await reader.press("escape", "ctrl+p", *"valley", "enter")
        own = reader.app.screen
        assert own is reader.guide._stages["descent"].screen
        assert own.snapshot.recipe.preset.name == "rosenbrock"
        assert "This step is on the screen “chain rule”: 1 goes back to it." in reader.text()
        await reader.press("1", "enter")
        await reader.answer()
        assert reader.step.name == "coordinate"


async def test_who_is_to_press_an_arrow_key_is_told_to_take_the_cursor_off_the_numbers_first(tmp_path):
    async with reading("one_variable", tmp_path) as reader:
        assert "first press esc" not in reader.text()
        await reader.press("down")
        assert "first press esc" in reader.text()
        await reader.press("right")
        assert not reader.asked
        await reader.press("escape")
        assert "first press esc" not in reader.text()
        await reader.press("right")
        assert reader.asked


async def test_once_an_answer_is_right_nothing_is_said_of_a_wrong_one_while_the_next_step_is_set_up(
    tmp_path, monkeypatch
):
    ready = threading.Event()
    async with reading("descent", tmp_path) as reader:
        prepare = reader.guide._prepare
        monkeypatch.setattr(reader.guide, "_prepare", lambda step: ready.wait(10) and prepare(step))
        await reader.press("minus", "5", "enter")
        assert "the sign is not" in reader.text()
        reader.app.screen.query_one(Input).value = "5"
        await reader.pilot.press("enter")
        await reader.pilot.pause()
        assert "the sign is not" not in reader.text()
        assert not reader.guide.settled
        ready.set()
        await settle(reader.pilot)
        assert reader.step.name == "gradient"


@pytest.mark.parametrize(
    ("lesson", "name", "matrix"),
    [
        ("jacobian", "entry", "Jᵀ_x(f) 2×3"),
        ("product", "sources", "Jᵀ_x(g∘f) 2×2"),
        ("product", "layers", "Jᵀ_x(g∘f) 2×4"),
    ],
)
async def test_the_matrix_that_is_to_be_pointed_into_is_in_sight(lesson, name, matrix, tmp_path):
    async with reading(lesson, tmp_path) as reader:
        await reader.skip_to(name)
        assert matrix in reader.text()
        await reader.press("enter")
        assert "You are pointing at ∂" in reader.text()


@pytest.mark.parametrize(
    ("name", "matrix"),
    [("zeros", "J_θ⁽¹⁾(f₁)"), ("blocks", "J_θ⁽¹⁾(f₁)"), ("block", "J_θ⁽¹⁾(f₁)"), ("slope", "J_x⁽²⁾(f₂)")],
)
async def test_the_jacobian_that_a_step_speaks_of_is_in_sight(name, matrix, tmp_path):
    async with reading("layers", tmp_path) as reader:
        await reader.skip_to(name)
        screen = reader.text().split("Lesson 7")[0]
        assert matrix in screen
        assert "·" in screen.split(matrix)[1], "its zeros"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", course.NAMES)
def test_the_head_of_a_lesson_is_whole_at_eighty_columns(name, language, tmp_path):
    speak(language)
    walk = Walk(course.lesson(name), Progress(tmp_path / "lessons.json"))
    for _ in walk.lesson.steps[1:]:
        walk.skip()
    view = view_of(walk, None, "", "", Way(), {})
    assert cell_len(f"{view.heading}  {view.place} {view.keys}") <= 80 - 2


async def test_who_points_at_the_same_number_found_another_way_is_told_so(tmp_path):
    async with reading("product", tmp_path) as reader:
        await reader.skip_to("sources")
        reader.guide._stages["chain"].point(Cell("symbolic", 0, 0))
        await settle(reader.pilot)
        await reader.press("enter")
        text = re.sub(r"\s+", " ", reader.text())
        assert (
            "You are pointing at ∂z₁/∂x₁ · symbolic. It is in the first row and the first column of Jᵀ_x(g∘f)." in text
        )


async def test_over_the_panel_a_number_that_takes_long_to_explain_still_stands_among_its_neighbours(tmp_path):
    async with reading("jacobian", tmp_path) as reader:
        await reader.skip_to("entry")
        reader.guide._stages["chain"].point(Cell("symbolic", 1, 0))
        await settle(reader.pilot)
        board = reader.app.screen.query_one(ChainBoard)
        seen = range(board.region.y, board.region.bottom)
        assert board.cursor_region.y in seen
        assert board.cursor_region.y - 2 in seen, "the title of the matrix is out of sight"
        assert "∂z₁/∂x₂" in reader.text()


async def test_the_row_of_the_limit_that_a_step_speaks_of_is_in_sight(tmp_path):
    async with reading("derivative", tmp_path) as reader:
        await reader.skip_to("rounding")
        assert "1e-16" in reader.text()
        await reader.press("B")
        assert "h → 0" in reader.text()


async def test_what_a_matrix_is_misprinted_with_is_told_only_after_it_was_asked_for(tmp_path):
    async with reading("layers", tmp_path) as reader:
        inspector = reader.app.screen.query_one(Inspector)
        while reader.step.name != "own_bias":
            assert not inspector.display, reader.step.name
            await reader.do()
        assert inspector.display
        assert "the article" in str(inspector.query_one(Static).content).lower()


async def test_a_second_try_takes_the_place_of_the_first_even_if_it_is_as_wrong(tmp_path):
    async with reading("jacobian", tmp_path, compile=False) as reader:
        answer = reader.app.screen.query_one("#lesson Input", Input)
        for text in ("7", "8", "9"):
            await reader.press(text, "enter")
            assert answer.value == text
            assert "✗" in reader.text()


async def test_who_comes_back_to_a_question_types_the_answer_at_once_and_who_has_left_it_is_told_the_way(tmp_path):
    async with reading("jacobian", tmp_path, compile=False) as reader:
        assert "Type a number" in reader.text()
        await reader.press("escape")
        assert "Type a number" not in reader.text()
        assert "Press enter to answer." in reader.text()
        await reader.press("3", "enter")
        assert reader.guide.answering
        assert "Type a number" in reader.text()
        await reader.press("5")
        assert reader.app.screen.query_one("#lesson Input", Input).value == "5"


async def test_the_number_of_a_lesson_begins_it(tmp_path):
    async with reading(None, tmp_path, compile=False) as reader:
        await reader.press("L", "3")
        assert reader.guide.current == "jacobian"


async def test_a_question_of_another_kind_than_the_one_before_is_not_taken_for_one_that_was_left(tmp_path):
    async with reading("layers", tmp_path, (120, 36), compile=False) as reader:
        for _ in range(4):
            if reader.asked and reader.guide.answering:
                assert "Press enter to answer." not in reader.text(), reader.step.name
            await reader.press("N")
