"""Two tenants do whatever comes to mind, and neither ever sees anything of the other's."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import httpx2
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from core.settings import Settings
from server.app import create_app
from server.assembly import Rooms, inline_jobs, put_together
from server.guard.key_text import new_key
from server.store.keys import Key, add
from tests.server.small_graph import Script, writing_of

PATH = "/v1/campaigns/email"
TENANTS = ("acme", "umbrella")
WEBSITES = st.sampled_from(["https://quillmark.example", "https://bayfold.example"])  # few: the two ask for the same
KEYS = st.sampled_from(["k1", "k2"])  # the same for both tenants

tenants = st.sampled_from(TENANTS)


class TwoTenants(RuleBasedStateMachine):
    """Both clients on one service; `theirs` remembers whose each campaign is."""

    campaigns = Bundle("campaigns")

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="overture-tenants-")
        self.theirs: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.runner.run(self._open())

    async def _open(self) -> None:
        script = Script()
        known = Settings(
            data_dir=Path(self.folder.name) / "data", auth="keys", rate_per_minute=0, campaigns_per_minute=0
        )

        def assemble(known: Settings) -> Any:
            return put_together(known, inline_jobs, lambda *_: writing_of(script))

        self.app = create_app(known, assembly=assemble)
        self.life = self.app.router.lifespan_context(self.app)
        await self.life.__aenter__()
        self.rooms: Rooms = self.app.state.rooms
        self.clients = {tenant: await self._client(tenant) for tenant in TENANTS}

    async def _client(self, tenant: str) -> httpx2.AsyncClient:
        text = new_key()
        async with self.rooms.campaigns.database.writing() as connection:
            await add(connection, Key(text.id, tenant, "a test", text.digest, "read write", created_at=0.0))
        headers = {"Authorization": f"Bearer {text}", "X-Request-ID": "r"}
        transport = httpx2.ASGITransport(app=self.app)
        return httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers)

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.runner.run(self._close())
            self.runner.close()
            self.folder.cleanup()

    async def _close(self) -> None:
        for client in self.clients.values():
            await client.aclose()
        await self.life.__aexit__(None, None, None)

    def call(self, tenant: str, method: str, path: str, **options: Any) -> httpx2.Response:
        return self.runner.run(self.clients[tenant].request(method, path, **options))

    @rule(target=campaigns, tenant=tenants, website=WEBSITES, fresh=st.booleans(), key=st.none() | KEYS)
    def generate(self, tenant: str, website: str, fresh: bool, key: str | None) -> str:
        headers = {**({"Cache-Control": "no-cache"} if fresh else {}), **({"Idempotency-Key": key} if key else {})}
        answer = self.call(tenant, "POST", PATH, json={"website": website}, headers=headers)
        if answer.status_code in (404, 422):  # the key belongs to another request, or to a campaign that was deleted
            assert key
            return ""
        assert answer.status_code in (200, 201)
        id = str(answer.json()["id"])
        assert self.theirs.setdefault(id, tenant) == tenant, "a pack of the other tenant's"
        return id

    @rule(tenant=tenants, id=campaigns, rest=st.sampled_from(["", "/events", "/export?platform=json"]))
    def read(self, tenant: str, id: str, rest: str) -> None:
        self.check(tenant, id, self.call(tenant, "GET", f"{PATH}/{id or 'cmp_none'}{rest}"), "GET", rest)

    @rule(tenant=tenants, id=campaigns, act=st.sampled_from(["/cancel", "/retry"]))
    def act(self, tenant: str, id: str, act: str) -> None:
        self.check(tenant, id, self.call(tenant, "POST", f"{PATH}/{id or 'cmp_none'}{act}"), "POST", act)

    @rule(tenant=tenants, id=campaigns)
    def delete(self, tenant: str, id: str) -> None:
        answer = self.call(tenant, "DELETE", f"{PATH}/{id or 'cmp_none'}", headers={"If-Match": "*"})
        self.check(tenant, id, answer, "DELETE", "", headers={"If-Match": "*"})
        if answer.status_code == 204:
            self.deleted.add(id)

    @rule(tenant=tenants, id=campaigns)
    def drop_cached(self, tenant: str, id: str) -> None:
        self.call(tenant, "DELETE", "/v1/cache", params={"campaign": id or "cmp_none"})

    def check(self, tenant: str, id: str, answer: httpx2.Response, method: str, rest: str, **options: Any) -> None:
        """Hold the answer about what is not a tenant's against the answer about what is nowhere."""
        if self.theirs.get(id) == tenant and id not in self.deleted:
            return
        missing = self.call(tenant, method, f"{PATH}/cmp_missing{rest}", **options)
        assert (answer.status_code, answer.content) == (missing.status_code, missing.content)
        assert dict(answer.headers) == dict(missing.headers)
        assert answer.status_code == 404

    @invariant()
    def each_lists_its_own(self) -> None:
        for tenant in TENANTS if hasattr(self, "clients") else ():
            listed = {one["id"] for one in self.call(tenant, "GET", PATH, params={"limit": 100}).json()["campaigns"]}
            own = {id for id, whose in self.theirs.items() if whose == tenant} - self.deleted
            assert listed == own


TestTwoTenants = TwoTenants.TestCase
TestTwoTenants.settings = settings(
    max_examples=3,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
