"""Pages as their readers see them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.website.html import parse_page
from nodes.website.shell import is_shell


def texts(html: str) -> list[str]:
    return [block.text for block in parse_page(html).blocks]


def test_blocks_come_in_the_order_of_the_page_under_their_headings() -> None:
    page = parse_page("<h1>Springs</h1><h2>Steel</h2><p>Wire.</p><h2>Brass</h2><p>Strip.</p>")
    assert [(block.text, block.headings) for block in page.blocks if block.tag == "p"] == [
        ("Wire.", ("Springs", "Steel")),
        ("Strip.", ("Springs", "Brass")),
    ]


def test_a_heading_does_not_speak_for_what_follows_its_section() -> None:
    page = parse_page("<section><h2>Prices</h2><p>Low.</p></section><p>Call us.</p>")
    assert page.blocks[-1].headings == ()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>",
        "<p style='display:none'>no</p>",
        "<p style='DISPLAY : NONE !important'>no</p>",
        "<p style='visibility:hidden'>no</p>",
        "<p style='font-size:0'>no</p>",
        "<p style='width:0;height:0;overflow:hidden'>no</p>",
        "<p style='position:absolute;left:-9999px'>no</p>",
        "<p style='color:#fff;background:#fff'>no</p>",
        "<p aria-hidden=true>no</p>",
        "<p class='sr-only'>no</p>",
        "<p class='gone'>no</p>",
        "<div><div id=away><p>no</p></div></div>",
        "<template><p>no</p></template>",
        "<noscript><p>no</p></noscript>",
        "<!-- no -->",
        "<script>no</script>",
        "<svg><text>no</text></svg>",
        "<select><option>no</option></select>",
        "<input type=hidden value=no>",
        "<dialog>no</dialog>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    style = "<style>.gone{display:none}#away{text-indent:-9999px}@media print{.shown{display:none}}</style>"
    assert texts(f"{style}<p class=shown>yes</p>{hidden}<p>also</p>") == ["yes", "also"]


def test_text_that_an_animation_brings_in_is_seen() -> None:
    assert texts("<p style='opacity:0;transform:translateY(20px)'>We make springs.</p>") == ["We make springs."]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<div><b>61</b><span>warehouses</span></div>", "61 warehouses"),
        ("<div><span>98</span><span>%</span></div>", "98%"),
        ("<p><b>B</b>ayfold</p>", "Bayfold"),
        ("<p>CO<sub>2</sub> and m<sup>2</sup></p>", "CO2 and m2"),
        ("<p><span>4</span><span>2</span></p>", "42"),
        ("<p>un<em>believ</em>able</p>", "unbelievable"),
        ("<p>Results.<span>Delivered.</span></p>", "Results. Delivered."),
        ("<p>R\u00fcst&shy;zeiten\u200b senken</p>", "R\u00fcstzeiten senken"),
        ("<p>38&nbsp;%\n  faster</p>", "38 % faster"),
        ("<h1>Precise<br>springs</h1>", "Precise springs"),
    ],
)
def test_words_are_apart_where_the_page_shows_them_apart(html: str, shown: str) -> None:
    assert texts(html) == [shown]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<b data-count=1250>0</b>", "1250"),
        ("<b data-target='98.6'>0</b><i>%</i>", "98.6%"),
        ("<b data-count=47 data-suffix=' min'>0</b>", "47 min"),
        ("<b data-target=62 data-prefix='+'>+0</b>", "+62"),
        ("<b data-countup=12></b>", "12"),
        ("<b data-count=61>61</b>", "61"),
        ("<b data-target='#menu'>0</b>", "0"),
        ("<b>0</b>", "0"),
    ],
)
def test_a_counter_shows_what_its_script_would_count_to(html: str, shown: str) -> None:
    assert texts(f"<div>{html}</div>") == [shown]


def test_parts_of_a_page_are_told_apart() -> None:
    page = parse_page(
        "<nav>Menu</nav><div class='cookie-banner'>We use cookies</div><form><p>Name</p></form>"
        "<blockquote>Good.<footer>Ann, Acme</footer></blockquote><footer>(c)</footer>"
    )
    assert [sorted(block.parts) for block in page.blocks] == [
        ["nav"],
        ["banner"],
        ["form"],
        ["quote"],
        ["cite", "quote"],
        ["footer"],
    ]
    assert [block.text for block in page.reading] == ["Good.", "Ann, Acme"]


def test_a_form_around_the_whole_page_is_none() -> None:
    assert parse_page("<form><h1>Springs</h1><p>We make them.</p></form>").words == 4


@pytest.mark.parametrize(
    "html",
    [
        "<div id=root></div><script>var a=1</script>",
        "<noscript>Please enable JavaScript.</noscript><p>Loading</p>",
        f"<p>Hi</p><script>{'x' * 5000}</script>",
    ],
)
def test_a_frame_that_a_script_fills_is_recognised(html: str) -> None:
    assert is_shell(parse_page(html))


def test_a_page_in_a_framework_with_its_text_in_place_is_no_shell() -> None:
    assert not is_shell(parse_page(f"<div id=app><p>{'We make springs. ' * 10}</p></div><script>{'x' * 9999}</script>"))


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/home", "/home"),
        ("0;URL='https://acme.example/en'", "https://acme.example/en"),
        ("300; url=/home", ""),
        ("60", ""),
    ],
)
def test_a_refresh_that_leads_on_is_a_redirect(content: str, target: str) -> None:
    assert parse_page(f'<meta http-equiv="Refresh" content="{content}">').refresh == target


def test_the_head_is_read() -> None:
    page = parse_page(
        "<html lang='en-GB'><head><title>Springs \n| Acme</title><meta property='og:site_name' content='Acme'>"
        "<script type='application/ld+json'>{\"a\":1}</script></head><body><p>x</p></body></html>"
    )
    assert (page.language, page.title, page.metas["og:site_name"]) == ("en-gb", "Springs | Acme", "Acme")
    assert page.linked_data == ('{"a":1}',)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "deep",
        "<a;>" * 200_000,
        "<div></x>" * 100_000,
        "<div><table><tr><td></div>" * 40_000,
        "<b><div></b>" * 60_000,
        "<svg><script>" + "<g>" * 200_000,
        "<!-->" + "<div>" * 200_000 + "-->",
        "<b a=1>" * 50_000 + "<p>x</p>" * 50_000,
        "<div " + " ".join(f"a{i}=1" for i in range(150_000)) + ">x</div>",
        '<div a=">" ' + " ".join(f"a{i}=1" for i in range(150_000)) + ">x</div>",
        "<p>" + "A. " * 500_000,
    ],
    ids=[
        *("deep", "names", "ends", "tables", "formatting", "drawing", "comment", "unclosed"),
        *("attributes", "quoted", "dots"),
    ],
)
def test_markup_that_is_written_to_be_slow_is_read_in_time(html: str) -> None:
    start = time.process_time()
    parse_page(html)
    assert time.process_time() - start < 5


@given(st.text(max_size=400))
def test_any_text_is_a_page(html: str) -> None:
    parse_page(html)


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='nav'>", "</div>", "<b data-count=5>", "0", "</b>", "<table><tr><td>", "<th>"),
        *("</table>", "<h2>", "</h2>", "<li>", "<br>", "<a href=/x>", "</a>", "<!--", "-->", "<script>", "</script>"),
        *("<svg>", "text. ", "<blockquote>", "<dl><dt>", "<dd>", "<form>", "</form>", "&nbsp;", "\u200b", "<style>"),
        *("<noscript>", "</noscript>", "98 %", "<", "\x1f", "\U0001f600"),
    ]
)


@given(st.lists(_PIECES, max_size=60))
def test_any_markup_gives_blocks_that_are_on_the_page(pieces: list[str]) -> None:
    page = parse_page("".join(pieces))
    assert all(block.text and block.text in page.text for block in page.blocks)


@pytest.mark.parametrize(
    ("html", "is_read"),
    [
        ("<b></b>" * 15_000 + "<p>late</p>", True),
        ("<b></b>" * 25_000 + "<p>late</p>", False),
        ("<p>" + "word " * 15_000 + "</p><p>late</p>", True),
        ("<p>" + "word " * 25_000 + "</p><p>late</p>", False),
    ],
    ids=["tags", "too many tags", "words", "too many words"],
)
def test_a_page_is_read_as_far_as_honest_ones_go(html: str, is_read: bool) -> None:
    assert ("late" in parse_page(html).text) is is_read


@pytest.mark.parametrize(
    "hidden",
    ["<SCRIPT>no</Script >", "<script>no</ſcript>no</script>", "<script>İ no</script>", "<noscript>no</noscript/>"],
)
def test_an_element_that_is_not_shown_ends_where_browsers_end_it(hidden: str) -> None:
    assert texts(f"<p>yes</p>{hidden}<p>also</p>") == ["yes", "also"]
