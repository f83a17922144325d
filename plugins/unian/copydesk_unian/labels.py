"""Words that UNIAN puts around its texts and dates, in markup and in renderings of it."""

LABELS = (
    # A label may be glued to the title that it announces.
    r"^(?:Читайте також|Читайте также|Read also|Смотрите также)",
    # In English pages too.
    r"^(?:Відео|Видео) дня:?$",
    # The notice of 2014 has Latin letters in some of its Ukrainian words, but in none of these.
    r"(?:помилк|ошибк|spelling error).{1,100}Ctrl ?\+ ?Enter",
)
TAIL = r"^(?:Вас також можуть зацікавити новини|Вас также могут заинтересовать новости)"
FOOTER = r"^(?:\(C\)|© ?2001 ?[-–] ?\d{4}) ?(?:UNIAN|УНІАН|УНИАН)"
# A video page of 2020 had all four digits of the year.
CLOCKS = ("%H:%M, %d.%m.%y", "%H:%M, %d.%m.%Y")
