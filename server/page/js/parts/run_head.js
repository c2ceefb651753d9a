/** Whose campaign this is, what it is at, and what can be done with it now. */

import { html } from "../../vendor/preact-htm.js";
import { ago, host } from "../format.js";
import { WorkButton } from "./button.js";
import { Status } from "./campaigns.js";

/** Show the head; `onFresh` writes a cached pack anew, `onSkip` ends a replay. */
export function RunHead({ state, onStop, onFresh, onSkip }) {
  const { run, campaign, request } = state;
  const website = run.made.company?.website || request?.website || campaign?.website;
  const name = run.made.company?.name ?? campaign?.company ?? (website ? host(website) : "Campaign");
  const live = !state.replays && (run.status === "running" || run.status === "waiting");
  const status = run.status === "waiting" ? (campaign?.status ?? "waiting") : run.status;
  const facts = [
    website ? host(website) : "from pasted text",
    run.model && `written by ${run.model === "offline" ? "the offline model" : run.model}`,
    run.pack && `language ${run.pack.language}`,
    campaign?.created_at && ago(campaign.created_at),
  ];
  return html`
    <header class="run-head">
      <span class="initial large" aria-hidden="true">${name.charAt(0).toUpperCase()}</span>
      <div class="run-name">
        <h1 tabindex="-1">${name}</h1>
        <p class="caption">${facts.filter(Boolean).join(" · ")}</p>
      </div>
      ${state.replays && html`<button type="button" class="plain" onClick=${onSkip}>Skip to the end</button>`}
      ${!state.replays && run.status !== "finished" && html`<${Status} status=${status} />`}
      ${live && run.id && html`<${WorkButton} work=${onStop} busy="Stopping…">Stop<//>`}
      ${run.cached && run.status === "finished" && html`<${WorkButton} work=${onFresh} busy="Starting…">From the cache: write anew<//>`}
    </header>
  `;
}
