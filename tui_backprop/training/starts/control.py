"""How whoever owns a run of many starts tells its workers to wait and to stop."""

from __future__ import annotations

from threading import Event


class Control:
    """Pause, go on and stop, from any thread. A stop is for good and ends a pause."""

    def __init__(self) -> None:
        self._go = Event()
        self._go.set()
        self._stop = Event()
        self.trains = False
        """Whether a worker has its machine code, and trains."""

    @property
    def paused(self) -> bool:
        """Whether the workers are told to wait."""
        return not self._go.is_set() and not self.stopped

    @property
    def stopped(self) -> bool:
        """Whether the workers are told to leave."""
        return self._stop.is_set()

    def pause(self) -> None:
        """Tell the workers to wait; they do within a few hundredths of a second."""
        self._go.clear()

    def go_on(self) -> None:
        """End the pause."""
        self._go.set()

    def stop(self) -> None:
        """Tell the workers to leave."""
        self._stop.set()
        self._go.set()

    def may_work(self) -> bool:
        """Wait while paused; False when it is time to leave. For workers."""
        self._go.wait()
        return not self.stopped
