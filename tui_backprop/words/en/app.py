"""What every screen says: tabs, dialogs, notices, the palette. English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.app import AppWords
from tui_backprop.words.keys import KeyText


class EnglishApp(AppWords):
    """What every screen says: tabs, dialogs, notices, the palette."""

    screens: Mapping[str, str] = {"chain": "chain rule", "descent": "descent", "network": "network", "starts": "starts"}
    take_or_cancel = "enter: take it · esc: cancel"
    keys_title = "Keys"
    help_hint = "/: search · tab: text or keys · enter: run the key · esc: close"
    palette_title = "Palette"
    palette_hint = "search screens, presets and keys"
    search_hint = "search the keys"
    theme_title = "Theme: the colours"
    running_sum = "running sum"
    no_value = "no value"
    language_title = "Language:"

    key_names: Mapping[str, str] = {}

    groups: Mapping[str, str] = {"screens": "Screens"}

    keys: Mapping[str, KeyText] = {
        "screen.chain": KeyText("go to the chain rule"),
        "screen.descent": KeyText("go to gradient descent"),
        "screen.network": KeyText("go to the network"),
        "screen.starts": KeyText("go to many starts"),
        "lessons": KeyText("the lessons along the article: their list, and how far one has got", "lessons"),
        "palette": KeyText("the palette: screens, presets, keys and themes by their names"),
        "help": KeyText("help for the pane in focus", "help"),
        "quit": KeyText("leave; tui-backprop --resume comes back to the run", "quit"),
    }

    def how_to_leave(self, *, key: str) -> str:
        return f"{key} leaves; ctrl+q does so from anywhere."

    def labelled(self, *, label: str, text: str) -> str:
        return f"{label}: {text}"

    def columns(self, *, first: int, last: int, all: int) -> str:
        return f"{first}–{last} of {all}"

    def columns_by_line(self, *, lines: Sequence[tuple[int, int]]) -> str:
        parts = [f"{first}–{last}" if last > first else f"{first}" for first, last in lines]
        return f"columns {', '.join(parts) if len(parts) < 4 else f'{parts[0]}, {parts[1]} … {parts[-1]}'}"

    def help_title(self, *, pane: str) -> str:
        return f"Help: {pane}"

    def key_note(self, *, key: str) -> str:
        return f"key {key}"

    def preset_entry(self, *, screen: str, name: str) -> str:
        return f"Preset of {screen}: {name}"

    def too_small(self, *, width: int, height: int) -> str:
        return f"This terminal is {width}×{height}; enlarge it to 80×24 or more. The run goes on as it was."

    def learning_rate_out_of_range(self, *, rate: float) -> str:
        return f"the learning rate is {rate}; it is a finite number over 0, such as 0.02"

    def convention(self, *, transposed: bool) -> Sequence[str]:
        if not transposed:
            return (
                "J: one row for each output, as in the network (3.16) · j shows Jᵀ, as in the chain rule (2.1)",
                "J: one row for each output (3.16) · j: Jᵀ",
                "J (3.16) · j: Jᵀ",
                "j: J → Jᵀ",
            )
        return (
            "Jᵀ: one row for each input, as in the chain rule (2.1) · j shows J, as in the network (3.16)",
            "Jᵀ: one row for each input (2.1) · j: J",
            "Jᵀ (2.1) · j: J",
            "j: Jᵀ → J",
        )
