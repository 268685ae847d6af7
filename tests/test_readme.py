"""The README says what the program does."""

from pathlib import Path

from tui_backprop.tui.network.keys import KEYS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def key_table() -> str:
    """The keys as a Markdown table, a key that goes back in the row of the one that goes forward."""
    rows = ["| key | does |", "|---|---|"]
    by_id = {key.id: key for key in KEYS}
    for key in KEYS:
        if key.id.endswith(".back"):
            continue
        back = by_id.get(key.id.replace(".forward", ".back")) if key.id.endswith(".forward") else None
        shown = f"`{key.shown}` `{back.shown}`" if back else f"`{key.shown}`"
        rows.append(f"| {shown} | {KEYS.text(key).help}{' / back' if back else ''} |")
    return "\n".join(rows)


def test_the_readme_lists_the_keys_of_the_table() -> None:
    assert key_table() in README
