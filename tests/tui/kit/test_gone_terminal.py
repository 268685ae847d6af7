"""A terminal that is gone keeps nobody waiting."""

from threading import Thread

import pytest
from textual.drivers._writer_thread import WriterThread

from tui_backprop.tui.kit.gone_terminal import outlive_the_terminal


class Gone:
    def __init__(self, error):
        self.error = error

    def write(self, text):
        raise self.error

    def flush(self):
        raise self.error


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), ValueError("I/O operation on closed file")])
def test_who_writes_to_a_terminal_that_is_gone_does_not_wait(error):
    outlive_the_terminal()
    writer = WriterThread(Gone(error))
    writer.start()

    def write_all():
        for _ in range(200):
            writer.write("frame")
        writer.stop()

    writing = Thread(target=write_all, daemon=True)
    writing.start()
    writing.join(10)
    assert not writing.is_alive()


def test_what_a_terminal_takes_is_written_in_order(tmp_path):
    outlive_the_terminal()
    with (tmp_path / "out").open("w") as file:
        writer = WriterThread(file)
        writer.start()
        for number in range(100):
            writer.write(f"{number} ")
        writer.stop()
    assert (tmp_path / "out").read_text().split() == [str(number) for number in range(100)]
