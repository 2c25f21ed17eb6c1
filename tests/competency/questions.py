"""The questions that the collection must answer right, each beside its complete answer.

`python -m tests.competency.questions` writes the answers that the collection gives now; read what it changes as if it
were code: an answer is right because the documents say so, not because the service does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.collection import ROOT, ask

FOLDER = Path(__file__).parent
OFFERED = ROOT / "api" / "examples"
"""The numbered questions are those that GraphiQL offers as examples."""
FILES = (*sorted(OFFERED.glob("q*.graphql")), *sorted(FOLDER.glob("*.graphql")))
QUESTIONS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}


def answer_beside(name: str) -> Any:
    """What is expected of a question."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def write_answers() -> None:
    """Puts what the collection answers now beside each question."""
    for name, question in QUESTIONS.items():
        text = json.dumps(ask(question), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_answers()
