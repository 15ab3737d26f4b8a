import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from translate.engines.base import Answer
from translate.engines.cache import Cache, key
from translate.errors import OutputError

ANSWER = Answer("Hallo", 5)


def test_an_answer_is_there_again(tmp_path: Path) -> None:
    first = Cache(tmp_path / "deep" / "cache.sqlite")
    first.put({b"a": ANSWER, b"b": Answer("", fault="refused")})
    first.close()
    second = Cache(tmp_path / "deep" / "cache.sqlite")

    assert second.get([b"a", b"b", b"c"]) == {b"a": ANSWER, b"b": Answer("", fault="refused")}
    assert second.set_aside is None
    second.close()


def test_the_first_answer_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put({b"a": ANSWER})
    cache.put({b"a": Answer("Hoi")})

    assert cache.get([b"a"]) == {b"a": ANSWER}
    cache.close()


def test_thousands_of_keys_are_one_question(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    keys = [key("identity", str(number)) for number in range(3000)]
    cache.put(dict.fromkeys(keys, ANSWER))

    assert len(cache.get(keys)) == 3000
    cache.close()


def test_identity_and_text_cannot_run_into_each_other() -> None:
    assert key("ab", "c") != key("a", "bc")
    assert key("", "1:ab") != key("1", "ab")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 99, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(content)
    cache = Cache(path)
    cache.put({b"a": ANSWER})

    assert cache.get([b"a"]) == {b"a": ANSWER}
    assert (cache.set_aside is None) == (content == b"")
    if cache.set_aside:
        assert cache.set_aside.read_bytes() == content
    cache.close()


def test_pages_that_are_torn_are_noticed_and_nothing_new_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put({key("x", str(number)): Answer("long " * 50) for number in range(2000)})
    cache.close()
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xee" * (len(content) - 12288)
    path.write_bytes(content)
    again = Cache(path)
    again.put({b"new": ANSWER})

    assert again.set_aside == tmp_path / "cache.sqlite.damaged"
    assert again.get([b"new", key("x", "1")]) == {b"new": ANSWER}
    again.close()


def test_a_file_that_breaks_while_it_is_open_is_set_aside_too(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put({key("x", str(number)): Answer("long " * 50) for number in range(2000)})
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xee" * 400_000)
    cache.put({b"new": ANSWER})

    assert cache.get([b"new"]) == {b"new": ANSWER}
    cache.close()


def test_the_database_of_somebody_else_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE answers (question TEXT)")
    other.close()
    cache = Cache(path)

    assert cache.set_aside == tmp_path / "cache.sqlite.damaged"
    assert cache.get([b"a"]) == {}
    cache.close()


def test_two_damaged_files_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    for _ in range(2):
        path.write_bytes(b"no database" * 500)
        Cache(path).close()

    assert sorted(found.name for found in tmp_path.glob("*damaged*")) == [
        "cache.sqlite.damaged",
        "cache.sqlite.damaged1",
    ]


def test_a_place_that_cannot_be_written_is_said_before_anything_is_paid(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="cache"):
        Cache(tmp_path / "file" / "cache.sqlite")


def test_threads_share_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")

    def work(name: int) -> None:
        for number in range(20):
            cache.put({f"{name}.{number}".encode(): ANSWER})

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(cache.get(f"{name}.{number}".encode() for name in range(4) for number in range(20))) == 80
    cache.close()


def test_the_file_is_sound_in_wal_mode(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put({b"a": ANSWER})
    with sqlite3.connect(tmp_path / "cache.sqlite") as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert other.execute("SELECT count(*) FROM answers").fetchone() == (1,)
    other.close()
    cache.close()
    assert stat.S_ISREG((tmp_path / "cache.sqlite").stat().st_mode)
