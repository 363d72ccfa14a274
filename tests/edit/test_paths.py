"""Paths between touchpoints and the traces of counterparts."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.paths import add_counterpart, add_path, delete_counterpart, delete_path, set_path
from journey_editor.model.ids import counting_ids
from tests.builders import everything


def test_a_path_carries_its_kind_and_condition() -> None:
    project, key = add_path(everything(), "mp-one", "tp-mail", "tp-web", "loop", "wenn zufrieden", new=counting_ids())
    path = project.maps[0].paths[-1]
    assert (path.id, path.source, path.target, path.kind, path.condition) == (
        key,
        "tp-mail",
        "tp-web",
        "loop",
        "wenn zufrieden",
    )


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [("tp-web", "tp-web", "itself"), ("tp-web", "tp-x", "same map"), ("nt-quote", "tp-web", "Only touchpoints")],
)
def test_only_two_touchpoints_of_a_map_can_be_connected(source: str, target: str, sentence: str) -> None:
    project = everything()
    with pytest.raises(EditError, match=sentence):
        add_path(project, "mp-one", source, target)
    with pytest.raises(EditError, match=sentence):
        add_counterpart(project, "mp-one", source, target)
    with pytest.raises(EditError, match=sentence):
        set_path(project, "pa-one", source=source, target=target)


def test_a_path_can_be_led_to_another_touchpoint() -> None:
    project = set_path(everything(), "pa-one", target="tp-mail", kind="handover")
    assert (project.maps[0].paths[0].target, project.maps[0].paths[0].kind) == ("tp-mail", "handover")


def test_a_path_may_belong_to_a_persona_that_is_there() -> None:
    project, _ = add_path(everything(), "mp-one", "tp-mail", "tp-web", persona="pe-tom", new=counting_ids())
    assert project.maps[0].paths[-1].persona == "pe-tom"
    assert set_path(project, "pa-one", persona="").maps[0].paths[0].persona == ""
    with pytest.raises(EditError, match="no persona"):
        set_path(project, "pa-one", persona="pe-nobody")
    with pytest.raises(EditError, match="no persona"):
        add_path(project, "mp-one", "tp-mail", "tp-web", persona="pe-nobody")


def test_deleting_a_path_deletes_its_translation() -> None:
    project = delete_path(everything(), "pa-one")
    assert project.maps[0].paths == ()
    assert "pa-one.condition" not in project.translations["en"]


def test_the_same_counterpart_is_said_once() -> None:
    project = everything()
    assert add_counterpart(project, "mp-one", "tp-shop", "tp-mail") == (project, "cp-one")
    assert add_counterpart(project, "mp-one", "tp-shop", "tp-mail")[0] is project


def test_a_counterpart_can_be_taken_back() -> None:
    assert delete_counterpart(everything(), "cp-one").maps[0].counterparts == ()
    with pytest.raises(EditError):
        delete_counterpart(everything(), "pa-one")
