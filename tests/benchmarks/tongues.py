"""Invented text in the scripts of the world: the frequent small words are real, all others mean nothing."""

from dataclasses import dataclass, field
from itertools import product
from random import Random


def syllables(firsts: str, seconds: str) -> tuple[str, ...]:
    """Put every first part before every second."""
    return tuple(map("".join, product(firsts.split(), seconds.split())))


_LATIN = syllables("b c d f g l m n p r s t v br st th", "a e i o u ea an or")
_HAN = tuple(
    "山水火木金土日月天地人口手目耳心門車電雨風雪花草林森川海湖島橋路城市村町学校新旧東西南北春夏秋冬"
)
_HEBREW = syllables("א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת", "ו י ר ל מ א")
_ARABIC = syllables("ب ت ج ح د ر ز س ش ص ط ع ف ق ك ل م ن", "ا و ي ر ل م")


@dataclass(frozen=True)
class Tongue:
    """What a text of one language is made of."""

    code: str
    syllables: tuple[str, ...]
    small: str
    """Frequent words of the language, parted by spaces."""
    by: str
    """What stands before a writer's name."""
    also: str
    """What stands before a link to another article."""
    space: str = " "
    stop: str = "."


TONGUES = (
    Tongue("en", _LATIN, "the of and to in that was for on with as at is it", "By", "Read also:"),
    Tongue(
        "de", _LATIN, "der die und in den von zu das mit auf für ist im", "Von", "Lesen Sie auch:"
    ),
    Tongue("es", _LATIN, "de la que el en y los se del las por un con", "Por", "Lea también:"),
    Tongue("fr", _LATIN, "de la le et les des en un du une que est pour", "Par", "Lire aussi :"),
    Tongue(
        "ru",
        syllables("б в г д ж з к л м н п р с т", "а е и о у ы я ов ен"),
        "и в не на что он с как это по но из у за от о так для",
        "Автор:",
        "Читайте также:",
    ),
    Tongue(
        "el",
        syllables("β γ δ θ κ λ μ ν π ρ σ τ φ χ", "α ε η ι ο ου ει"),
        "και το να του η της με που την από για είναι",
        "Του",
        "Διαβάστε επίσης:",
    ),
    Tongue("ar", _ARABIC, "في من على أن إلى عن مع هذا التي الذي كان بعد", "بقلم", "اقرأ أيضا:"),
    Tongue(
        "fa", _ARABIC, "و در به از که این را با است برای آن یک می شد", "نویسنده:", "بیشتر بخوانید:"
    ),
    Tongue("he", _HEBREW, "של על את לא הוא עם גם זה כי היא אל", "מאת", "קראו גם:"),
    Tongue(
        "hi",
        syllables("क ख ग च ज ट ड त द न प ब म र ल स", "ा ि ी ु े ो"),
        "के में की है और से का को पर इस ने कि यह",
        "लेखक:",
        "यह भी पढ़ें:",
        stop="।",
    ),
    Tongue(
        "zh", _HAN, "的 是 在 了 和 有 我们 这 不 与 对", "记者", "延伸阅读:", space="", stop="。"
    ),
    Tongue(
        "ja",
        _HAN,
        "の は を に が と で た して から する",
        "文・",
        "関連記事:",
        space="",
        stop="。",
    ),
    Tongue(
        "ko",
        syllables("가 나 다 라 마 바 사 자 하 정 민 시", "고 도 로 모 보 소 우 지 관 원"),
        "은 는 이 가 을 를 에 의 그 및 등 수",
        "기자",
        "관련 기사:",
    ),
    Tongue(
        "th",
        syllables("ก ข ค ง จ ช ด ต ท น บ ป ม ร ล ว ส ห", "า ี ู าน ือง ัน"),
        "ที่ และ ใน ของ เป็น การ ได้ มี ให้ ว่า ไม่",
        "โดย",
        "อ่านเพิ่มเติม:",
        space="",
        stop=" ",
    ),
)
"""Ten scripts, in the order in which pages are made in them."""


@dataclass
class Writer:
    """Writes what nobody ever said, the same for the same seed."""

    tongue: Tongue
    rng: Random
    vocabulary: list[str] = field(init=False)

    def __post_init__(self) -> None:
        invented = [self._invented() for _ in range(800)]
        small = self.tongue.small.split()
        self.vocabulary = [*invented, *small * (500 // len(small))]

    def _invented(self) -> str:
        longest = 4 if self.tongue.space else 2
        return "".join(self.rng.choices(self.tongue.syllables, k=self.rng.randint(1, longest)))

    def words(self, least: int, most: int) -> str:
        """Some words in a row, the first with a capital."""
        chosen = self.rng.choices(self.vocabulary, k=self.rng.randint(least, most))
        text = self.tongue.space.join(chosen)
        return text[0].upper() + text[1:]

    def sentence(self) -> str:
        return self.words(7, 24) + self.tongue.stop

    def sentences(self, number: int) -> str:
        return self.tongue.space.join(self.sentence() for _ in range(number))

    def name(self) -> str:
        """A person's name: two invented words."""
        return " ".join(self._invented().title() for _ in range(2))
