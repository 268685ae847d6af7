"""What changes a study, and what of it can be undone."""

from tui_backprop.training.chain.session import ChainSession
from tui_backprop.training.chain.study import Pair


def test_steps_and_looks_are_no_changes():
    session = ChainSession()
    session.move(3)
    session.choose(1)
    session.lengthen(1)
    session.look_at(Pair("f", 0, 1))
    assert (session.study.x, session.study.coordinate, session.study.step) == ((1.3, 2.0), 1, 1.0)
    assert session.study.pair == ("f", 0, 1)
    assert not session.undo()


def test_a_jump_is_undone_and_redone():
    session = ChainSession()
    session.move(1)
    session.go_to((5.0, 6.0))
    assert session.undo()
    assert session.study.x == (1.1, 2.0)
    assert session.redo()
    assert session.study.x == (5.0, 6.0)
    assert not session.redo()


def test_a_jump_to_where_one_is_leaves_nothing_to_undo():
    session = ChainSession()
    session.go_home()
    assert not session.undo()


def test_functions_and_presets_are_undone_in_their_order():
    session = ChainSession()
    session.take_functions("x1*x2", "exp(y1)")
    session.take_preset("polar")
    assert session.study.preset == "polar"
    assert session.undo()
    assert (session.study.f, session.study.preset) == ("x1*x2", "")
    assert session.undo()
    assert session.study.preset == "example"
    session.take_preset("layers")
    assert not session.redo()
