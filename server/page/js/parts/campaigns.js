/** Earlier campaigns, newest first, to search and to open. */

import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { json } from "../api.js";
import { ago, host } from "../format.js";
import { useTitle } from "../hooks.js";
import { Choice } from "./choice.js";
import { Icon } from "./icon.js";
import { band } from "./subjects.js";

const PAGE = 20;
const PAUSE = 250; // milliseconds without a key until the service is asked
const STATUSES = [["", "All"], ["finished", "Finished"], ["running", "Running"], ["failed", "Failed"], ["cancelled", "Stopped"]];

export function Campaigns() {
  useTitle("Campaigns");
  const [search, setSearch] = useState("");
  const [status, setStatus] = useState("");
  const [page, setPage] = useState({ campaigns: null, next: null, failed: "" });
  const load = async (cursor) => {
    const query = new URLSearchParams({ limit: PAGE, ...(status && { status }), ...(search && { search }), ...(cursor && { cursor }) });
    return json("GET", `/v1/campaigns/email?${query}`);
  };
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await load().catch((error) => ({ campaigns: [], next: null, failed: error.message }));
      if (!stale) setPage({ failed: "", ...answer });
    }, search ? PAUSE : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [search, status]);
  const more = async () => {
    const answer = await load(page.next);
    setPage((old) => ({ ...answer, failed: "", campaigns: [...old.campaigns, ...answer.campaigns] }));
  };
  return html`
    <div class="narrow">
      <header class="view-head"><h1 tabindex="-1">Campaigns</h1><a class="button primary" href="/">New campaign</a></header>
      <div class="tools">
        <label class="search">
          <${Icon} name="search" /><span class="unseen">Search campaigns</span>
          <input type="search" placeholder="Company or website" value=${search} onInput=${(event) => setSearch(event.target.value)} />
        </label>
        <${Choice} name="Status" options=${STATUSES} value=${status} onChange=${setStatus} />
      </div>
      <${Listing} page=${page} filtered=${Boolean(search || status)} />
      ${page.next && html`<button type="button" class="plain more" onClick=${more}>Show more</button>`}
    </div>
  `;
}

function Listing({ page, filtered }) {
  if (page.failed) return html`<p class="note note-bad" role="alert"><${Icon} name="alert" />${page.failed}</p>`;
  if (!page.campaigns) return html`<p class="muted" aria-busy="true">Loading…</p>`;
  if (!page.campaigns.length) {
    return html`<p class="empty">${filtered ? "No campaign fits." : "No campaign yet. The first one takes less than a minute."}</p>`;
  }
  return html`<ul class="list">${page.campaigns.map((campaign) => html`<${CampaignRow} key=${campaign.id} campaign=${campaign} />`)}</ul>`;
}

/** Show one campaign as a line that opens it. */
export function CampaignRow({ campaign }) {
  const site = campaign.website ? host(campaign.website) : "pasted text";
  return html`
    <li>
      <a class="item" href=${`/campaigns/${encodeURIComponent(campaign.id)}`}>
        <span class="initial" aria-hidden="true">${(campaign.company ?? site).charAt(0).toUpperCase()}</span>
        <span class="item-name"><strong>${campaign.company ?? site}</strong><span>${site}</span></span>
        <span class="item-time">${ago(campaign.created_at)}</span>
        ${campaign.score == null
          ? html`<${Status} status=${campaign.status} />`
          : html`<span class=${`score score-${band(campaign.score)}`}><span class="unseen">Score </span>${campaign.score}</span>`}
      </a>
    </li>
  `;
}

const NAMES = { cancelled: "stopped", waiting: "opening" };

/** Show what a campaign is at. */
export const Status = ({ status }) => html`<span class=${`status status-${status}`}>${NAMES[status] ?? status}</span>`;
