"""Small rosters made for a test, sound unless the test says otherwise."""

import io
import zipfile

HEADER = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
    "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,"
    "password"
)
COLUMNS = HEADER.split(",")
ORGS = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
ORGS += "s1,,,Riverside High,school,,\n"
MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
MANIFEST += "file.orgs,bulk\nfile.users,bulk\n"
DELTA = MANIFEST.replace("bulk", "delta")


def user(source_id: str = "p1", **cells: str) -> str:
    """One line of users.csv; `cells` by the names of their columns."""
    usual = {
        "sourcedId": source_id,
        "enabledUser": "true",
        "orgSourcedIds": "s1",
        "role": "student",
        "givenName": "Robin",
        "familyName": "Vale",
        "email": f"{source_id}@school.example",
        "grades": "09",
    }
    quoted = ((usual | cells).get(column, "") for column in COLUMNS)
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in quoted)


def users(*lines: str) -> str:
    return "\n".join((HEADER, *(lines or (user(),)))) + "\n"


def zipped(files: dict[str, str | bytes]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    made.seek(0)
    return made


def roster(*lines: str, **files: str | bytes | None) -> io.BytesIO:
    """A OneRoster zip with these people; `files` replace or (None) take away a file."""
    names = {"manifest": MANIFEST, "orgs": ORGS, "users": users(*lines)} | files
    return zipped({f"{n}.csv": text for n, text in names.items() if text is not None})
