"""Start to first answer, beside the bare interpreter importing the web server: python -m tests.bench.starting"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

from tests.bench.serving import EVIDENSGRAF, free_port, running

RUNS = 7


def main() -> None:
    ours, bare = [], []
    for _ in range(RUNS):
        port = free_port()
        with running([*EVIDENSGRAF, str(port)], f"http://127.0.0.1:{port}/health") as seconds:
            ours.append(seconds)
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import starlette.applications, uvicorn, rdflib, graphene"], check=True)
        bare.append(time.perf_counter() - began)
    print(f"start to first answer: median {median(ours):.2f} s ({min(ours):.2f} to {max(ours):.2f}, {RUNS} runs)")
    print(f"importing its libraries alone: median {median(bare):.2f} s; ratio {median(ours) / median(bare):.1f}")


if __name__ == "__main__":
    main()
