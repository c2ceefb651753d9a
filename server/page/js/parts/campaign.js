/** One campaign: the run while it runs, the pack when it is there. */

import { html, useLayoutEffect, useState } from "../../vendor/preact-htm.js";
import { copyText } from "../clipboard.js";
import { useStore, useTitle } from "../hooks.js";
import { onKeys } from "../keyboard.js";
import { navigate } from "../router.js";
import { RunStore } from "../run_store.js";
import { keep, storeOf } from "../runs.js";
import { shownSteps } from "../steps.js";
import { Announcer } from "./announcer.js";
import { LostLine } from "./banner.js";
import { CopyButton } from "./button.js";
import { Card } from "./card.js";
import { FollowMode } from "./follow_mode.js";
import { PackBar } from "./pack_bar.js";
import { Problem } from "./problem.js";
import { Rail } from "./rail.js";
import { Regenerate } from "./regenerate.js";
import { RunHead } from "./run_head.js";
import { PART_OF, textOf, viewOf } from "./step_view.js";

export function Campaign({ id, features }) {
  const store = storeOf(id, features);
  const state = useStore(store);
  const { run, request } = state;
  useTitle(run.made.company?.name ?? state.campaign?.company ?? "Campaign");
  useShortcuts(store);
  if (state.missing) return html`<${Missing} error=${state.missing} />`;
  const start = async (wanted, options) => open(features, (fresh) => fresh.start(wanted, options));
  const supply = request && ((wanted) => start(wanted));
  const retry = features.retry ? () => store.retry() : request && (() => start(request));
  const trouble = { request, onSupply: supply, onRetry: retry, retryLabel: features.retry ? "Retry from this step" : "Run again" };
  const isFailed = run.status === "failed" || run.status === "cancelled";
  const isTold = Object.values(run.steps).some((step) => step.state === "failed");
  return html`
    <div class="run">
      <${RunHead} state=${state} onStop=${() => store.stop()} onFresh=${() => start(request, { fresh: true })} onSkip=${() => store.replay()} />
      <${Rail} run=${run} elapsed=${(now) => elapsed(state, now)} />
      <div class="cards">
        ${state.line === "lost" && html`<${LostLine} retryAt=${state.retryAt} onReconnect=${() => store.reconnect()} />`}
        ${run.pack && html`<${PackBar} pack=${run.pack} request=${request} features=${features} onReplay=${store.canReplay && (() => store.replay())} />`}
        ${isFailed && !isTold && html`<section class="card card-failed"><div class="card-body"><${Problem} problem=${run.problem} ...${trouble} ...${features.retry && { retryLabel: "Go on from the last finished step" }} /></div></section>`}
        ${shownSteps(run).filter((step) => run.steps[step.id] && run.steps[step.id].state !== "stopped").map(
          (step) => html`<${Step} key=${step.id} step=${step} run=${run} trouble=${trouble} features=${features} />`,
        )}
        ${run.status === "waiting" && html`<p class="muted" aria-busy="true">${state.campaign?.status === "queued" ? "Waiting for a free place…" : "Opening…"}</p>`}
      </div>
      <${FollowMode} run=${run} />
      <${Announcer} run=${run} />
    </div>
  `;
}

function Step({ step, run, trouble, features }) {
  const [rewrites, setRewrites] = useState(false);
  const told = run.steps[step.id];
  const text = told.state === "running" ? undefined : textOf(step.id, run);
  const part = PART_OF[step.id];
  const actions = html`
    ${part && run.pack && features.regenerate && html`<button type="button" class="quiet" aria-expanded=${rewrites} onClick=${() => setRewrites(!rewrites)}>Rewrite…</button>`}
    ${text && html`<${CopyButton} text=${text} what=${step.title} />`}
  `;
  const rewrite = (instruction) => open(features, (fresh) => fresh.regenerate(run.id, part, instruction, trouble.request));
  return html`
    <${Card} step=${step} told=${told} actions=${actions}>
      ${rewrites && html`<${Regenerate} name=${part} onRegenerate=${rewrite} onClose=${() => setRewrites(false)} />`}
      ${told.state === "failed" ? html`<${Problem} problem=${told.problem} ...${trouble} />` : viewOf(step, run)}
    <//>
  `;
}

/** Begin another campaign, and go there as soon as it has an address. */
async function open(features, begin) {
  const fresh = new RunStore(features);
  const id = await begin(fresh);
  keep(id, fresh);
  navigate(`/campaigns/${encodeURIComponent(id)}`);
}

function Missing({ error }) {
  useTitle("Not found");
  return html`
    <div class="narrow">
      <h1 tabindex="-1">This campaign cannot be shown</h1>
      <p class="note note-bad" role="alert">${error.message}</p>
      <p><a href="/campaigns">All campaigns</a></p>
    </div>
  `;
}

/** Return a run's milliseconds: what the service has noted, or what was seen here; null where neither is known. */
function elapsed({ run, campaign }, now) {
  const began = campaign?.started_at ? new Date(campaign.started_at).getTime() : run.began;
  if (campaign?.finished_at) return new Date(campaign.finished_at).getTime() - began;
  return began === null ? null : Math.max(0, (run.ended ?? now) - began);
}

function useShortcuts(store) {
  useLayoutEffect(() => {
    const jump = (at) => () => document.getElementById(`step-${shownSteps(store.state.run)[at]?.id}`)?.focus();
    const jumps = Array.from({ length: 9 }, (_, at) => [String(at + 1), jump(at)]);
    return onKeys({ ...Object.fromEntries(jumps), c: () => copyFocused(store.state.run), Escape: () => stopLive(store) });
  }, [store]);
}

function copyFocused(run) {
  const text = textOf(document.activeElement.closest(".card")?.id.slice("step-".length), run);
  return text ? copyText(text) : false;
}

const stopLive = (store) => (store.state.run.status === "running" && !store.state.replays ? store.stop() : false);
