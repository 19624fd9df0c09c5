"""Which texts are English."""

import subprocess
import sys

import pytest

from graphbuild.read import find_foreign_language

GERMAN = (
    "Die Präsidentin traf am Donnerstag den Premierminister in Tokio, um über die Zusammenarbeit zu sprechen. "
    "Nach dem Treffen erklärte sie, dass beide Seiten ihre Beziehungen ausbauen wollen."
)
ENGLISH = (
    "The president met the prime minister in Tokyo on Thursday, and they said that their parties would work with each other. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(GERMAN, "German", id="German"),
        pytest.param(
            "La présidente a rencontré jeudi le premier ministre à Tokyo pour parler de la coopération entre les deux pays. "
            "Elle a déclaré que les relations seraient renforcées.",
            "French",
            id="French",
        ),
        pytest.param(
            "De president heeft donderdag in Tokio met de premier gesproken over de samenwerking tussen beide landen. "
            "Na afloop van het gesprek zei zij dat de betrekkingen worden versterkt.",
            "Dutch",
            id="Dutch, the nearest to English",
        ),
        pytest.param("Президент встретился с министром в Москве.", "Russian", id="Russian, however short"),
        pytest.param("蔡英文總統與安倍晉三首相會談,討論了兩國關係。", "Chinese", id="Chinese, however short"),
        pytest.param("التقى الرئيس برئيس الوزراء في طوكيو يوم الخميس", "Arabic", id="Arabic, however short"),
        pytest.param("ꤊꤢꤛꤢ", "another script than Latin", id="a script that no one can name"),
    ],
)
def test_foreign_text_is_named(text: str, language: str) -> None:
    assert find_foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH, id="prose"),
        pytest.param("", id="nothing"),
        pytest.param("12 345 678 --- 90", id="numbers"),
        pytest.param("Die Präsidentin traf den Premierminister.", id="a few words"),
        pytest.param(f"{ENGLISH} 蔡英文 (Tsai Ing-wen) 安倍晋三", id="names in their own script"),
        pytest.param(
            "She said: « La présidente est arrivée à Tokyo. » The minister said that it was not for the press to know.",
            id="a quotation",
        ),
        pytest.param(
            "Tsai meets Abe in Tokyo. Japan rejects China protest. Xi visits Moscow. Putin hails ties. Biden signs bill. " * 2,
            id="headlines",
        ),
        pytest.param(
            "Tsai Ing-wen, Lai Ching-te, Joseph Wu, Su Tseng-chang, Chen Chu, Ma Ying-jeou, Eric Chu, Hung Hsiu-chu, Shinzo Abe, "
            "Nobuo Kishi, Taro Aso, Fumio Kishida, Yoshihide Suga, Xi Jinping, Li Keqiang, Wang Yi",
            id="a list of names",
        ),
        pytest.param("NATO met. " * 50, id="the same words again and again"),
    ],
)
def test_english_and_doubtful_text_is_not_foreign(text: str) -> None:
    assert find_foreign_language(text) is None


def test_language_of_a_long_text_is_not_that_of_its_first_page() -> None:
    assert find_foreign_language(GERMAN * 20 + ENGLISH * 2_000) is None
    assert find_foreign_language(ENGLISH + GERMAN * 2_000) == "German"


def test_english_prose_does_not_load_the_model() -> None:
    code = (
        f"import sys; from graphbuild.read import find_foreign_language as f; f({ENGLISH!r}); print('py3langid' in sys.modules)"
    )

    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert printed.strip() == "False"
