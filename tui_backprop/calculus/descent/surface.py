"""Functions f(x1, x2) to descend on (section 3.1), each with its gradient J right under it.

The gradient is the Jacobian of a function with one output and is called J, as in (3.2); under it
stand the second derivatives ∂²f/∂x1², ∂²f/∂x1∂x2, ∂²f/∂x2². All take two numbers, or two arrays of
one shape entry by entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.expression import Expression, parse

Interval = tuple[float, float]
VARIABLES = ("x1", "x2")


@dataclass(frozen=True, eq=False)
class Surface:
    """f: R^2 -> R with its J and its second derivatives H.

    `text` is f as an expression, `derive` gives its derivatives as expressions. `start`, `alpha`
    (the learning rate) and `window` (the intervals of x1 and of x2 that a map shows) are where a
    person may begin. Outside of the domain or beyond the range of float64 the numbers are nan or inf.
    """

    name: str
    text: str
    derive: Callable[[], tuple[Expression, ...]]
    f: Callable[[Any, Any], Any]
    J: Callable[[Any, Any], tuple[Any, Any]]
    H: Callable[[Any, Any], tuple[Any, Any, Any]]
    start: tuple[float, float]
    alpha: float
    window: tuple[Interval, Interval]

    def value(self, x: ArrayLike) -> float:
        """f(x) at x of shape (2,). Raises ValueError for another shape."""
        x1, x2 = _pair(x)
        with np.errstate(all="ignore"):
            return float(self.f(x1, x2))

    def values(self, x1: ArrayLike, x2: ArrayLike) -> Array:
        """f on a grid, in the shape that x1 and x2 have when broadcast against each other."""
        pair = (np.asarray(x1, dtype=np.float64), np.asarray(x2, dtype=np.float64))
        with np.errstate(all="ignore"):
            return np.asarray(self.f(*np.broadcast_arrays(*pair)), dtype=np.float64)

    def jacobian(self, x: ArrayLike) -> Array:
        """J(f) at x, both of shape (2,) (3.2). Raises ValueError for another shape."""
        x1, x2 = _pair(x)
        with np.errstate(all="ignore"):
            return np.array(self.J(x1, x2), dtype=np.float64)

    def hessian(self, x: ArrayLike) -> Array:
        """The symmetric matrix of second derivatives at x, shape (2, 2). Raises ValueError."""
        x1, x2 = _pair(x)
        with np.errstate(all="ignore"):
            h11, h12, h22 = self.H(x1, x2)
        return np.array([[h11, h12], [h12, h22]], dtype=np.float64)

    @cached_property
    def expression(self) -> Expression:
        """f, read from `text`."""
        return parse(self.text, VARIABLES)

    @property
    def derivatives(self) -> tuple[Expression, ...]:
        """∂f/∂x1, ∂f/∂x2, ∂²f/∂x1², ∂²f/∂x1∂x2 and ∂²f/∂x2² (3.2), as J and H compute them."""
        return self.derive()


def _pair(x: ArrayLike) -> tuple[np.float64, np.float64]:
    point = np.asarray(x, dtype=np.float64)
    if point.shape != (2,):
        raise ValueError(f"a point on a surface has the shape (2,), not {point.shape}")
    return point[0], point[1]


def _read(*texts: str) -> Callable[[], tuple[Expression, ...]]:
    """The derivatives of a surface that has a name, so that reading them needs no SymPy."""

    @cache
    def read() -> tuple[Expression, ...]:
        return tuple(parse(text, VARIABLES) for text in texts)

    return read


def article(x1: Any, x2: Any) -> Any:
    """The article's function (3.1)."""
    return (x1 * x2 - 3) ** 2 + 1


def jacobian_article(x1: Any, x2: Any) -> tuple[Any, Any]:
    """J of it, as in (3.2)."""
    return 2 * x2 * (x1 * x2 - 3), 2 * x1 * (x1 * x2 - 3)


def hessian_article(x1: Any, x2: Any) -> tuple[Any, Any, Any]:
    """The second derivatives of it."""
    return 2 * x2**2, 4 * x1 * x2 - 6, 2 * x1**2


def bowl(x1: Any, x2: Any) -> Any:
    """A bowl 25 times as steep along x2 as along x1."""
    return (x1**2 + 25 * x2**2) / 2


def jacobian_bowl(x1: Any, x2: Any) -> tuple[Any, Any]:
    """J of it, as in (3.2)."""
    return x1, 25 * x2


def hessian_bowl(x1: Any, x2: Any) -> tuple[Any, Any, Any]:
    """The second derivatives of it."""
    return 1.0, 0.0, 25.0


def saddle(x1: Any, x2: Any) -> Any:
    """A saddle: up along x1, down along x2."""
    return x1**2 - x2**2


def jacobian_saddle(x1: Any, x2: Any) -> tuple[Any, Any]:
    """J of it, as in (3.2)."""
    return 2 * x1, -2 * x2


def hessian_saddle(x1: Any, x2: Any) -> tuple[Any, Any, Any]:
    """The second derivatives of it."""
    return 2.0, 0.0, -2.0


def rosenbrock(x1: Any, x2: Any) -> Any:
    """Rosenbrock's curved valley."""
    return (1 - x1) ** 2 + 100 * (x2 - x1**2) ** 2


