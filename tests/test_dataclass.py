import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from tui_backprop.dataclass import dataclass

LIBRARY = dataclasses.dataclass


@dataclass(frozen=True)
class Point:
    """A point, and its name."""

    x: float
    y: float = 0.0
    names: list[str] = field(default_factory=list)


def made_by(decorator, **how):
    @decorator(**how)
    class Thing:
        """A thing."""

        one: int
        two: str = "two"
        three: tuple[int, ...] = field(default_factory=tuple)

        @property
        def sum(self):
            return self.one + len(self.three)

    return Thing


def pairs():
    for how in ({}, {"eq": False}, {"frozen": True}, {"frozen": True, "eq": False}):
        yield pytest.param(made_by(dataclass, **how), made_by(LIBRARY, **how), id=str(how))


@pytest.mark.parametrize(("ours", "theirs"), pairs())
def test_it_has_the_fields_the_signs_and_the_values_of_the_library_s(ours, theirs):
    assert [each.name for each in dataclasses.fields(ours)] == ["one", "two", "three"]
    assert ours.__match_args__ == theirs.__match_args__
    for arguments, named in (((1,), {}), ((1, "b"), {}), ((1,), {"three": (4, 5)}), ((), {"one": 3, "two": "c"})):
        mine, other = ours(*arguments, **named), theirs(*arguments, **named)
        assert dataclasses.asdict(mine) == dataclasses.asdict(other)
        assert (repr(mine), mine.sum) == (repr(other), other.sum)
        assert dataclasses.asdict(dataclasses.replace(mine, two="z")) == dataclasses.asdict(
            dataclasses.replace(other, two="z")
        )


@pytest.mark.parametrize(("ours", "theirs"), pairs())
@pytest.mark.parametrize("arguments", [(), (1, "b", (), 4)])
def test_it_refuses_the_arguments_that_the_library_s_refuses(ours, theirs, arguments):
    with pytest.raises(TypeError) as mine:
        ours(*arguments)
    with pytest.raises(TypeError) as other:
        theirs(*arguments)
    assert str(mine.value) == str(other.value).replace("__create_fn__.<locals>.", "")


@pytest.mark.parametrize(("ours", "theirs"), pairs())
def test_two_are_equal_and_have_a_hash_where_the_library_s_do(ours, theirs):
    for first, second in (((1,), (1,)), ((1,), (2,)), ((1, "b"), (1, "c")), ((1, "b", (2,)), (1, "b", (2,)))):
        assert (ours(*first) == ours(*second)) == (theirs(*first) == theirs(*second))
    assert ours(1) != theirs(1)
    assert (ours.__hash__ is None) == (theirs.__hash__ is None)
    if ours.__hash__ is not None:
        assert (hash(ours(1)) == hash(ours(1))) == (hash(theirs(1)) == hash(theirs(1)))


@pytest.mark.parametrize(("ours", "theirs"), pairs())
def test_it_may_be_changed_where_the_library_s_may(ours, theirs):
    said = []
    for kind in (ours, theirs):
        thing = kind(1)
        try:
            thing.one = 2
            del thing.two
        except FrozenInstanceError as error:
            said.append((str(error), thing.one))
        else:
            said.append(("", thing.one))
    assert said[0] == said[1]


def test_each_has_a_list_of_its_own_and_can_be_copied_and_pickled():
    one, other = Point(1.0), Point(1.0)
    one.names.append("a")
    assert other.names == []
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert again == one
        assert repr(again) == "Point(x=1.0, y=0.0, names=['a'])"


def test_what_is_to_be_done_after_the_fields_are_set_is_done_and_its_own_methods_stay():
    @dataclass(frozen=True)
    class Even:
        number: int

        def __post_init__(self):
            if self.number % 2:
                raise ValueError("odd")

        def __repr__(self):
            return f"<{self.number}>"

    assert repr(Even(2)) == "<2>"
    with pytest.raises(ValueError, match="odd"):
        Even(3)


def test_one_that_holds_itself_can_be_shown():
    one = Point(1.0)
    one.names.append(one)
    assert repr(one) == "Point(x=1.0, y=0.0, names=[...])"
