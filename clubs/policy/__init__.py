"""Every rule of the site: who sees what, who may do what, how long things are kept."""