def jacobian_rosenbrock(x1: Any, x2: Any) -> tuple[Any, Any]:
    """J of it, as in (3.2)."""
    return -2 * (1 - x1) - 400 * x1 * (x2 - x1**2), 200 * (x2 - x1**2)


def hessian_rosenbrock(x1: Any, x2: Any) -> tuple[Any, Any, Any]:
    """The second derivatives of it."""
    return 2 - 400 * (x2 - 3 * x1**2), -400 * x1, 200.0


def himmelblau(x1: Any, x2: Any) -> Any:
    """Himmelblau's function, with four least points."""
    return (x1**2 + x2 - 11) ** 2 + (x1 + x2**2 - 7) ** 2


def jacobian_himmelblau(x1: Any, x2: Any) -> tuple[Any, Any]:
    """J of it, as in (3.2)."""
    u, v = x1**2 + x2 - 11, x1 + x2**2 - 7
    return 4 * x1 * u + 2 * v, 2 * u + 4 * x2 * v


def hessian_himmelblau(x1: Any, x2: Any) -> tuple[Any, Any, Any]:
    """The second derivatives of it."""
    return 12 * x1**2 + 4 * x2 - 42, 4 * (x1 + x2), 12 * x2**2 + 4 * x1 - 26


ARTICLE = Surface(
    "article",
    "(x1*x2 - 3)**2 + 1",
    derive=_read("2*x2*(x1*x2 - 3)", "2*x1*(x1*x2 - 3)", "2*x2**2", "4*x1*x2 - 6", "2*x1**2"),
    f=article,
    J=jacobian_article,
    H=hessian_article,
    start=(1.0, 1.0),
    alpha=0.01,
    window=((-6.0, 6.0), (-6.0, 6.0)),
)

_OTHERS: tuple[Surface, ...] = (
    Surface(
        "bowl",
        "(x1**2 + 25*x2**2)/2",
        derive=_read("x1", "25*x2", "1", "0", "25"),
        f=bowl,
        J=jacobian_bowl,
        H=hessian_bowl,
        start=(4.0, 1.0),
        alpha=0.07,
        window=((-5.0, 5.0), (-2.0, 2.0)),
    ),
    Surface(
        "saddle",
        "x1**2 - x2**2",
        derive=_read("2*x1", "-2*x2", "2", "0", "-2"),
        f=saddle,
        J=jacobian_saddle,
        H=hessian_saddle,
        start=(2.0, 0.001),
        alpha=0.1,
        window=((-3.0, 3.0), (-3.0, 3.0)),
    ),
    Surface(
        "rosenbrock",
        "(1 - x1)**2 + 100*(x2 - x1**2)**2",
        derive=_read(
            "-2*(1 - x1) - 400*x1*(x2 - x1**2)", "200*(x2 - x1**2)", "2 - 400*(x2 - 3*x1**2)", "-400*x1", "200"
        ),
        f=rosenbrock,
        J=jacobian_rosenbrock,
        H=hessian_rosenbrock,
        start=(-1.2, 1.0),
        alpha=0.001,
        window=((-2.0, 2.0), (-1.0, 3.0)),
    ),
    Surface(
        "himmelblau",
        "(x1**2 + x2 - 11)**2 + (x1 + x2**2 - 7)**2",
        derive=_read(
            "4*x1*(x1**2 + x2 - 11) + 2*(x1 + x2**2 - 7)",
            "2*(x1**2 + x2 - 11) + 4*x2*(x1 + x2**2 - 7)",
            "12*x1**2 + 4*x2 - 42",
            "4*(x1 + x2)",
            "12*x2**2 + 4*x1 - 26",
        ),
        f=himmelblau,
        J=jacobian_himmelblau,
        H=hessian_himmelblau,
        start=(0.0, 0.0),
        alpha=0.01,
        window=((-5.0, 5.0), (-5.0, 5.0)),
    ),
)

SURFACES = {surface.name: surface for surface in (ARTICLE, *_OTHERS)}


def expression_surface(
    text: str,
    start: tuple[float, float] = ARTICLE.start,
    alpha: float = ARTICLE.alpha,
    window: tuple[Interval, Interval] = ARTICLE.window,
) -> Surface:
    """The surface of a person's own text in x1 and x2, with derivatives by SymPy.

    J and H are nan where f has no finite value, whatever their formulas give there. SymPy works
    when J or H is first asked for. Raises ExpressionError."""
    expression = parse(text, VARIABLES)

    def f(x1: Any, x2: Any) -> Any:
        return expression.on_grid([x1, x2])

    def on_grids(entries: tuple[Expression, ...], x1: Any, x2: Any) -> Any:
        defined = np.where(np.isfinite(f(x1, x2)), 0.0, np.nan)
        return tuple(entry.on_grid([x1, x2]) + defined for entry in entries)

    @cache
    def first() -> tuple[Expression, ...]:
        return expression.derivative("x1"), expression.derivative("x2")

    @cache
    def second() -> tuple[Expression, ...]:
        by_x1, by_x2 = first()
        return by_x1.derivative("x1"), by_x1.derivative("x2"), by_x2.derivative("x2")

    return Surface(
        "own",
        text,
        derive=lambda: first() + second(),
        f=f,
        J=lambda x1, x2: on_grids(first(), x1, x2),
        H=lambda x1, x2: on_grids(second(), x1, x2),
        start=start,
        alpha=alpha,
        window=window,
    )
