"""Files that a stage cannot read: it goes on with the others, and reports all of them at the end."""

from __future__ import annotations

from types import TracebackType

from translate.errors import CatalogError, PageError, SeveralError, TranslateError


class Unread:
    """Collects the PageErrors and CatalogErrors that are raised inside `with`; any other error passes through."""

    def __init__(self) -> None:
        self._errors: dict[str, TranslateError] = {}

    def __enter__(self) -> None:
        """Begin with a page, or with one of its catalogs."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        """Keep the error once, however many pages it is in the way of."""
        if isinstance(error, PageError | CatalogError):
            self._errors.setdefault(str(error), error)
            return True
        return False

    def tell(self) -> None:
        """Raise what was kept: the one error, or SeveralError; nothing where all could be read."""
        if len(self._errors) == 1:
            raise next(iter(self._errors.values()))
        if self._errors:
            raise SeveralError(tuple(self._errors.values()))
