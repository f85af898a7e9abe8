"""Opening a zip that a stranger made: nothing is unpacked, only named files are read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, cast

from flask_babel import gettext as _

from clubs.roster.reading import Place, Refused, Source, name_of, opened

MOST_BYTES = 200_000_000
MOST_FILES = 1_000
# Rosters shrink about seven times; a file that shrinks a hundred times is a trap.
MOST_SHRUNK = 100
SMALL = 1_000_000
CHUNK = 1 << 16
READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Counted(io.BufferedIOBase):
    """A file inside the zip that stops at a number of bytes, whatever the zip claims."""

    most = MOST_BYTES

    def __init__(self, file: IO[bytes], place: Place) -> None:
        self.file, self.place, self.remaining = file, place, self.most

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = CHUNK if size is None or size < 0 else min(size, CHUNK)
        try:
            data = self.file.read(wanted)
        except DAMAGE as error:
            raise Refused(_("this file is damaged inside the zip."), self.place) from error
        self.remaining -= len(data)
        if self.remaining < 0:
            raise Refused(_("this file is far too big."), self.place)
        return data

    read1 = read


@dataclass(frozen=True, slots=True)
class Archive:
    """The wanted files of a zip by their plain names; no other can be opened."""

    zip: zipfile.ZipFile
    files: dict[str, zipfile.ZipInfo]
    place: Place
    nested: bool

    def __contains__(self, name: str) -> bool:
        return name in self.files

    @contextmanager
    def reading(self, name: str) -> Iterator[IO[bytes]]:
        """The bytes of one file; at most MOST_BYTES of them."""
        info, place = self.files[name], Place(name)
        require_harmless(info, place)
        try:
            file = self.zip.open(info)
        except DAMAGE as error:
            raise Refused(_("this file is damaged inside the zip."), place) from error
        with file:
            # typeshed knows only its own classes as IO.
            yield cast(IO[bytes], Counted(file, place))


def require_harmless(info: zipfile.ZipInfo, place: Place) -> None:
    if info.flag_bits & 0x1:
        raise Refused(_("this file is locked with a password."), place)
    if info.compress_type not in READABLE:
        raise Refused(_("this file is packed in a way the site can't open."), place)
    shrunk = info.file_size / max(info.compress_size, 1)
    if info.file_size > MOST_BYTES or (info.file_size > SMALL and shrunk > MOST_SHRUNK):
        raise Refused(_("this file is far too big."), place)


@contextmanager
def archive(
    source: Source, wanted: Collection[str], name: str | None = None
) -> Iterator[Archive]:
    """The wanted files of the zip, at its root or together in one folder."""
    place = Place(name_of(source, name))
    with opened(source) as file:
        try:
            opened_zip = zipfile.ZipFile(file)
        except DAMAGE as error:
            reason = _("this isn't a zip file, or a part of it is missing.")
            raise Refused(reason, place) from error
        with opened_zip:
            paths = paths_in(opened_zip, place)
            nested = any(path.suffix.lower() == ".zip" for path in paths)
            yield Archive(opened_zip, chosen(paths, wanted, place), place, nested)


def paths_in(
    opened_zip: zipfile.ZipFile, place: Place
) -> dict[PurePosixPath, zipfile.ZipInfo]:
    # Not is_dir(): it fails on an empty name, which a damaged zip may hold.
    infos = [info for info in opened_zip.infolist() if not info.filename.endswith("/")]
    if len(infos) > MOST_FILES:
        raise Refused(_("there are far too many files in this zip."), place)
    paths: dict[PurePosixPath, zipfile.ZipInfo] = {}
    for info in infos:
        path = safe_path(info, place)
        if path in paths:
            reason = _("%(file)s is in this zip twice.", file=path.name[:100])
            raise Refused(reason, place)
        paths[path] = info
    return paths


def chosen(
    paths: dict[PurePosixPath, zipfile.ZipInfo], wanted: Collection[str], place: Place
) -> dict[str, zipfile.ZipInfo]:
    files: dict[str, zipfile.ZipInfo] = {}
    folders = set()
    for path, info in paths.items():
        plain = path.name.lower()
        if plain not in wanted or is_junk(path) or len(path.parts) > 2:
            continue
        if plain in files:
            raise Refused(_("%(file)s is in this zip twice.", file=plain), place)
        files[plain] = info
        folders.add(path.parent)
    if len(folders) > 1:
        raise Refused(_("the files are spread over several folders."), place)
    return files


def safe_path(info: zipfile.ZipInfo, place: Place) -> PurePosixPath:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or ":" in info.filename
    if outside or not path.name:
        reason = _("this zip tries to write outside its folder; please make a new one.")
        raise Refused(reason, place)
    return path


def is_junk(path: PurePosixPath) -> bool:
    """What macOS leaves in a zip."""
    return path.parts[0] == "__MACOSX" or path.name.startswith(".")
