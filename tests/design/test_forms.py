"""Forms: every control has its label, hint and mistake, and no id is given twice."""

from typing import Any

import pytest
from flask import Flask
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
    widgets,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # new in 3.3
from wtforms.validators import InputRequired, Optional

from tests.design.pages import ids, parsed, render, request_to, words

FORMS = '{% import "layout/forms.html" as forms with context %}'
WHOLE = FORMS + (
    "{{ forms.error_summary(form) }}{% call forms.form() %}"
    "{% for f in form if f.name != 'csrf_token' %}{{ forms.field(f) }}{% endfor %}"
    "{{ forms.submit('Send') }}{% endcall %}"
)


class Step(Form):
    title = StringField("Step", validators=[InputRequired("Name the step.")])


class EveryKind(FlaskForm):
    name = StringField(
        "Name", description="On the list.", validators=[InputRequired("Give a name.")]
    )
    purpose = TextAreaField("Purpose", validators=[Optional()])
    kind = RadioField(
        "Kind",
        choices=[SelectChoice("a", "Alliance"), SelectChoice("b", "Buddies")],
        description="It changes nothing.",
        validators=[InputRequired("Choose one.")],
    )
    lunch = SelectField(
        "Lunch", choices=[SelectChoice("1", "First"), SelectChoice("2", "Second")]
    )
    days = SelectMultipleField(
        "Days",
        choices=[SelectChoice("m", "Monday"), SelectChoice("t", "Tuesday")],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    on = DateField("On", validators=[InputRequired("Say the day.")])
    at = TimeField("At")
    places = IntegerField("Places", validators=[InputRequired("How many?")])
    agree = BooleanField("I agree", validators=[InputRequired("Please agree.")])
    file = FileField("File")
    password = PasswordField("Password")
    steps = FieldList(StringField("Step", validators=[InputRequired("Say it.")]), "Steps")
    first = FormField(Step, "First step")
    hidden = HiddenField()


def filled(typed: dict[str, str] | None = None) -> EveryKind:
    if typed is None:
        return EveryKind(formdata=None, steps=["one"])
    form = EveryKind(MultiDict({"steps-0": "", **typed}))
    form.validate()
    return form


def controls(tree: Any) -> list[Any]:
    return [
        each
        for each in tree.iter()
        if each.tag in {"input", "select", "textarea"} and each.get("type") != "hidden"
    ]


def shown(bare: Flask, source: str, **given: Any) -> Any:
    return parsed(render(bare, source, **given))


@pytest.mark.parametrize("typed", [None, {"purpose": "To meet"}], ids=["new", "mistaken"])
def test_every_control_is_labelled_and_every_reference_leads_somewhere(
    bare: Flask, typed: dict[str, str] | None
) -> None:
    with request_to(bare):
        tree = shown(bare, WHOLE, form=filled(typed))
    known = ids(tree)
    labelled = {each.get("for") for each in tree.iter("label")}
    assert len(known) == len(set(known))
    assert len(controls(tree)) == 15
    assert {each.get("id") for each in controls(tree)} == labelled
    described = [each.get("aria-describedby", "").split() for each in tree.iter()]
    assert {name for names in described for name in names} <= set(known)
    links = {each.get("href")[1:] for each in tree.iter("a")}
    assert links <= {each.get("id") for each in controls(tree)}


def test_a_mistake_is_said_in_the_summary_and_beside_its_field(bare: Flask) -> None:
    with request_to(bare):
        tree = shown(bare, WHOLE, form=filled({"purpose": "To meet"}))
    summary = next(each for each in tree.iter("div") if each.get("role") == "alert")
    assert summary.get("tabindex") == "-1"
    for said in ("Give a name.", "Choose one.", "Say it.", "Name the step."):
        assert said in words(summary)
        assert words(tree).count(said) == 2
    name = next(each for each in tree.iter("input") if each.get("name") == "name")
    assert name.get("aria-invalid") == "true"
    assert name.get("aria-describedby") == "name--hint name--error"
    assert next(tree.iter("textarea")).text.strip() == "To meet"


def test_a_mistake_of_the_whole_form_is_listed(bare: Flask) -> None:
    with request_to(bare):
        form = filled({})
        form.form_errors.append("These two days are the same.")
        assert "These two days are the same." in words(shown(bare, WHOLE, form=form))


def test_a_form_without_mistakes_has_no_summary(bare: Flask) -> None:
    with request_to(bare):
        source = FORMS + "{{ forms.error_summary(form) }}"
        assert render(bare, source, form=filled()).strip() == ""


def test_a_form_posts_its_csrf_value_once_and_asks_the_browser_to_forget(
    bare: Flask,
) -> None:
    with request_to(bare):
        tree = shown(bare, WHOLE, form=filled())
    form = next(tree.iter("form"))
    assert (form.get("method"), form.get("autocomplete")) == ("post", "off")
    assert "novalidate" in form.attrib
    assert [each.get("name") for each in form.iter("input")].count("csrf_token") == 1


def test_two_forms_of_one_kind_share_no_id(bare: Flask) -> None:
    with request_to(bare):
        tree = shown(
            bare,
            WHOLE + "{% set form = second %}" + WHOLE.replace(FORMS, ""),
            form=filled({}),
            second=filled({}),
        )
    known = ids(tree)
    assert len(known) == len(set(known))
    labelled = {each.get("for") for each in tree.iter("label")}
    assert {each.get("id") for each in controls(tree)} == labelled


def test_a_page_gives_the_same_ids_each_time(bare: Flask) -> None:
    pages = []
    for _ in range(2):
        with request_to(bare):
            pages.append(ids(shown(bare, WHOLE, form=filled())))
    assert pages[0] == pages[1]


def test_attributes_reach_the_control(bare: Flask) -> None:
    source = FORMS + (
        "{{ forms.field(form.password, autocomplete='new-password') }}"
        "{{ forms.field(form.name, hint='Another hint', inputmode='text',"
        " class_='short') }}"
    )
    with request_to(bare):
        tree = shown(bare, source, form=filled())
    password, name = controls(tree)
    assert password.get("autocomplete") == "new-password"
    assert (name.get("inputmode"), name.get("class")) == ("text", "short")
    assert "Another hint" in words(tree)
    assert "On the list." not in words(tree)


def test_optional_is_said(bare: Flask) -> None:
    with request_to(bare):
        tree = shown(bare, WHOLE, form=filled())
    assert words(tree).count("(optional)") == 1


def test_one_button_forms_post_and_say_whom_they_are_about(bare: Flask) -> None:
    source = FORMS + (
        "{% for who in ('Maple', 'River') %}"
        "{{ forms.button_form('/yes', 'Say yes', fields={'id': who}, about=who) }}"
        "{% endfor %}"
    )
    with request_to(bare):
        tree = shown(bare, source)
    assert [each.get("method") for each in tree.iter("form")] == ["post", "post"]
    assert [words(each) for each in tree.iter("button")] == [
        "Say yes – Maple",
        "Say yes – River",
    ]
    assert ids(tree) == []


def test_filters_ask_by_address_and_keep_what_was_chosen(bare: Flask) -> None:
    source = FORMS + (
        "{% for _again in 'ab' %}{% call forms.filter_bar('/clubs', 'Find a club') %}"
        "{{ forms.filter_text('q', 'Words', 'ch\"ess') }}"
        "{{ forms.filter_choice('day', 'Day', [('', 'Any'), ('1', 'Monday')], '1') }}"
        "{{ forms.filter_tick('near', 'I can get there', True) }}{% endcall %}{% endfor %}"
    )
    with request_to(bare):
        tree = shown(bare, source)
    assert all(each.get("method") is None for each in tree.iter("form"))
    assert "csrf_token" not in {each.get("name") for each in tree.iter("input")}
    assert len(ids(tree)) == len(set(ids(tree))) == 6
    typed, _, ticked = controls(tree)[:3]
    assert typed.get("value") == 'ch"ess'
    assert "checked" in ticked.attrib


def test_a_code_can_be_copied_without_script_too(bare: Flask) -> None:
    with request_to(bare):
        tree = shown(bare, FORMS + "{{ forms.copy('Invite code', 'K7QM') }}")
    shown_code = controls(tree)[0]
    assert shown_code.get("value") == "K7QM"
    assert "hidden" in next(tree.iter("button")).attrib
