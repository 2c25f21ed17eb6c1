"""One service, opened and closed as `evidensgraf serve` does it."""

from __future__ import annotations

import asyncio

import httpx

from api.service import Service, open_service
from api.settings import Settings


def health(service: Service) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=service.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.get("/health")

    return asyncio.run(send())


def test_health_looks_into_the_store_before_it_says_that_all_is_well() -> None:
    service = open_service(Settings())
    assert (health(service).status_code, health(service).json()["status"]) == (200, "ok")
    service.close()
    assert health(service).status_code == 503
    assert health(service).json()["reason"].startswith("the store is closed")


def test_what_the_service_holds_is_counted_under_the_plurals_of_the_ontology() -> None:
    service = open_service(Settings())
    assert list(service.counts()) == ["documents", "claims", "links", "concepts"]
    assert min(service.counts().values()) > 1
    service.close()
