"""Tables as spreadsheets put them on the clipboard."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from journey_editor.storage.tsv import guarded, read, unguarded, written

CELLS = st.text(st.sampled_from("ab \t\n\"'=+-@") | st.characters(exclude_characters="\r"), max_size=8)
TABLES = st.integers(1, 4).flatmap(lambda wide: st.lists(st.tuples(*[CELLS] * wide), min_size=1, max_size=4).map(tuple))


@given(TABLES)
@example((('"',),))
@example((("'=1", '"a"\tb'), ("", "x")))
def test_a_table_is_read_as_it_was_written(table: tuple[tuple[str, ...], ...]) -> None:
    if table[-1] != ("",):  # a last line that is empty cannot be told from a line end
        assert read(written(table)) == table


@given(st.text(max_size=20))
def test_no_text_makes_reading_fail_and_rows_are_equally_long(text: str) -> None:
    assert len({len(row) for row in read(text)}) == 1


def test_cells_in_quotation_marks_may_hold_line_breaks_tabs_and_quotation_marks() -> None:
    text = '\tBewusstsein\tKauf\r\nOnline\t"Website\r\nund ""Shop"""\t"a\tb"\r\n'
    assert read(text) == (("", "Bewusstsein", "Kauf"), ("Online", 'Website\nund "Shop"', "a\tb"))


def test_a_quotation_in_plain_words_stays_one() -> None:
    assert read('"Schön" sagte er\tx\n"offen') == (('"Schön" sagte er', "x"), ('"offen', ""))


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 %", "@SUM(A1)", " =1", "\t=1", "＝1", "'=1"])
def test_no_cell_becomes_a_formula(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Kund*innen", "'s ist gut", "a=b", "1-2", "<b>"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text
