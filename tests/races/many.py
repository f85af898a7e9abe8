"""Many people at once: separate processes, each with an application of its own.

    answers = at_once(settings, ask, [(student.id, club.id) for student in students])

`ask(app, *job)` is a function of a test module. Every process makes its application,
prepares its visitors, waits for the others, and then all jobs run, in several threads each.
"""

import importlib
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from typing import Any

from flask import Flask

from clubs import create_app
from clubs.config import Settings
from clubs.db import db

PROCESSES = 3
THREADS = 4
PATIENCE = 120  # seconds
Job = tuple[Any, ...]
_START: list[Barrier] = []
_APPS: list[Flask] = []


def at_once(settings: Settings, task: Callable[..., Any], jobs: Sequence[Job]) -> list[Any]:
    """What `task` answered to each job, in the order of the jobs."""
    spawned = multiprocessing.get_context("spawn")
    processes = min(PROCESSES, len(jobs))
    shares = [list(jobs[number::processes]) for number in range(processes)]
    start = spawned.Barrier(processes)
    with spawned.Pool(processes, _set_up, (settings, start)) as pool:
        name = (task.__module__, task.__name__)
        waiting = [pool.apply_async(_run, (name, share)) for share in shares]
        answers = [one.get(PATIENCE) for one in waiting]
    found: list[Any] = [None] * len(jobs)
    for number, share in enumerate(answers):
        found[number::processes] = share
    return found


def _set_up(settings: Settings, start: Barrier) -> None:
    os.environ["PYTHONTZPATH"] = ""
    _START.append(start)
    app = create_app(settings)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    _APPS.append(app)


def _run(name: tuple[str, str], share: list[Job]) -> list[Any]:
    module, function = name
    task = getattr(importlib.import_module(module), function)
    app = _APPS[0]
    with app.app_context():
        db.engine.connect().close()
    _START[0].wait(PATIENCE)
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(lambda job: task(app, *job), share))
