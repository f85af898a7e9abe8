"""Many people at once: separate processes, each with an application of its own.

    answers = at_once(settings, ask, [(student.id, club.id) for student in students])

`ask(app, *job)` is a generator of a test module: up to its first `yield` somebody opens
their page; then all wait for each other; what it yields next is the answer to the job.
The processes live as long as the tests do: starting them takes longer than any race.
"""

import atexit
import importlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from multiprocessing.pool import Pool
from multiprocessing.synchronize import Barrier
from typing import Any

from flask import Flask

from clubs import create_app
from clubs.config import Settings

PROCESSES = 2
THREADS = 4
PATIENCE = 120  # seconds
Job = tuple[Any, ...]
Task = Callable[..., Iterator[Any]]
_START: list[Barrier] = []
_APPS: list[Flask] = []


def at_once(settings: Settings, task: Task, jobs: Sequence[Job]) -> list[Any]:
    """What `task` answered to each job, in the order of the jobs.

    Neighbours run in different processes; each process takes exactly one share.
    """
    name = (task.__module__, task.__name__)
    shares = [list(jobs[number::PROCESSES]) for number in range(PROCESSES)]
    pool = _processes(settings)
    waiting = [pool.apply_async(_run, (name, share)) for share in shares]
    answers = [one.get(PATIENCE) for one in waiting]
    found: list[Any] = [None] * len(jobs)
    for number, share in enumerate(answers):
        found[number::PROCESSES] = share
    return found


@cache
def _processes(settings: Settings) -> Pool:
    spawned = multiprocessing.get_context("spawn")
    pool = spawned.Pool(PROCESSES, _set_up, (settings, spawned.Barrier(PROCESSES)))
    # Before the database's own end, which waits for everybody to hang up.
    atexit.register(pool.terminate)
    return pool


def _set_up(settings: Settings, start: Barrier) -> None:
    os.environ["PYTHONTZPATH"] = ""
    _START.append(start)
    app = create_app(settings)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    _APPS.append(app)


def _run(name: tuple[str, str], share: list[Job]) -> list[Any]:
    module, function = name
    task: Task = getattr(importlib.import_module(module), function)
    with ThreadPoolExecutor(THREADS) as threads:
        begun = [task(_APPS[0], *job) for job in share]
        list(threads.map(next, begun))
        _START[0].wait(PATIENCE)
        return list(threads.map(next, begun))
