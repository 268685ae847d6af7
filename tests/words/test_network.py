"""Every quantity and every misprint has its words, in every language."""

import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.words import LANGUAGES, speak, words

MISPRINTED = {"tx1", "x2", "x4", "jacobian_f1_theta1", "jacobian_f3_theta2"}


@pytest.fixture(params=LANGUAGES)
def network(request):
    speak(request.param)
    return words().network


def test_every_quantity_is_explained_in_a_sentence(network):
    assert set(network.quantities) == set(QUANTITIES)
    assert all(network.quantities.values())


def test_the_misprints_of_the_article_are_told_where_they_stand(network):
    assert set(network.misprints) == MISPRINTED
    assert all("(3." in text for text in network.misprints.values())
