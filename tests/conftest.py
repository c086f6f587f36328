from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.storyboard import Storyboard, open_storyboard


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()
