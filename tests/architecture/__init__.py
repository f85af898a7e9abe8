"""How the house is built: imports, shape of the code, templates, migrations, settings."""
