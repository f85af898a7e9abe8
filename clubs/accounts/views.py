"""Pages of this feature, one module per topic. (School sign-in comes to stand beside.)"""

from clubs.accounts import choosing_password as choosing_password
from clubs.accounts import own_account as own_account
from clubs.accounts import signing_in as signing_in
from clubs.accounts.blueprint import bp as bp
