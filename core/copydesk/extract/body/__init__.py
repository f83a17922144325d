"""The article's text in markup: a walk that makes pieces, the choice among them, typed blocks."""
