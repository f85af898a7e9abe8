"""Believable answers to the risk check, for every demo club above open."""

from dataclasses import replace

from clubs.demo.shapes import RiskCheck

_STUDENTS = RiskCheck(
    confidentiality=(
        "Our agreement is read at the first meeting of each term. What is said here stays "
        "here, unless someone is in danger. The sponsor explains that limit every time."
    ),
    group_dynamics=(
        "Two leaders take turns, so that one voice does not fill the room. Anyone may "
        "pass, and we use a speaking round when talk gets heated."
    ),
    room_exposure=(
        "The room has a blind on the door window. It lies on a hallway people use anyway, "
        "so walking in tells nothing."
    ),
    online_contact=(
        "We use this site only. There is no group chat, and leaders do not collect phone "
        "numbers."
    ),
    second_adult=(
        "A second member of staff knows when we meet and can step in when the sponsor is "
        "away. Without either of them, the meeting is cancelled."
    ),
    disclosure=(
        "If a student tells us of harm or danger, the sponsor stays with them and informs "
        "the safeguarding lead the same day. The student hears it first."
    ),
    stop_criteria=(
        "We pause if a member is named outside the group, if the sponsor leaves, or if two "
        "members ask for a break. Then we talk with the school before going on."
    ),
)

_FAMILIES = replace(
    _STUDENTS,
    confidentiality=(
        "We talk about ourselves and never use a child's name. The limit is explained at "
        "the start of each evening: danger to a child has to be passed on."
    ),
    group_dynamics=(
        "A trained caregiver leads together with the sponsor. Advice is given only when "
        "someone asks for it, and interpreters speak for whoever wants one."
    ),
    online_contact=(
        "There is no group chat. Whoever wants to stay in touch decides that alone, after "
        "the meeting."
    ),
    disclosure=(
        "The sponsor speaks with the caregiver in private and informs the safeguarding "
        "lead the same evening. We tell the caregiver what happens next."
    ),
)

_TENDER = replace(
    _STUDENTS,
    group_dynamics=(
        "The group stays small. A leader sits beside anyone who finds it hard, and people "
        "may leave the room without a reason."
    ),
    second_adult=(
        "A school counsellor is next door for the entire meeting and comes in when asked."
    ),
    stop_criteria=(
        "We pause if someone is in crisis, and the counsellor takes over. We start again "
        "when the members and the counsellor agree."
    ),
)

_NO_LIST = (
    "Nobody writes down who belongs, on paper or online. What is said here stays here, "
    "unless someone is in danger."
)

RISK_CHECKS: dict[str, RiskCheck] = {
    "rainbow-room": _STUDENTS,
    "prism": replace(
        _STUDENTS,
        confidentiality=_NO_LIST,
        room_exposure=(
            "Other students use the same rooms for homework at that hour, so we look like "
            "them. Two doors lead in."
        ),
    ),
    "bridge": replace(
        _STUDENTS,
        group_dynamics=(
            "Small tables of four, each with an older student. Nobody has to speak to the "
            "entire room."
        ),
    ),
    "many-minds": replace(
        _STUDENTS,
        group_dynamics=(
            "The plan is on the board with times. A card on the table shows who wants "
            "quiet, and nobody is asked about a diagnosis."
        ),
        room_exposure="A lower-floor room with low light and no window to the hallway.",
    ),
    "slow-lane": replace(
        _TENDER,
        confidentiality=_NO_LIST,
        disclosure=(
            "Health stays private. If someone is unwell, the sponsor calls the nurse; if "
            "someone is unsafe, the safeguarding lead hears of it the same day."
        ),
    ),
    "quiet-corner": replace(
        _STUDENTS,
        group_dynamics="Sixteen places at most, so it stays calm. Leaders check by a wave.",
    ),
    "lantern": _TENDER,
    "rights-at-work": replace(
        _STUDENTS,
        confidentiality=(
            "Employers are not named. What is said here stays here, unless someone is in "
            "danger at work."
        ),
    ),
    "speak-up": replace(
        _STUDENTS,
        disclosure=(
            "The sponsor explains how a report works and what has to be reported. Beyond "
            "that, the student chooses."
        ),
    ),
    "faith-and-questions": replace(
        _STUDENTS,
        group_dynamics=(
            "We speak for ourselves and try to change nobody. Visitors come only when the "
            "group has chosen them, and never alone."
        ),
    ),
    "settling-in": replace(
        _TENDER,
        confidentiality=_NO_LIST,
        disclosure=(
            "We do not ask about papers and keep no copy of any. If someone is in danger, "
            "the safeguarding lead is told, and the student hears it first."
        ),
    ),
    "page-turners": _STUDENTS,
    "first-drafts": replace(
        _STUDENTS,
        disclosure=(
            "If a text sounds like somebody is in danger, the sponsor asks the writer in "
            "private and informs the safeguarding lead the same day."
        ),
    ),
    "unfinished-songs": replace(
        _STUDENTS,
        online_contact="Nothing is recorded and nothing is posted. This site only.",
    ),
    "families-evening": replace(_FAMILIES, confidentiality=_NO_LIST),
    "kitchen-table": _FAMILIES,
    "families-bullying": replace(
        _FAMILIES,
        stop_criteria=(
            "We stop the evening if two families of the same conflict meet by surprise, "
            "and offer each of them a place in another round."
        ),
    ),
    "bullying-prevention": replace(
        _FAMILIES,
        group_dynamics=(
            "A student and a caregiver chair together. Students speak first, and staff do "
            "not outvote them."
        ),
    ),
}
