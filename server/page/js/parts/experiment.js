/** One experiment while it runs: what it says so far, and what may be done about it. */

import { html, useEffect, useMemo } from "../../vendor/preact-htm.js";
import { csv } from "../csv.js";
import { saveText } from "../download.js";
import { ExperimentStore } from "../experiment_store.js";
import { number } from "../format.js";
import { useStore, useTitle } from "../hooks.js";
import { isEarly, verdictOf } from "../verdict.js";
import { WorkButton } from "./button.js";
import { Status } from "./campaigns.js";
import { Declare } from "./declare.js";
import { Figures } from "./figures.js";
import { Icon } from "./icon.js";
import { Intervals } from "./intervals.js";
import { Rates } from "./rates.js";

export function Experiment({ id }) {
  const store = useMemo(() => new ExperimentStore(id), [id]);
  const { experiment, results, recommendation, line, missing } = useStore(store);
  useTitle(experiment?.name ?? "Experiment");
  useEffect(() => {
    store.open();
    return () => store.close();
  }, [store]);
  if (missing) return html`<div class="narrow"><h1 tabindex="-1">This experiment cannot be shown</h1><p class="note note-bad" role="alert">${missing.message}</p></div>`;
  if (!experiment) return html`<p class="narrow muted" aria-busy="true">Loading…</p>`;
  const isEmpty = results.variants.every((variant) => !variant.sent);
  return html`
    <div class="experiment">
      <header class="run-head">
        <span class="initial large" aria-hidden="true"><${Icon} name="flask" /></span>
        <div class="run-name">
          <h1 tabindex="-1">${experiment.name}</h1>
          <p class="caption">
            Counts people who replied, of all emails sent ·${" "}
            <span class=${`line line-${line}`}>${line === "open" ? "live" : line === "lost" ? "connection lost, trying again" : "not live"}</span>
          </p>
        </div>
        <${Status} status=${experiment.state} />
        <${Actions} experiment=${experiment} results=${results} store=${store} />
      </header>
      ${isEmpty
        ? html`<${NothingSent} id=${experiment.id} />`
        : html`
            <${Verdict} recommendation=${recommendation} results=${results} />
            <${Figures} variants=${results.variants} texts=${experiment.variants} early=${isEarly(recommendation.verdict)} />
            <div class="charts">
              <${Rates} series=${results.series} names=${results.variants.map((variant) => variant.name)} />
              <${Intervals} variants=${results.variants} />
            </div>
            <${Health} results=${results} />
          `}
      ${experiment.state !== "draft" && experiment.state !== "decided" && html`<${Declare} experiment=${experiment} onDeclare=${(body) => store.act("declare", body)} />`}
    </div>
  `;
}

function Actions({ experiment, results, store }) {
  const act = (action, label) => html`<${WorkButton} work=${() => store.act(action)}>${label}<//>`;
  const isOpen = ["running", "paused"].includes(experiment.state);
  return html`
    <div class="pack-actions">
      ${experiment.state === "draft" && act("start", "Start")}
      ${experiment.state === "running" && act("pause", "Pause")}
      ${experiment.state === "paused" && act("start", "Resume")}
      ${isOpen && act("stop", "Stop")}
      <button type="button" class="plain" onClick=${() => saveText("experiment.csv", resultsCsv(results), "text/csv")}><${Icon} name="download" />CSV</button>
    </div>
  `;
}

const COLUMNS = ["name", "assigned", "sent", "delivered", "opened", "clicked", "replied", "bounced", "complained", "unsubscribed", "rate"];

function resultsCsv({ variants }) {
  const rows = variants.map((variant) => [...COLUMNS.map((name) => variant[name]), variant.interval[0], variant.interval[1], variant.chance_to_be_best]);
  return csv([[...COLUMNS, "interval_low", "interval_high", "chance_to_be_best"], ...rows]);
}

function Verdict({ recommendation, results }) {
  const { head, tone } = verdictOf(recommendation, results);
  const sent = Math.min(...results.variants.map((variant) => variant.sent));
  const share = Math.min(1, sent / results.planned_per_variant);
  return html`
    <section class=${`verdict verdict-${tone}`} aria-label="Recommendation">
      <div role="status"><h2>${head}</h2><p>${recommendation.reason}</p></div>
      <div class="verdict-progress">
        <span class="bar-track"><span class="bar-fill" style=${{ width: `${share * 100}%` }} /></span>
        <p class="caption">
          ${number(sent)} of ${number(results.planned_per_variant)} planned per variant${recommendation.needed ? ` · ${number(recommendation.needed)} more needed` : ""}
        </p>
        <p class="caption">${recommendation.method}</p>
      </div>
    </section>
  `;
}

/** Tell whether the figures can be trusted at all. */
function Health({ results }) {
  const { sample_ratio: ratio, guardrails = [] } = results;
  return html`
    <ul class="health">
      <li class=${ratio.ok ? "is-fine" : "is-off"}>
        <${Icon} name=${ratio.ok ? "check" : "alert"} />
        Sample ratio ${ratio.ok ? "as planned" : "is off: find out why before you believe a figure"}
        ${ratio.p_value !== null && html`<span class="muted">p = ${ratio.p_value.toFixed(ratio.p_value < 0.01 ? 4 : 2)}</span>`}
      </li>
      ${guardrails.map(
        (rail) => html`
          <li class=${rail.ok ? "is-fine" : "is-off"}><${Icon} name=${rail.ok ? "check" : "alert"} />${rail.detail ?? rail.name}</li>
        `,
      )}
    </ul>
  `;
}

const NothingSent = ({ id }) => html`
  <section class="empty">
    <h2>No sends recorded yet</h2>
    <p>Report what your platform sends, by its webhook or like this:</p>
    <pre tabindex="0"><code>curl ${location.origin}/v1/experiments/${id}/events \\
  -H 'Content-Type: application/json' \\
  -d '{"events": [{"id": "1", "recipient": "r-1", "type": "sent", "at": "${new Date().toISOString()}"}]}'</code></pre>
  </section>
`;
