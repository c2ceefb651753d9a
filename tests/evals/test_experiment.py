"""Experiments stay on this machine without a key, and are kept on LangSmith's server with one."""

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from langchain_core.runnables import RunnableLambda
from langsmith import utils

from core.settings import Settings
from evals.dataset import DATASETS, CompanyNotes, Dataset, GoodPack
from evals.evaluators.handwritten import GoodPackPasses
from evals.experiment import BrokenEvaluation, Laboratory
from evals.metrics import METRICS
from evals.outcome import RubricOutcome, Score
from evals.suite import Suite
from evals.target import Handwritten
from nodes.website.sources import EXAMPLES

OUT = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")
heard: list[str] = []
listening = False


def listen(event: str, _: Any) -> None:
    if listening and event in OUT:
        heard.append(event)


sys.addaudithook(listen)
GOOD = Dataset.load(GoodPack, "good_packs")
TWO = Dataset("good_packs", GoodPack, GOOD.rows[:2])


@pytest.fixture
def requests() -> Iterator[list[str]]:
    """Return what this process sends to any address, from now on; an audit hook hears every thread."""
    global listening
    heard.clear()
    listening = True
    yield heard
    listening = False


@pytest.fixture(autouse=True)
def _environment_read_anew() -> Iterator[None]:
    utils.get_env_var.cache_clear()
    yield
    utils.get_env_var.cache_clear()


@pytest.fixture
def suite(notes: CompanyNotes, tmp_path: Path) -> Suite:
    """Return a suite of one bundled company and one text of each kind."""
    (tmp_path / "companies.jsonl").write_text(notes.model_dump_json() + "\n", "utf-8")
    for name in ("good_packs", "lookalikes"):
        first = (DATASETS / f"{name}.jsonl").read_text("utf-8").splitlines()[0]
        (tmp_path / f"{name}.jsonl").write_text(first + "\n", "utf-8")
    return Suite.load(folder=tmp_path, sites=EXAMPLES)


def test_without_a_key_nothing_is_sent_even_if_tracing_is_asked_for(
    suite: Suite, requests: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    threads = set(threading.enumerate())
    report = suite.report(Settings())
    assert not [thread.name for thread in set(threading.enumerate()) - threads if "racing" in thread.name]
    assert requests == []
    assert report.figures["pack.deterministic"]["all"].mean == 1.0


def test_without_a_key_langchains_own_tracer_sends_nothing_either(
    requests: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    calls: list[str] = []

    class Asks(GoodPackPasses):
        def __call__(self, outcome: RubricOutcome, notes: GoodPack) -> tuple[Score, ...]:
            RunnableLambda(calls.append).invoke("from an evaluator")
            return super().__call__(outcome, notes)

    def target(inputs: dict[str, Any]) -> dict[str, Any]:
        RunnableLambda(calls.append).invoke("from the target")
        return Handwritten(GOOD.rows).good_pack(inputs)

    Laboratory.open().run(TWO, target, (Asks(),), RubricOutcome, label="offline")
    assert sorted(calls) == ["from an evaluator"] * 2 + ["from the target"] * 2
    assert requests == []


def test_a_run_measures_every_metric_that_needs_no_model_and_no_second_company(suite: Suite) -> None:
    report = suite.report(Settings())
    silent = {"infer_icp.agreement", "pack.reads_like_a_person"}
    silent |= {metric.key for metric in METRICS if metric.step == "sameness"}
    assert set(report.figures) == {metric.key for metric in METRICS} - silent
    assert [example.language for example in report.examples] == ["en", "en", "en"]


def test_only_the_named_hosts_are_evaluated() -> None:
    assert [row.host for row in Suite.load(("quadrela.example",)).companies.rows] == ["quadrela.example"]


def test_figures_of_two_runs_are_the_same_but_for_the_time(suite: Suite) -> None:
    one, other = (suite.report(Settings()).figures for _ in range(2))
    del one["pack.milliseconds"], other["pack.milliseconds"]
    assert one == other


def test_a_target_that_raises_leaves_no_figures() -> None:
    def broken(inputs: dict[str, Any]) -> dict[str, Any]:
        raise RuntimeError("no rubric today")

    with pytest.raises(BrokenEvaluation, match="no rubric today"):
        Laboratory.open().run(TWO, broken, (GoodPackPasses(),), RubricOutcome, label="broken")


def test_an_evaluator_that_raises_leaves_no_figures() -> None:
    class Raises(GoodPackPasses):
        def __call__(self, outcome: RubricOutcome, notes: GoodPack) -> tuple[Score, ...]:
            raise RuntimeError("cannot tell")

    target = Handwritten(GOOD.rows).good_pack
    with pytest.raises(BrokenEvaluation, match="cannot tell"):
        Laboratory.open().run(TWO, target, (Raises(),), RubricOutcome, label="broken")


DATED = {"created_at": "2026-01-01T00:00:00Z", "modified_at": "2026-01-01T00:00:00Z"}


class Server(BaseHTTPRequestHandler):
    """As much of LangSmith's server as an experiment needs; remembers every request."""

    protocol_version = "HTTP/1.1"
    requests: ClassVar[list[tuple[str, str]]]
    datasets: ClassVar[list[dict[str, Any]]]
    examples: ClassVar[list[dict[str, Any]]]

    def log_message(self, *_: Any) -> None:
        return

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _answer(self) -> Any:
        path, body = self.path.partition("?")[0], self._body()
        self.requests.append((self.command, path))
        if path.startswith("/sessions"):
            home = {"start_time": DATED["created_at"], "tenant_id": str(uuid4()), "reference_dataset_id": None}
            return {"id": str(uuid4()), "name": "x", **(json.loads(body) if body else {}), **home}
        if (self.command, path) == ("POST", "/datasets"):
            self.datasets.append({**json.loads(body), "id": str(uuid4()), "tenant_id": str(uuid4()), **DATED})
            return self.datasets[0]
        if (self.command, path) == ("POST", "/examples/bulk"):
            home = {"dataset_id": self.datasets[0]["id"], **DATED}
            self.examples.extend({**one, "id": str(uuid4()), **home} for one in json.loads(body))
            return self.examples
        return {"/datasets": self.datasets, "/examples": self.examples}.get(path, {})

    def do_GET(self) -> None:
        body = json.dumps(self._answer()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PATCH = do_GET


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    served = type("Served", (Server,), {"requests": [], "datasets": [], "examples": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), served) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        monkeypatch.setenv("LANGSMITH_ENDPOINT", f"http://127.0.0.1:{httpd.server_port}")
        monkeypatch.setenv("LANGSMITH_API_KEY", "a-key")
        yield served.requests
        httpd.shutdown()
        thread.join()


def test_with_a_key_the_dataset_is_written_once_and_every_run_is_an_experiment(
    server: list[tuple[str, str]],
) -> None:
    target, laboratory = Handwritten(GOOD.rows).good_pack, Laboratory.open()
    for _ in range(2):
        scored = laboratory.run(TWO, target, (GoodPackPasses(),), RubricOutcome, label="rubric")
        assert [one.name for one in scored] == ["sensors", "gaskets"]
        assert [one.scores[0].value for one in scored] == [1.0, 1.0]
    laboratory.client.flush()
    laboratory.client.cleanup()
    posted = [path for method, path in server if method == "POST"]
    assert (posted.count("/datasets"), posted.count("/examples/bulk")) == (1, 1)
    assert posted.count("/sessions") == 2
    assert any(path.startswith("/runs") for path in posted)
