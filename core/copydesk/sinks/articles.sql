-- Tables of an output database; docs/cli.md shows how they are queried.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,  -- what the search tables know a row by; VACUUM keeps it
    id TEXT NOT NULL UNIQUE,
    outlet TEXT NOT NULL,
    url TEXT,
    headline TEXT NOT NULL,
    summary TEXT,
    language TEXT,
    published TEXT,              -- as precise as the page says it
    published_earliest TEXT,     -- first and last second that it can mean, UTC
    published_latest TEXT,
    modified TEXT,
    authors TEXT NOT NULL,       -- JSON arrays of names
    sections TEXT NOT NULL,
    topics TEXT NOT NULL,
    kind TEXT NOT NULL,
    access TEXT NOT NULL,
    completeness TEXT NOT NULL,
    words INTEGER NOT NULL,      -- of text; about, where no spaces part them
    source TEXT,
    content_hash TEXT NOT NULL,
    text TEXT NOT NULL,          -- Article.text
    json TEXT NOT NULL           -- the whole article
);
CREATE INDEX articles_by_outlet ON articles (outlet, published_earliest);
CREATE INDEX articles_by_date ON articles (published_earliest);

-- One row for every page read.
CREATE TABLE outcomes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: a run knows by it how far it was
    source TEXT,
    url TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'rejection', 'failure')),
    code TEXT,
    stage TEXT,
    plugin TEXT,
    reason TEXT,
    article_id TEXT REFERENCES articles (id)
);
CREATE INDEX outcomes_by_article ON outcomes (article_id);
CREATE INDEX outcomes_by_code ON outcomes (kind, code);
CREATE INDEX outcomes_by_source ON outcomes (source);

-- One row for every run that wrote here, the latest last.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,      -- number of its first outcome
    updates INTEGER NOT NULL     -- whether it kept what it replaced in versions
);

-- What an article was before an update changed its headline or text, the oldest first.
CREATE TABLE versions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL REFERENCES articles (id),
    run INTEGER NOT NULL REFERENCES runs (number),  -- the run that replaced it
    source TEXT,
    content_hash TEXT NOT NULL,
    headline TEXT NOT NULL,
    text TEXT NOT NULL,
    json TEXT NOT NULL
);
CREATE INDEX versions_by_article ON versions (id);

-- Words of languages that part them; and runs of three characters, for those that do not.
CREATE VIRTUAL TABLE article_search USING fts5 (
    headline, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61'
);
CREATE VIRTUAL TABLE article_trigram USING fts5 (
    headline, text, content = 'articles', content_rowid = 'number', tokenize = 'trigram'
);
CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_search (rowid, headline, text) VALUES (new.number, new.headline, new.text);
    INSERT INTO article_trigram (rowid, headline, text) VALUES (new.number, new.headline, new.text);
END;
CREATE TRIGGER article_taken AFTER DELETE ON articles BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
    INSERT INTO article_trigram (article_trigram, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
END;
CREATE TRIGGER article_changed AFTER UPDATE ON articles BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
    INSERT INTO article_trigram (article_trigram, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
    INSERT INTO article_search (rowid, headline, text) VALUES (new.number, new.headline, new.text);
    INSERT INTO article_trigram (rowid, headline, text) VALUES (new.number, new.headline, new.text);
END;
