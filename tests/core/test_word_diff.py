"""A word diff loses nothing, and reads as a person would mark it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.word_diff import word_diff

TEXT = st.text(alphabet=st.sampled_from("ab c\n日本。"), max_size=60)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.change, run.text) for run in word_diff(before, after)]


@given(TEXT, TEXT)
def test_the_runs_make_both_texts_to_the_letter(before: str, after: str) -> None:
    runs = word_diff(before, after)
    assert "".join(run.text for run in runs if run.change != "added") == before
    assert "".join(run.text for run in runs if run.change != "removed") == after


@given(TEXT, TEXT)
def test_two_runs_of_one_kind_never_stand_side_by_side(before: str, after: str) -> None:
    kinds = [run.change for run in word_diff(before, after)]
    assert all(one != other for one, other in pairwise(kinds))


def test_equal_texts_are_one_run() -> None:
    assert told("Hi Ann,\n\nall well.", "Hi Ann,\n\nall well.") == [("same", "Hi Ann,\n\nall well.")]


def test_one_changed_word_is_marked_alone() -> None:
    assert told("It works at night too.", "It runs at night too.") == [
        ("same", "It "), ("removed", "works"), ("added", "runs"), ("same", " at night too."),
    ]  # fmt: skip


def test_one_or_two_equal_words_between_changes_go_with_them() -> None:
    assert told("Would this be of use to you?", "Could that be of help to you?") == [
        ("removed", "Would this be of use"), ("added", "Could that be of help"), ("same", " to you?"),
    ]  # fmt: skip


def test_a_short_paragraph_between_changes_stays() -> None:
    runs = told("old one\n\nstays\n\nold two", "new one\n\nstays\n\nnew two")
    assert ("same", " one\n\nstays\n\n") in runs


def test_languages_without_spaces_are_compared_by_character() -> None:
    assert ("same", "検査は夜に") in told("検査は夜に行う", "検査は夜に終わる")


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "new"), ("old", "")])
def test_empty_texts_are_told_too(before: str, after: str) -> None:
    runs = [("removed", before), ("added", after)]
    assert told(before, after) == [(change, text) for change, text in runs if text]
