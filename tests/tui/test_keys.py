"""The tables of keys and what the languages say about them."""

from collections.abc import Iterator

import pytest
from scenes import settle

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.keys import TABLES
from tui_backprop.tui.kit.key_footer import KeyFooter
from tui_backprop.tui.kit.keys import KeyTable
from tui_backprop.words import LANGUAGES, speak, spoken


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = spoken()
    speak(request.param)
    yield request.param
    speak(before)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("table", TABLES)
def test_every_language_has_words_for_exactly_the_keys_and_groups_of_a_table(table: KeyTable) -> None:
    ids = [key.id for key in table]
    assert len(set(ids)) == len(ids)
    assert set(table.words().keys) == set(ids)
    assert set(table.words().groups) == {key.group for key in table}


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("table", TABLES)
def test_every_key_has_a_sentence_and_a_word_where_the_footer_shows_it(table: KeyTable) -> None:
    shown = {id for ids in table.by_focus.values() for id in ids} | {key.id for key in table if key.footer}
    for key in table:
        assert table.text(key).help, key.id
        assert key.id not in shown or table.text(key).footer, key.id


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("screen", ["network", "chain", "descent", "starts"])
async def test_the_footer_of_every_screen_at_rest_leads_to_the_other_panes_and_the_lessons_at_80_columns(screen: str):
    app = BackpropApp(start_screen=screen, compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        footer = app.screen.query_one(KeyFooter).render().plain
        assert all(key in footer.split() for key in ("tab", "L", "?", "q"))


@pytest.mark.parametrize("table", TABLES)
def test_the_footer_has_six_keys_at_most_whatever_has_the_focus(table: KeyTable) -> None:
    ids = {key.id for key in table}
    assert sum(key.footer for key in table) <= 6
    for shown in table.by_focus.values():
        assert len(shown) <= 6
        assert set(shown) <= ids
