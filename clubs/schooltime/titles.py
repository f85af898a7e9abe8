"""What titles of events say in schools' calendars; to be asked in lower case."""

import re

NO_SCHOOL = re.compile(
    r"\bno[ -](?:school|class(?:es)?|students?)\b|\bnon[- ](?:student|instructional|school)"
    r"|\bschools? closed\b|\bstudents? (?:off|not in)\b"
)
CYCLE = re.compile(
    r"(?:day (?P<after>[a-j]|\d{1,2})|(?P<before>[a-j]|\d{1,2})[ -]day)"
    r"(?= *(?:$|[:;,(/–-]))"
)
EARLY = re.compile(
    r"\b(?:early|half|minimum|short|shortened|late)\b.{0,12}"
    r"\b(?:dismissal|closing|closure|release|out|day|start|opening)\b"
)
PERIOD = r"(?:term|semester|quarter|trimester|school(?: year)?|class(?:es)?)"
BEGINS = re.compile(
    rf"\bfirst day of\b.*\b{PERIOD}\b|\b{PERIOD}\b.*\b(?:begins?|starts?|resumes?)\b"
    rf"|\b(?:start|beginning) of\b.*\b{PERIOD}\b"
)
ENDS = re.compile(
    rf"\blast day of\b.*\b{PERIOD}\b|\b{PERIOD}\b.*\bends?\b|\bend of\b.*\b{PERIOD}\b"
)
TERM = re.compile(r"\b(?:term|semester|quarter|trimester)\b")
HOLIDAY = re.compile(
    r"\bholidays?\b|\bbreak\b|\bvacation\b|\brecess\b|\bp\.?d\.? day\b|\bpro[- ]?d\b"
    r"|\bprofessional (?:development|learning|activity)\b|\bin-?service\b|\binset\b"
    r"|\bteachers?'? (?:convention|work)|\bstaff day\b|\bsnow day\b|\bhalf[- ]term\b"
    r"|\b(?:family|labou?r|civic|memorial|veterans?'?s?|president'?s'?|presidents|canada"
    r"|victoria|independence|indigenous people'?s'?|columbus|boxing|christmas|new year'?s?"
    r"|mlk|martin luther king,?(?: jr\.?,?)?|may|bank|remembrance|heritage|islander"
    r"|louis riel) (?:\([^)]*\) )?day\b"
    r"|\bthanksgiving\b|\bgood friday\b|\beaster monday\b|\btruth and reconciliation\b"
    r"|\bjuneteenth\b"
)
