"""A page's layout without its text: invented filler in place of prose, names and pictures."""
