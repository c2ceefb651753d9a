/** The latest campaigns, beside the form. */

import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { json } from "../api.js";
import { CampaignRow } from "./campaigns.js";

const SHOWN = 4;

export function Recent({ features }) {
  const [campaigns, setCampaigns] = useState([]);
  useEffect(() => {
    if (features.history) json("GET", `/v1/campaigns/email?limit=${SHOWN}`).then((answer) => setCampaigns(answer.campaigns), () => {});
  }, []);
  if (!campaigns.length) return null;
  return html`
    <section class="recent" aria-labelledby="recent-title">
      <header><h2 id="recent-title">Latest campaigns</h2><a href="/campaigns">All campaigns</a></header>
      <ul class="list">${campaigns.map((campaign) => html`<${CampaignRow} campaign=${campaign} />`)}</ul>
    </section>
  `;
}
