"""Sizes that are set by one command."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.session import shaping
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import everything


@pytest.mark.parametrize(("sized", "ids"), [("step", ("st-see",)), ("lane", ("ln-notes",)), ("head", ())])
def test_a_size_that_nothing_can_have_is_refused(qapp: object, sized: shaping.Sized, ids: tuple[str, ...]) -> None:
    session = Session()
    session.new(Loaded(everything(), {}, ()))
    before = session.project
    with pytest.raises(EditError):
        shaping.resize(session, sized, ids, 20_000)
    assert session.project is before
    shaping.resize(session, sized, ids, 240)
    assert session.project is not before
