"""The application: it knows the screens, and little else."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.actions import ActionParseResult
from textual.app import App, ScreenStackError
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.filter import LineFilter
from textual.geometry import Size
from textual.notifications import Notify
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import WorkerFailed

from tui_backprop.explain.plain import skinned, wear_plain
from tui_backprop.settings import Loaded
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import LEARNED, Session
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.tui.dialogs.gate import Gate, opens_dialog
from tui_backprop.tui.kit.after_refresh import leave_the_gone_in_peace
from tui_backprop.tui.kit.app_keys import APP_KEYS
from tui_backprop.tui.kit.control_filter import ControlFilter
from tui_backprop.tui.kit.gone_terminal import outlive_the_terminal
from tui_backprop.tui.kit.joined_filter import JoinedFilter
from tui_backprop.tui.kit.keys import printed
from tui_backprop.tui.kit.known_rules import KnownRules
from tui_backprop.tui.kit.legible_filter import LegibleFilter
from tui_backprop.tui.kit.let_go import let_widgets_go
from tui_backprop.tui.kit.line_breaks import break_lines_by_our_rules
from tui_backprop.tui.kit.measured_again import measure_again
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.picture import in_cells
from tui_backprop.tui.kit.plain_filter import PlainFilter
from tui_backprop.tui.kit.single_timers import keep_single_timers
from tui_backprop.tui.kit.sixteen_colours import SixteenFilter, in_sixteen
from tui_backprop.tui.kit.sizes_of_now import leave_out_old_sizes
from tui_backprop.tui.kit.styles_cache import paint_sparingly
from tui_backprop.tui.kit.thrift_filter import ThriftFilter
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.lessons.classroom import Classroom
from tui_backprop.tui.lessons.keys import LESSON_KEYS
from tui_backprop.tui.network.screen import NetworkScreen
from tui_backprop.tui.preferences import Preferences, Remember
from tui_backprop.words import IN_THE_OTHER, LANGUAGE, LANGUAGES, NAMES, speak, wear, words

if TYPE_CHECKING:
    from tui_backprop.lessons.progress import Progress
    from tui_backprop.tui.dialogs.palette import Entry
    from tui_backprop.tui.starts.screen import StartsScreen


GARBAGE = 50_000, 20, 100
"""How many objects more there are before garbage is looked for: a step makes and drops thousands that are none."""


def _collect_from_now_on() -> None:
    """Collect what becomes garbage after the first paint; what is there by then stays, and is not looked through again."""
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    gc.enable()


class BackpropApp(App[None]):
    """tui-backprop in a terminal.

    `recipe` is the run, `go_to` the cycle to begin at, `until_error` the target, `start_screen` one of chain, descent
    and network; `compile` is whether the kernel is compiled after the first paint, `keymap` other keys by the ids
    of the key tables, `plain` whether all is written in ASCII, `sixteen` whether the terminal has sixteen colours and no more.
    `settings` is what the settings file has chosen, `remember` writes a choice into it.
    `session` is a run that goes on, in the place of `recipe` and `until_error`; `keeper` keeps the run on disk, and
    `file` is where it is saved unless another name is given.
    `lesson` names a lesson to begin with; `offer_lessons` offers them in one line; `progress` is what is kept of them.
    """

    TITLE = "tui-backprop"
    CSS_PATH = ["app.tcss", "network/style.tcss"]  # for a sheet that comes later all are read again
    BINDINGS: ClassVar[list[BindingType]] = [*APP_KEYS.bindings(), *LESSON_KEYS.bindings()]
    COMMAND_PALETTE_BINDING = ""  # the palette is ours, and so is its key
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (80, "-narrow"), (120, "-normal"), (170, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (24, "-low"), (36, "-high"), (50, "-tall")]

    def __init__(
        self,
        recipe: Recipe | None = None,
        go_to: int = 0,
        until_error: float | None = None,
        start_screen: str = "network",
        compile: bool = True,
        keymap: Mapping[str, str] | None = None,
        plain: bool = False,
        sixteen: bool = False,
        settings: Loaded | None = None,
        remember: Remember | None = None,
        session: Session | None = None,
        keeper: Keeper | None = None,
        file: Path | None = None,
        lesson: str | None = None,
        offer_lessons: bool = False,
        progress: Progress | None = None,
    ) -> None:
        break_lines_by_our_rules()
        let_widgets_go()
        measure_again()
        leave_the_gone_in_peace()
        keep_single_timers()
        leave_out_old_sizes()
        outlive_the_terminal()
        paint_sparingly()
        wear_plain(plain)
        wear(skinned if plain else None)
        self._has_sixteen_colours = sixteen
        super().__init__()
        self.stylesheet = KnownRules(variables=self.get_css_variables())
        self.gate = Gate(self, super().on_event)
        self._legible = LegibleFilter()
        self._sixteen = {dark: SixteenFilter(dark) for dark in (False, True)}
        self._filter = JoinedFilter(rewriting=(*([PlainFilter()] if plain else []), ControlFilter(), ThriftFilter()))
        loaded = settings or Loaded()
        self._preferences = Preferences(self, loaded, remember)
        self.keymap = self._preferences.keys | dict(keymap or {})
        self.network = NetworkScreen(session or Session(recipe, until_error or LEARNED), go_to, compile, keeper, file)
        self._keeper = keeper
        if loaded.settings.speed is not None:
            self.network.run.begin_at(loaded.settings.speed)
        self._start_screen = start_screen
        self.transposed = {"J": False, "JT": True}.get(loaded.settings.jacobian or "")
        """Whether all screens show Jacobians as Jᵀ; None as long as each shows them as its part of the article does."""
        self.classroom = Classroom(self, lesson, offer_lessons, progress, compile)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, then for legible letters, the plain skin, against control characters, and for thrift."""
        restyling = (*super().get_line_filters(), self._legible)
        chosen = self.available_themes[self.theme]
        if self._has_sixteen_colours and not (chosen.ansi or self.no_color):
            restyling += (self._sixteen[chosen.dark],)
        if restyling != self._filter.restyling:  # kept as long as it can be: a line is known by it
            self._filter = JoinedFilter(restyling, self._filter.rewriting)
        return (self._filter,)

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme of this name, as it is in the colours that the terminal has."""
        theme = super().get_theme(theme_name)
        return in_sixteen(theme, self.available_themes) if theme is not None and self._has_sixteen_colours else theme

    def on_notify(self, event: Notify) -> None:
        """Take away the same notice, if it still stands there: each stands there once."""
        for shown in list(self._notifications):
            if shown.message == event.notification.message:
                self._unnotify(shown, refresh=False)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG, Chinese signs as wide as they are."""
        return in_cells(super().export_screenshot(title=title, simplify=simplify))

    def on_mount(self) -> None:
        """Show the first screen."""
        self.set_keymap(self.keymap)
        self._preferences.apply()
        self._end_on_a_signal()
        self.push_screen(self._main_screen(self._start_screen))
        self.classroom.start()
        if not gc.isenabled():
            self.call_after_refresh(_collect_from_now_on)

    def remember(self, name: str, value: str | int) -> None:
        """Write a choice into the settings, or say why that is not possible."""
        self._preferences.remember(name, value)

    def _end_on_a_signal(self) -> None:
        """Have SIGTERM and SIGHUP end the app as q does, with the terminal put right, where the system has them."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError, RuntimeError, AttributeError):
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def _main_screen(self, name: str) -> str:
        """The name of a main screen, made the first time it is asked for and kept from then on."""
        if self._keeper is not None:
            self._keeper.screen = name
        if not self.is_screen_installed(name):
            self.install_screen(self._make(name), name)
        return name

    def _make(self, name: str) -> Screen[None]:
        if name == "descent":
            from tui_backprop.tui.descent.screen import DescentScreen

            return DescentScreen()
        if name == "chain":
            from tui_backprop.tui.chain.screen import ChainScreen

            return ChainScreen()
        if name == "starts":
            from tui_backprop.tui.starts.screen import StartsScreen

            first, seen = self.network.recipe, self.network.snapshot
            return StartsScreen(first.data, (seen.recipe if seen is not None else None) or first)
        return self.network

    @property
    def settled(self) -> bool:
        """Whether the screens in sight have done all that was asked of them."""
        screens = all(getattr(screen, "settled", True) for screen in self.screen_stack)
        return screens and self.gate.settled and self.classroom.settled

    def entries(self) -> list[Entry]:
        """The palette: the screens, the keys of this one, the presets of all, the languages and the themes."""
        from tui_backprop.tui.dialogs.palette import Entry

        said, screen = words().app, self.screen
        entries: list[Entry] = []
        if isinstance(screen, PanesScreen):
            for table in screen.tables:
                for key in table:
                    shown = printed(self.keymap.get(key.id, key.shown))
                    entries.append(Entry(_sentence(table.text(key).help), said.key_note(key=shown), key.action))
            entries += _presets(screen.SUBJECT)
        entries += [
            Entry(
                f"{said.language_title} {NAMES[code]}", f"{LANGUAGE} · {IN_THE_OTHER[code]}", f"app.language({code!r})"
            )
            for code in LANGUAGES
        ]
        themes = (Entry(f"{said.theme_title} {name}", "", f"app.theme({name!r})") for name in self.available_themes)
        return [*entries, *themes]

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Perform an action; once the way out has been taken none is, for the keys that were typed behind that one."""
        return not self._exit and await super().run_action(action, default_namespace, namespaces)

    def _handle_exception(self, error: Exception) -> None:
        """Show an error and leave. On the way out a timer or a worker may find its widgets gone: that is no error."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not (self._exit and isinstance(cause, (NoMatches, ScreenStackError))):
            super()._handle_exception(error)

    async def on_event(self, event: events.Event) -> None:
        """Pass an event on, unless it waits for a dialog, or was meant for one, or its widget is gone."""
        if isinstance(event, events.Resize):
            event = self._with_the_size_by_now(event)
        late = isinstance(event, events.InputEvent) and not self.screen_stack  # it has left already
        if not late and not self.gate.holds(event) and not self._points_at_nothing(event):
            await super().on_event(event)

    def _with_the_size_by_now(self, event: events.Resize) -> events.Resize:
        """The event, with the size that the terminal has now.

        Textual asks for the size when it is signalled that there is another one. If the next signal comes while it asks, the
        older size is told last, and stays.
        """
        driver = cast(Any, self._driver)
        told_by_the_terminal = self.is_web or getattr(driver, "_in_band_window_resize", False)
        if told_by_the_terminal or not hasattr(driver, "_get_terminal_size"):
            return event
        size = Size(*driver._get_terminal_size())
        return event if size == event.size else events.Resize(size, size)

    def _points_at_nothing(self, event: events.Event) -> bool:
        """Whether the mouse is on a widget that has been taken away, such as a notice, but not from the screen yet.

        Textual's selection of text would fail at it: such a widget has no parent.
        """
        if not isinstance(event, events.MouseEvent) or event.is_forwarded or not self.screen_stack:
            return False
        try:
            widget, _ = self.get_widget_at(event.x, event.y)
        except NoWidget:
            return False
        return widget is not self.screen and widget.parent is None

    @opens_dialog
    async def action_command_palette(self) -> None:
        """Find by its name what can be done, and do it."""
        from tui_backprop.tui.dialogs.palette import PaletteScreen

        screen = self.screen
        action = await self.push_screen_wait(PaletteScreen(self.entries()))
        if action is not None:
            await screen.run_action(action)

    def action_theme(self, name: str) -> None:
        """Put other colours on."""
        self.theme = name

    def action_language(self, code: str) -> None:
        """Speak another language, on every screen at once, and from now on."""
        speak(code)
        self.clear_notifications()  # they are said already, in the other one
        for screen in self.screen_stack:
            if isinstance(screen, PanesScreen):
                screen.speak()
        self.classroom.speak()
        self.remember("language", code)

    def action_help_quit(self) -> None:
        """Say how to leave, after Ctrl+C."""
        self.notify(words().app.how_to_leave(key=self.keymap.get("quit", "q")))

    @opens_dialog
    async def action_help(self) -> None:
        """Help for the pane in focus; a key chosen there is run."""
        screen = self.screen
        if not isinstance(screen, PanesScreen):
            return
        action = await self.push_screen_wait(screen.help())
        if action is not None:
            await screen.run_action(action)

    def action_screen(self, name: str) -> None:
        """Go to another main screen; each stays as it was left."""
        if self.gate.free and not self.classroom.show_screen(name):
            self.switch_screen(self._main_screen(name))

    async def action_preset(self, name: str, preset: str) -> None:
        """Go to another main screen, in a lesson to the lesson's own, and take one of its presets there."""
        if not self.gate.free:
            return
        if self.classroom.open:
            await self.classroom.guide.show_screen(name)
        else:
            await self.switch_screen(self._main_screen(name))
        await self.screen.run_action(f"take_preset({preset!r})")

    def on_starts_screen_open(self, event: StartsScreen.Open) -> None:
        """Show a start in the network screen; not the reader's own, from a screen of a lesson."""
        from tui_backprop.tui.starts.texts import opened

        if self.classroom.open:
            self.notify(words().starts_screen.not_in_a_lesson)
            return
        self.network.open_run(event.result.recipe, event.result.cycle, back="starts")
        self.action_screen("network")
        self.notify(opened(event.result, event.plan))

    @on(TopBar.Chosen)
    def _choose_screen(self, event: TopBar.Chosen) -> None:
        self.action_screen(event.screen)

    # --- lessons

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the lessons to the screen where they have nothing to do."""
        if action in ("lesson", "lessons"):
            return self.classroom.takes(action, *parameters[:1])
        return super().check_action(action, parameters)

    def action_lesson(self, what: str) -> None:
        """Skip, go back, answer, or leave the question of a lesson."""
        self.classroom.act(what)

    @opens_dialog
    async def action_lessons(self) -> None:
        """List the lessons."""
        await self.classroom.choose()


def _sentence(help: str) -> str:
    return help[0].upper() + help[1:]


def _presets(here: str) -> list[Entry]:
    """The presets for the palette, found by their names and by what they show; first those of the screen one is on."""
    from tui_backprop.tui.dialogs.palette import Entry

    said, plans = words(), words().starts_screen
    shown = {
        "chain": {name: (title, "") for name, title in said.chain.preset_names.items()},
        "descent": {name: (title, said.descent.presets[name]) for name, title in said.descent.preset_names.items()},
        "starts": {name: (title, plans.presets[name]) for name, title in plans.preset_names.items()},
    }
    return [
        Entry(
            said.app.preset_entry(screen=said.app.screens[screen], name=title),
            note,
            f"take_preset({name!r})" if screen == here else f"app.preset({screen!r}, {name!r})",
        )
        for screen in sorted(shown, key=here.__ne__)
        for name, (title, note) in shown[screen].items()
    ]
