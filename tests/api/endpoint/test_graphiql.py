"""GraphiQL as browsers get it: from the service's own files, with example queries, or with how to build it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from graphql import build_schema

from api.app import create_app
from api.browser.bundling import bundle_browser_files, is_built, version_of
from api.endpoint import Assets, GraphiQL, Operations
from api.endpoint.assets import BUNDLE_FOLDER
from api.limits import Limits

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
REPOSITORY = Path(__file__).parents[3]
FOLDER = REPOSITORY / "api" / "browser"


def get(
    path: str, assets: Assets | None = None, headers: dict[str, str] = HTML, graphiql: GraphiQL | None = None
) -> httpx.Response:
    async def send() -> httpx.Response:
        operations = Operations(build_schema("type Query { hello: String }"), Limits(), lambda _facts: None)
        app = create_app(operations, assets, graphiql=graphiql)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(send())


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The bundle of this checkout; made now if the package was installed without it, or its sources changed since."""
    bundle_browser_files(FOLDER)
    return BUNDLE_FOLDER


# --- the page -----------------------------------------------------------------------------------------------------


def test_browsers_get_the_page_and_programs_get_json(bundle: Path) -> None:
    assert get("/graphql").headers["content-type"] == "text/html; charset=utf-8"
    assert get("/graphql", headers={"Accept": "*/*"}).headers["content-type"] == "application/json; charset=utf-8"


def test_the_page_may_load_nothing_but_the_services_own_files(bundle: Path) -> None:
    policy = dict(part.strip().split(" ", 1) for part in get("/graphql").headers["content-security-policy"].split(";"))

    assert policy["default-src"] == "'none'"
    assert {policy[kind] for kind in ("script-src", "worker-src", "connect-src")} == {"'self'"}


def test_every_file_the_page_names_is_served_and_may_be_kept(bundle: Path) -> None:
    named = re.findall(r'(?:src|href)="([^"]+)"', get("/graphql").text)
    files = [name for name in named if not name.startswith("data:")]

    assert len(files) == 2
    for file in files:
        response = get(f"/{file}")
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_style_sheets_load_nothing_from_elsewhere(bundle: Path) -> None:
    sheets = list(bundle.rglob("*.css"))

    assert sheets
    for sheet in sheets:
        addresses = re.findall(r"url\(\s*[\"']?([^)\"']{1,30})", sheet.read_text(encoding="utf-8"))
        assert [address for address in addresses if not address.startswith(("data:", "#", "./"))] == []


@pytest.mark.parametrize("worker", ["editor", "json", "graphql"])
def test_the_editors_workers_are_files_of_their_own(bundle: Path, worker: str) -> None:
    (assets,) = (bundle / "assets").iterdir()

    assert get(f"/assets/{assets.name}/{worker}.worker.js").headers["content-type"].startswith("text/javascript")


def test_the_licences_of_all_that_is_bundled_are_served(bundle: Path) -> None:
    (assets,) = (bundle / "assets").iterdir()
    text = get(f"/assets/{assets.name}/licenses.txt").text

    for package in ("graphiql 5", "react 19", "react-dom 19", "monaco-editor 0", "graphql 16"):
        assert f"\n{package}" in text
    assert text.count("Permission is hereby granted") > 20


def test_a_checkout_that_was_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    response = get("/graphql", Assets(tmp_path))

    assert response.status_code == 503
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert "pip install --editable ." in response.text
    assert get("/assets/x/graphiql.js", Assets(tmp_path)).status_code == 404


# --- examples -----------------------------------------------------------------------------------------------------


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    for name, (swedish, english) in {
        "20-second": ("Vad påstås?", "What is claimed?"),
        "10-first": ("A?", "B?"),
    }.items():
        text = f"# sv: {swedish}\n# en: {english}\nquery A($language: [Language!] = [SV, EN]) {{ __typename }}\n"
        (tmp_path / f"{name}.graphql").write_text(text, encoding="utf-8")
    return tmp_path


def test_examples_are_offered_in_the_order_of_their_files_with_their_titles(examples: Path) -> None:
    response = get("/graphiql/examples.json", graphiql=GraphiQL(Assets(), examples))

    assert [each["titles"] for each in response.json()] == [
        {"sv": "A?", "en": "B?"},
        {"sv": "Vad påstås?", "en": "What is claimed?"},
    ]


def test_an_example_is_offered_in_each_language_with_that_language_first(examples: Path) -> None:
    (_, second) = get("/graphiql/examples.json", graphiql=GraphiQL(Assets(), examples)).json()

    assert second["queries"] == {
        "sv": "# Vad påstås?\nquery A($language: [Language!] = [SV, EN]) { __typename }\n",
        "en": "# What is claimed?\nquery A($language: [Language!] = [EN, SV]) { __typename }\n",
    }


def test_an_example_must_say_what_it_answers(examples: Path) -> None:
    (examples / "30-third.graphql").write_text("# sv: Vad?\nquery C { __typename }\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"30-third\.graphql: the first lines must be comments"):
        GraphiQL(Assets(), examples)


def test_an_example_must_let_its_language_be_chosen(examples: Path) -> None:
    (examples / "30-third.graphql").write_text("# sv: Vad?\n# en: What?\nquery C { __typename }\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"30-third\.graphql: the operation must take"):
        GraphiQL(Assets(), examples)


# --- building -----------------------------------------------------------------------------------------------------


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with a package that has nothing to install and bundles to nothing."""
    folder = tmp_path / "api" / "browser"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"name": "page", "version": "1.0.0"}', encoding="utf-8")
    lock = '{"name": "page", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {"version": "1.0.0"}}}'
    (folder / "package-lock.json").write_text(lock, encoding="utf-8")
    script = """
        import { mkdirSync, writeFileSync } from 'node:fs';
        const [output, version] = process.argv.slice(2);
        mkdirSync(`${output}/assets/${version}`, { recursive: true });
        writeFileSync(`${output}/version.txt`, version);
    """
    (folder / "build.mjs").write_text(script, encoding="utf-8")
    return folder


def test_building_leaves_exactly_the_bundle_of_the_sources(sources: Path) -> None:
    (sources / "dist" / "assets" / "older").mkdir(parents=True)
    bundle_browser_files(sources)

    assert is_built(sources / "dist", version_of(sources))
    assert [path.name for path in (sources / "dist" / "assets").iterdir()] == [version_of(sources)]
    assert not (sources / "node_modules").exists()


def test_a_bundle_that_is_up_to_date_is_left_alone(sources: Path) -> None:
    bundle_browser_files(sources)
    (sources / "dist" / "mark").touch()
    bundle_browser_files(sources)
    assert (sources / "dist" / "mark").exists()

    (sources / "build.mjs").write_text((sources / "build.mjs").read_text() + "// changed", encoding="utf-8")
    bundle_browser_files(sources)
    assert not (sources / "dist" / "mark").exists()


def test_a_failed_build_keeps_the_old_bundle_and_says_how_to_go_without(sources: Path) -> None:
    bundle_browser_files(sources)
    (sources / "build.mjs").write_text("throw new Error('broken')", encoding="utf-8")

    with pytest.raises(RuntimeError, match=r"(?s)broken.*HATCH_BUILD_NO_HOOKS=1"):
        bundle_browser_files(sources)
    assert (sources / "dist" / "version.txt").exists()


@pytest.mark.parametrize("lock", sorted(REPOSITORY.glob("*/*/package-lock.json")), ids=lambda path: path.parent.name)
def test_lock_files_record_no_download_addresses(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    assert "integrity" in text
    assert "resolved" not in text
