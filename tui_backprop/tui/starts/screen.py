"""The screen of many starts: a plan, how it fills, and any start one key from the microscope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from shlex import quote
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.timer import Timer

from tui_backprop.calculus.network.own_data import OWN, OwnData
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.starts.options import plan_command, plan_options, read_plan, written
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.presets import PRESETS
from tui_backprop.training.starts.results import StartResult
from tui_backprop.training.starts.run import State
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.dialogs.copied import copy
from tui_backprop.tui.dialogs.export import picture, take_along
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.starts.errors import ErrorsPane
from tui_backprop.tui.starts.groups import GroupsPane
from tui_backprop.tui.starts.keys import STARTS_KEYS
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.rows_pane import RowsPane
from tui_backprop.tui.starts.seeds import SeedsPane
from tui_backprop.tui.starts.settings_table import SettingsPane
from tui_backprop.tui.starts.solved import SolvedPane
from tui_backprop.tui.starts.texts import plan_text, result_line, status
from tui_backprop.tui.starts.trial import LOOKS_A_SECOND, Trial
from tui_backprop.words import words

PANES = ("settings", "solved", "errors", "groups", "seeds")


class StartsScreen(PanesScreen):
    """Shows what many starts come to."""

    SUBJECT = "starts"
    NAMES = dict.fromkeys(PANES, "")
    KEYS = STARTS_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*STARTS_KEYS.bindings()]

    # Not DEFAULT_CSS: the app's own rules for these ids would win over it.
    CSS = """
    StartsScreen {
        #panes { layout: grid; grid-size: 2 1; grid-columns: 1fr 1fr; grid-rows: 1fr; }
        .left, .right { width: 1fr; height: 1fr; }
        .pane { border-left: none; border-top: solid $primary; border-title-color: $foreground; padding: 0 0 0 1; width: 1fr; }
        .pane:focus { border-left: none; border-top: solid $accent; border-title-style: bold; }
        #view-tabs { display: none; }
        #settings { height: auto; max-height: 12; }
        #solved, #errors, #groups, #seeds { height: 1fr; }
    }
    StartsScreen.-single #settings { display: none; }
    StartsScreen.-narrow, StartsScreen.-low, StartsScreen.-zoomed {
        #all-tabs { display: block; }
        #panes { layout: vertical; }
        #panes .pane { display: none; }
        .left, .right { display: none; }
        .left.-front, .right.-front { display: block; }
        #panes .pane.-front { display: block; height: 1fr; max-height: 100%; }
    }
    """

    @dataclass
    class Open(Message):
        """A start of this plan, to be opened in the network screen at the cycle where it ended."""

        result: StartResult
        plan: Plan

    def __init__(self, data: OwnData | None = None, like: Recipe | None = None) -> None:
        """`like` is a run of which one asks how often it ends as it does: the first plan has its network."""
        super().__init__()
        self.snapshot: Look | None = None
        self._data = data
        plan = self._preset("article")
        if like is not None:
            plan = replace(
                plan,
                tasks=(like.task,),
                hidden=(like.hidden,),
                learning_rates=(like.learning_rate,),
                weights=(like.weights,),
                data=like.data,
            )
        self.trial = Trial(self, plan, self.paint)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The panes, in two columns."""
        names = words().starts_screen.panes
        yield TopBar("starts")
        yield PaneTabs({pane: names[pane] for pane in PANES}, id="all-tabs")
        # Places looks for it on every screen; here no panes share a place.
        yield PaneTabs({}, id="view-tabs")
        with Container(id="panes"):
            with Vertical(classes="left"):
                yield SettingsPane(id="settings", classes="pane")
                yield SolvedPane(id="solved", classes="pane")
                yield ErrorsPane(id="errors", classes="pane")
            with Vertical(classes="right"):
                yield GroupsPane(id="groups", classes="pane")
                yield SeedsPane(id="seeds", classes="pane")

    def on_mount(self) -> None:
        """Begin at the curve of the share solved."""
        self._timer = self.set_interval(1 / LOOKS_A_SECOND, self._tick, pause=True)
        self._places.bring_forward("solved")
        self.trial.look()

    def on_unmount(self) -> None:
        """End what is under way, and with it its threads."""
        self.trial.stop()

    def on_resize(self) -> None:
        """Fit the lines at the top."""
        self.call_after_refresh(self.paint_again)

    @property
    def settled(self) -> bool:
        """Whether nothing changes by itself any more."""
        return self.trial.settled and self.snapshot is not None

    # --- painting

    def paint(self, look: Look) -> None:
        """Show what is known on every pane in sight."""
        self.snapshot = look
        self.set_class(len(look.snapshot.settings) == 1, "-single")
        self._paint_top(look)
        for pane in self._places.visible():
            pane.show(look)
        if self._timer is not None:
            # By what is shown, not by what is so by now: the end must be shown too.
            changing = look.snapshot.state in (State.RUNNING, State.PAUSED)
            (self._timer.resume if changing else self._timer.pause)()

    def _paint_top(self, look: Look) -> None:
        bar = self.query_one(TopBar)
        width, state = bar.content_size.width, status(look.snapshot)
        room = width - bar.taken - state.cell_len - 2
        bar.show(plan_text(look.snapshot, room), state, result_line(look, width))

    def _tick(self) -> None:
        self.trial.look()
        if self.snapshot is not None:
            self._paint_top(self.snapshot)

    def paint_again(self) -> None:
        """Paint what was seen last."""
        if self.snapshot is not None:
            self.paint(self.snapshot)

    # --- what keys do

    def action_run(self) -> None:
        """Begin, pause, go on."""
        self.trial.toggle()

    def action_restart(self) -> None:
        """Begin the same plan again."""
        self.trial.take(self.trial.plan)
        self.trial.toggle()

    def action_stop(self) -> None:
        """End a zoom, or else what is under way."""
        if self.has_class("-zoomed"):
            self.leave()
        else:
            self.trial.stop()
            self.trial.look()

    def action_setting(self, by: int) -> None:
        """Look at the next setting of the plan, or the one before."""
        self.trial.choose(self.trial.chosen + by)

    def action_sort(self) -> None:
        """Sort the seeds by the next column."""
        self.trial.sort()

    def action_reverse(self) -> None:
        """Sort them the other way round."""
        self.trial.reverse()

    def action_log(self) -> None:
        """Iterations on a logarithmic axis, or a linear one."""
        self.trial.rescale()

    @opens_dialog
    async def action_copy(self) -> None:
        """Copy the command line that tries the same."""
        await copy(self.app, plan_command(self.trial.plan))

    @opens_dialog
    async def action_export(self) -> None:
        """Take the picture of the screen along."""
        await take_along(self.app, [picture(self.app)])

    @opens_dialog
    async def action_preset(self) -> None:
        """Choose a plan worth trying."""
        said = words().starts_screen
        current = next((name for name in PRESETS if self._preset(name) == self.trial.plan), next(iter(PRESETS)))
        name = await self.app.push_screen_wait(ChooseScreen(said.presets_title, said.presets, current))
        if name is not None:
            self.action_take_preset(name)

    @opens_dialog
    async def action_edit(self) -> None:
        """Type a plan."""
        said = words().starts_screen
        await self._ask(said.plan_title, said.plan_hint, plan_options(self.trial.plan))

    @opens_dialog
    async def action_rate(self) -> None:
        """Type the learning rates that the plan tries."""
        said, plan = words().starts_screen, self.trial.plan
        rest = f"{plan_options(plan)} --learning-rate "  # an option that is given twice counts as given the second time
        await self._ask(
            said.rates_title, said.rates_hint, written(plan.learning_rates), lambda text: rest + quote(text)
        )

    async def _ask(self, title: str, hint: str, value: str, options: Callable[[str], str] = str) -> None:
        """Ask for a line that `options` makes the options of a plan, and take that plan."""

        def read(text: str) -> Plan:
            return read_plan(options(text), self._data)

        text = await self.app.push_screen_wait(AskScreen(title, hint, read, value))
        if text is not None:
            self.trial.take(read(text))

    def action_open(self) -> None:
        """Open the start that the pane in front points at; for a setting the first of its commonest end."""
        if self.snapshot is None:
            return
        pane, groups = self.query_one(f"#{self._places.front}"), self.snapshot.summary.groups
        first = groups[0].example if groups else None
        result = pane.result if isinstance(pane, RowsPane) else first
        if result is not None:
            self.post_message(self.Open(result, self.trial.plan))

    def action_take_preset(self, name: str) -> None:
        """Take a plan by its name."""
        self.trial.take(self._preset(name))

    def _preset(self, name: str) -> Plan:
        """A plan by its name, on the table of one's own where there is one."""
        plan = PRESETS[name]
        return plan if self._data is None else replace(plan, tasks=(OWN,), data=self._data)

    def pane_name(self, pane: str) -> str:
        """The name of a pane in the language that is spoken."""
        return words().starts_screen.panes[pane]

    def pane_help(self, pane: str) -> Text:
        """What a pane shows, and the plans."""
        said, app = words().starts_screen, words().app
        text = Text(f"{said.about[pane]}\n\n")
        for name in PRESETS:
            start, shown = len(text), said.preset_names[name]
            text.append(f"{app.labelled(label=shown, text=said.presets[name])}\n")
            text.stylize("bold", start, start + len(shown))
        return text

    # --- the mouse

    @on(SettingsPane.Chosen)
    def _choose_setting(self, event: SettingsPane.Chosen) -> None:
        self.trial.choose(event.setting)

    @on(RowsPane.Opened)
    def _open_row(self) -> None:
        self.action_open()
