"""The README says what the program does."""

import doctest
import re
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


def test_what_the_readme_shows_of_python_is_what_python_says(capsys) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert sum(block.count(">>>") for block in blocks) >= 6
    example = doctest.DocTestParser().get_doctest("".join(blocks), {}, "README.md", "README.md", 0)
    results = doctest.DocTestRunner().run(example)
    assert results.failed == 0, capsys.readouterr().out
    assert results.attempted >= 6
