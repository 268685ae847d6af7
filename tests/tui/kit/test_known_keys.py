"""What keys do is what Textual finds, and found anew only where that may be something else."""

from itertools import pairwise

from textual.screen import Screen

from tui_backprop.tui.app import BackpropApp


def found_by_textual(screen):
    return [(node, bindings.key_to_bindings) for node, bindings in Screen._binding_chain.fget(screen)]


def known(screen):
    return [(node, bindings.key_to_bindings) for node, bindings in screen._binding_chain]


async def test_the_bindings_are_those_that_textual_finds_whatever_has_the_focus_and_whichever_keys_are_chosen():
    app = BackpropApp(compile=False)
    async with app.run_test() as pilot:
        screen = app.network
        seen = []
        for change in (
            lambda: None,
            lambda: screen.action_pane(1),
            lambda: app.set_keymap({"quit": "f9"}),
            lambda: screen.set_focus(None),
            lambda: app.bind("f8", "quit"),
        ):
            change()
            await pilot.pause()
            assert known(screen) == found_by_textual(screen)
            seen.append(known(screen))
        assert all(one != other for one, other in pairwise(seen))


async def test_where_nothing_has_changed_nothing_is_looked_for():
    app = BackpropApp(compile=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.network._binding_chain is app.network._binding_chain
