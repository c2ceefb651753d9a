"""Placeholders are filled once, honestly, and nothing that a contact is called can become a header or a merge field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.company import Company
from core.icp import Icp
from core.merge import merge_pack, merge_subject, merge_text
from core.pack import (
    AbTest,
    AbVariant,
    BothTexts,
    FollowUp,
    Outreach,
    Pack,
    PartQuality,
    Placeholder,
    Quality,
    SubjectLine,
    Tone,
    Usage,
)
from core.placeholders import names_in

ADA = {"first_name": "Ada", "company": "Analytical Engines"}
WHOLE = PartQuality(score=90, passed=True, checks=())


def pack_of(subject: str, outreach: str, follow_up: str, **fallbacks: str) -> Pack:
    """Return a pack of these texts, with these fallbacks."""
    texts = BothTexts(outreach=outreach, follow_up=follow_up)
    variants = tuple(AbVariant(name=name, subject_line=subject, rationale="") for name in "AB")
    return Pack(
        id="cmp_1",
        model="offline",
        language="en",
        company=Company(name="Tarrowby"),
        icp=Icp(),
        subject_lines=tuple(SubjectLine(text=subject, angle=a, score=90) for a in ("problem", "outcome", "proof")),
        outreach=Outreach(body=outreach, score=90),
        follow_up=FollowUp(body=follow_up, subject=f"Re: {subject}", send_after_days=3, score=90),
        tone=Tone(target="direct", before=texts, after=texts),
        placeholders=tuple(Placeholder(name=name, description="", fallback=text) for name, text in fallbacks.items()),
        claims=(),
        quality=Quality(score=90, mean=90, passed=True, subject_lines=WHOLE, outreach=WHOLE, follow_up=WHOLE),
        ab_test=AbTest(
            hypothesis="", variants=variants, metric_description="", baseline_rate=0.03, minimum_uplift=0.5,
            significance=0.05, power=0.8, sample_size_per_variant=1, total_sample_size=2, can_tell="", cannot_tell="",
            detectable=(), sources=(),
        ),
        usage=Usage(calls=0, input_tokens=0, output_tokens=0, tokens=0, cost=None, milliseconds={}),
    )  # fmt: skip


def test_values_stand_where_their_placeholders_stood() -> None:
    merged = merge_text("Hi {{first_name}},\n\nhow is {{company}}, {{first_name}}?", ADA, {})
    assert merged.text == "Hi Ada,\n\nhow is Analytical Engines, Ada?"
    assert (merged.missing, merged.fallbacks) == ((), ())


def test_a_missing_value_is_its_fallback_and_says_so() -> None:
    merged = merge_text("Hi {{first_name}}, {{first_name}}", {}, {"first_name": "there"})
    assert (merged.text, merged.missing, merged.fallbacks) == ("Hi there, there", (), ("first_name",))


@pytest.mark.parametrize("fallbacks", [{}, {"first_name": ""}, {"first_name": " "}])
def test_without_a_fallback_the_placeholder_stays_and_is_reported(fallbacks: dict[str, str]) -> None:
    merged = merge_text("Guten Tag {{first_name}},", {"last_name": "Byron"}, fallbacks)
    assert (merged.text, merged.missing) == ("Guten Tag {{first_name}},", ("first_name",))


@pytest.mark.parametrize(
    "nothing",
    ["", " ", "\r\n", "\u200b", "{{company}}", "Ada {{first_name}}", "*|FNAME|*", "{% if x %}", "${name}", "<%= a %>"],
)
def test_an_empty_value_or_a_merge_field_is_no_value(nothing: str) -> None:
    assert merge_text("Hi {{first_name}}", {"first_name": nothing}, {"first_name": "there"}).text == "Hi there"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ada\r\nBcc: all@example.com", "Ada Bcc: all@example.com"),
        ("Ada\nByron", "Ada Byron"),
        ("Ada\x00\x0b\x0c\x1c\x1d\x1e\x85Byron", "Ada Byron"),
        ("Ada\u2028Byron\u2029", "Ada Byron"),
        ("Ada\u202eetalp", "Adaetalp"),
        ("A\ud83dda", "Ada"),
        ("  Ada\t Byron  ", "Ada Byron"),
        ("Zoë O’Brien & Söhne <ltd>", "Zoë O’Brien & Söhne <ltd>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("José 👩\u200d🔬", "José 👩\u200d🔬"),
        (r"\g<0> \1", r"\g<0> \1"),
    ],
)
def test_a_value_is_one_line_as_plain_text(value: str, written: str) -> None:
    assert merge_text("Hi {{first_name}},\n!", {"first_name": value}, {}).text == f"Hi {written},\n!"


def test_a_subject_is_one_line_whatever_is_in_it() -> None:
    merged = merge_subject("{{first_name}}:\r\nBcc: x\u2028y", {"first_name": "Ada\nX-Spam: no"}, {})
    assert merged.text == "Ada X-Spam: no: Bcc: x y"


def test_only_placeholders_of_our_own_form_are_filled() -> None:
    text = "{{ first_name }} {{First_Name}} {first_name} [company] {{{company}}}"
    assert merge_text(text, ADA, {}).text == text.replace("{{company}}", "Analytical Engines")


def test_a_whole_pack_is_filled_for_one_contact() -> None:
    pack = pack_of(
        "{{topic}} at {{company}}", "Hi {{first_name}}", "Again, {{first_name}}", first_name="there", topic=""
    )
    merged = merge_pack(pack, {"company": "Analytical Engines"})
    assert merged.subject_lines == ("{{topic}} at Analytical Engines",) * 3
    assert merged.follow_up_subject == "Re: {{topic}} at Analytical Engines"
    assert (merged.outreach, merged.follow_up) == ("Hi there", "Again, there")
    assert (merged.missing, merged.fallbacks) == (("topic",), ("first_name",))


NAMES = st.sampled_from(["first_name", "company", "x"])
PIECES = st.one_of(
    NAMES.map(lambda name: f"{{{{{name}}}}}"), st.text(max_size=12), st.sampled_from(["{", "}", "{{", "}}"])
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@given(TEXTS, st.dictionaries(NAMES, TEXTS), st.dictionaries(NAMES, TEXTS))
def test_whatever_remains_is_reported_and_what_was_filled_is_not_filled_again(
    text: str, contact: dict[str, str], fallbacks: dict[str, str]
) -> None:
    merged = merge_text(text, contact, fallbacks)
    assert merged.missing == names_in(merged.text)
    assert set(merged.fallbacks) <= set(names_in(text))


@given(TEXTS, st.dictionaries(NAMES, st.text(max_size=20)))
def test_no_subject_can_begin_another_header(text: str, contact: dict[str, str]) -> None:
    line = merge_subject(text, contact, {}).text
    assert line == " ".join(line.split())
    assert line.encode().decode() == line
    assert not any(ord(char) < 32 or char in "\x7f\x85\u2028\u2029" for char in line)


@given(st.text(max_size=60))
def test_a_text_without_placeholders_stays_as_it_is(text: str) -> None:
    assert merge_text(text, ADA, {}).text == text
