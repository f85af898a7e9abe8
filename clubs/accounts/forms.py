"""The forms of signing in and of passwords."""

from wtforms import PasswordField
from wtforms.validators import DataRequired, EqualTo, Length

from clubs.accounts.password_rules import SHORTEST
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l

_LONGEST_ADDRESS = Length(max=254, message=_l("That address is too long."))


class _Address(Line):
    """An e-mail address as it is kept: in lower case."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        self.data = (self.data or "").lower()


class SignInForm(Form):
    email = _Address(
        _l("School e-mail"),
        [DataRequired(_l("Write your school e-mail address.")), _LONGEST_ADDRESS],
    )
    password = PasswordField(_l("Password"), [DataRequired(_l("Write your password."))])


class ForgotForm(Form):
    email = _Address(
        _l("School e-mail"),
        [DataRequired(_l("Write your school e-mail address.")), _LONGEST_ADDRESS],
    )


class NewPasswordForm(Form):
    password = PasswordField(
        _l("New password"),
        [DataRequired(_l("Choose a password."))],
        description=_l(
            "%(count)s characters or more. Three words that do not belong together are "
            "good, such as a fruit, a sport and a street.",
            count=SHORTEST,
        ),
    )
    again = PasswordField(
        _l("The same once more"),
        [EqualTo("password", _l("The two are not the same. Write both again."))],
    )


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(
        _l("Your password now"), [DataRequired(_l("Write the password you have now."))]
    )
