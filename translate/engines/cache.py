"""The answers that were paid for, on disk before anybody sees them.

SQLite in WAL mode with `synchronous=FULL`: an answer that `put` has returned from survives the end of the program and a
power cut. FULL costs one fsync a batch, some milliseconds beside a request over the network; NORMAL could lose the
last batches to a power cut. The file is disposable: the catalogs are the state that matters.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TypeVar

from translate.engines.base import Answer
from translate.errors import OutputError

_VERSION = 1
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, text TEXT, billed INTEGER, fault TEXT) WITHOUT ROWID"
)
_AT_ONCE = 500
"""Keys a query; SQLite takes 999 parameters everywhere."""

T = TypeVar("T")


def key(identity: str, text: str) -> bytes:
    """Return the digest that an answer is kept under; neither text nor identity can be read from it."""
    return hashlib.sha256(f"{len(identity)}:{identity}{text}".encode()).digest()


class Cache:
    """Answers by key, shared by threads; a damaged file is set aside and begun anew, never an error.

    Raises OutputError where the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self.set_aside: Path | None = None
        """Where a damaged file was put; the answers in it are lost, and the user should be told."""
        self._connection = self._opened()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Answer]:
        """Return the answers that there are."""
        wanted = list(dict.fromkeys(keys))
        return self._done(lambda connection: dict(_selected(connection, wanted)))

    def put(self, answers: Mapping[bytes, Answer]) -> None:
        """Keep answers; they are on disk when this returns. The first answer to a text stays."""
        rows = [(digest, answer.text, answer.billed, answer.fault) for digest, answer in answers.items()]

        def insert(connection: sqlite3.Connection) -> None:
            with connection:  # one transaction
                connection.executemany("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?)", rows)

        self._done(insert)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _done(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work, in a new file when the old one turns out to be damaged."""
        with self._lock:
            try:
                return work(self._connection)
            except sqlite3.OperationalError as error:
                raise self._unusable(error) from error
            except sqlite3.DatabaseError:
                self._connection.close()
                self._put_aside()
                self._connection = self._opened()
                return work(self._connection)

    def _opened(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
        except (sqlite3.OperationalError, OSError) as error:
            raise self._unusable(error) from error
        try:
            if _sound(connection):
                return connection
        except sqlite3.OperationalError as error:
            connection.close()
            raise self._unusable(error) from error
        except sqlite3.DatabaseError:
            pass
        connection.close()
        self._put_aside()
        return self._opened()

    def _unusable(self, error: Exception) -> OutputError:
        return OutputError(
            f"the response cache cannot be used: {error}",
            path=str(self._path),
            hint="without it answers would be paid for twice; give it room and the right to write",
        )

    def _put_aside(self) -> None:
        names = (self._path.with_name(f"{self._path.name}.damaged{number or ''}") for number in count())
        self.set_aside = next(name for name in names if not name.exists())
        self._path.rename(self.set_aside)
        for rest in ("-wal", "-shm"):
            self._path.with_name(self._path.name + rest).unlink(missing_ok=True)


def _selected(connection: sqlite3.Connection, keys: list[bytes]) -> Iterator[tuple[bytes, Answer]]:
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"SELECT key, text, billed, fault FROM answers WHERE key IN ({marks})"  # noqa: S608  # marks only
        yield from ((row[0], Answer(*row[1:])) for row in connection.execute(query, some))


def _sound(connection: sqlite3.Connection) -> bool:
    """Make the file ready; tell whether it is whole and ours."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and (version != _VERSION or connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)):
        return False
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA user_version={_VERSION}")
    connection.execute(_TABLE)
    return True
