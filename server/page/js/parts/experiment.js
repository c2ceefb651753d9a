/** One experiment while it runs: what it says so far, and what may be done about it. */

import { html, useEffect, useMemo } from "../../vendor/preact-htm.js";
import { csv } from "../csv.js";
import { saveText } from "../download.js";
import { ExperimentStore } from "../experiment_store.js";
import { number, percent } from "../format.js";
import { useStore, useTitle } from "../hooks.js";
import { isEarly, progress, progressText, verdictOf } from "../verdict.js";
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
  const isEmpty = results.variants.every((variant) => !variant.counts.sent);
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
        <${Status} status=${experiment.decided_for ? `decided for ${experiment.decided_for}` : experiment.state} />
        <${Actions} experiment=${experiment} results=${results} store=${store} />
      </header>
      ${isEmpty
        ? html`<${NothingSent} id=${experiment.id} />`
        : html`
            <${Verdict} recommendation=${recommendation} results=${results} />
            <${Figures} variants=${results.variants} texts=${experiment.variants} early=${isEarly(recommendation)} />
            <div class="charts">
              ${results.series?.length > 0 && html`<${Rates} series=${results.series} names=${results.variants.map((variant) => variant.name)} />`}
              <${Intervals} variants=${results.variants.filter((variant) => variant.reply_rate)} />
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

const COLUMNS = [
  "assigned", "sent", "delivered", "opened", "clicked", "replied", "replied_positively", "auto_replied", "bounced_hard",
  "bounced_soft", "complained", "unsubscribed",
];

function resultsCsv({ variants }) {
  const rows = variants.map(({ name, counts, reply_rate: rate, chance_to_be_best: chance }) => [
    name, ...COLUMNS.map((column) => counts[column]), rate?.estimate, rate?.low, rate?.high, chance,
  ]);
  return csv([["variant", ...COLUMNS, "reply_rate", "reply_rate_low", "reply_rate_high", "chance_to_be_best"], ...rows]);
}

function Verdict({ recommendation, results }) {
  const { head, tone } = verdictOf(recommendation, results);
  const { sent, planned } = progress(results);
  const { needed, method } = recommendation;
  return html`
    <section class=${`verdict verdict-${tone}`} aria-label="Recommendation">
      <div role="status"><h2>${head}</h2><p>${recommendation.reason}</p></div>
      <div class="verdict-progress">
        <span class="bar-track"><span class="bar-fill" style=${{ width: `${Math.min(1, sent / planned) * 100}%` }} /></span>
        <p class="caption">${progressText(results)}${needed ? ` · ${number(needed)} more needed` : ""}</p>
        <p class="caption">Of tests whose variants are the same, at most ${percent(method.false_claims, 0)} end with a winner.</p>
      </div>
    </section>
  `;
}

const HARMS = { complained: "complaints", bounced_hard: "hard bounces", unsubscribed: "opt-outs" };

/** Tell whether the figures can be trusted at all, and whether anything does harm. */
function Health({ results }) {
  const { sample_ratio: ratio, guardrails } = results;
  const harms = guardrails.filter((rail) => rail.verdict !== "ok");
  return html`
    <ul class="health">
      <li class=${ratio.mismatch ? "is-off" : "is-fine"}>
        <${Icon} name=${ratio.mismatch ? "alert" : "check"} />
        Sample ratio ${ratio.mismatch ? "is off: find out why before you believe a figure" : "as planned"}
        ${ratio.p_value !== null && html`<span class="muted">${ratio.p_value < 0.001 ? "p < 0.001" : `p = ${ratio.p_value.toFixed(3)}`}</span>`}
      </li>
      ${harms.map(
        ({ variant, harm, rate, warn_above: limit, verdict }) => html`
          <li class="is-off">
            <${Icon} name="alert" />${variant}: ${percent(rate)} ${HARMS[harm]}, ${verdict === "stop" ? "over the limit" : `watch it from ${percent(limit)}`}
          </li>
        `,
      )}
      ${harms.length === 0 && html`<li class="is-fine"><${Icon} name="check" />Complaints, bounces and opt-outs within their limits</li>`}
    </ul>
  `;
}

const NothingSent = ({ id }) => html`
  <section class="empty">
    <h2>No sends recorded yet</h2>
    <p>Ask for the variant of each recipient, then report what your platform sends, by its webhook or like this:</p>
    <pre tabindex="0"><code>curl ${location.origin}/v1/experiments/${id}/assignments \\
  -H 'Content-Type: application/json' \\
  -d '{"recipients": ["r-1"]}'

curl ${location.origin}/v1/experiments/${id}/events \\
  -H 'Content-Type: application/json' \\
  -d '{"events": [{"id": "1", "recipient": "r-1", "type": "sent", "at": "${new Date().toISOString()}"}]}'</code></pre>
  </section>
`;
