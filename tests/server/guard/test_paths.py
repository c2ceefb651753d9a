"""Templates of paths mean what they say."""

import pytest

from server.guard.paths import matches, path_of


@pytest.mark.parametrize(
    ("template", "path", "meant"),
    [
        ("/docs", "/docs", True),
        ("/docs", "/docs/", False),
        ("/docs", "/docsx", False),
        ("/docs/*", "/docs/oauth2-redirect", True),
        ("/docs/*", "/docs/", False),
        ("/docs/*", "/docs/a/b", False),
        ("/page/**", "/page/js/a.js", True),
        ("/page/**", "/page/", False),
        ("/page/**", "/pages/a", False),
        ("/v1/x/*/events", "/v1/x/1/events", True),
        ("/v1/x/*/events", "/v1/x/1/2/events", False),
        ("/a.b", "/axb", False),
        ("/", "/", True),
        ("/", "", False),
    ],
)
def test_a_template_means_these_paths(template: str, path: str, meant: bool) -> None:
    assert matches(path, (template,)) is meant


@pytest.mark.parametrize(
    ("root", "path", "seen"),
    [("", "/a", "/a"), ("/o", "/o/a", "/a"), ("/o/", "/o/a", "/a"), ("/o", "/a", "/a"), ("/o", "/ox/a", "/ox/a")],
)
def test_a_proxys_prefix_is_left_out(root: str, path: str, seen: str) -> None:
    assert path_of({"path": path, "root_path": root}) == seen
