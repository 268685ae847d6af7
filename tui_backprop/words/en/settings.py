"""What is said about the settings file. English."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.settings import SettingsWords


class EnglishSettings(SettingsWords):
    """What is said about the settings file."""

    description = "Print where the settings file is, and what is in force."
    nothing_chosen = "not chosen"

    def where(self, *, path: str, there: bool) -> str:
        return path if there else f"{path} (there is no such file yet; write it, or choose in the palette)"

    def problem(self, *, path: str, line: int, why: str) -> str:
        return f"{path}, line {line}: {why}"

    def unreadable(self, *, why: str) -> str:
        return f"the settings cannot be read: {why}"

    def too_large(self, *, most: int) -> str:
        return f"the settings are more than {most:,} bytes long and do not count"

    def no_text(self) -> str:
        return "here is something that is no UTF-8 text; none of the settings count"

    def no_toml(self, *, why: str) -> str:
        return f"this is no TOML ({why}); none of the settings count"

    def no_entry(self, *, name: str, names: Sequence[str]) -> str:
        return f"there is no setting {name!r}; the settings are {', '.join(names)}"

    def wrong_value(self, *, name: str, value: str, choices: Sequence[str | int]) -> str:
        right = ", ".join(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in choices)
        return f"{name} cannot be {value}; it is {f'one of {right}' if right else 'a text'}"

    def no_action(self, *, name: str, names: Sequence[str]) -> str:
        return f"there is no action {name!r} to give a key to; the actions are {', '.join(names)}"

    def keys_no_table(self, *, value: str) -> str:
        return f'keys cannot be {value}; keys is a table of its own, with entries such as run = "p"'

    def no_key(self, *, name: str, value: str) -> str:
        return f'{name} cannot be the key {value}; it is a text such as "p" or "ctrl+b"'

    def not_remembered(self, *, name: str, path: str) -> str:
        return f"{name} counts until you leave; it could not be written into {path} without harm to what stands there"

    def not_written(self, *, path: str, why: str) -> str:
        return f"{path} could not be written: {why}"
