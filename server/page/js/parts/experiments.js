/** All experiments, to open. */

import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { json } from "../api.js";
import { ago } from "../format.js";
import { useTitle } from "../hooks.js";
import { Status } from "./campaigns.js";
import { Icon } from "./icon.js";

export function Experiments() {
  useTitle("Experiments");
  const [page, setPage] = useState({ experiments: null, failed: "" });
  useEffect(() => {
    const failed = (error) => setPage({ experiments: [], next: null, failed: error.message });
    json("GET", "/v1/experiments").then((answer) => setPage({ ...answer, failed: "" }), failed);
  }, []);
  const more = async () => {
    const answer = await json("GET", `/v1/experiments?cursor=${encodeURIComponent(page.next)}`);
    setPage((old) => ({ ...answer, failed: "", experiments: [...old.experiments, ...answer.experiments] }));
  };
  return html`
    <div class="narrow">
      <header class="view-head"><h1 tabindex="-1">Experiments</h1></header>
      <${Listing} page=${page} />
      ${page.next && html`<button type="button" class="plain more" onClick=${more}>Show more</button>`}
    </div>
  `;
}

function Listing({ page }) {
  if (page.failed) return html`<p class="note note-bad" role="alert"><${Icon} name="alert" />${page.failed}</p>`;
  if (!page.experiments) return html`<p class="muted" aria-busy="true">Loading…</p>`;
  if (!page.experiments.length) return html`<p class="empty">No experiment yet. Start one from a finished campaign.</p>`;
  return html`
    <ul class="list">
      ${page.experiments.map(
        (one) => html`
          <li key=${one.id}>
            <a class="item" href=${`/experiments/${encodeURIComponent(one.id)}`}>
              <span class="initial" aria-hidden="true"><${Icon} name="flask" /></span>
              <span class="item-name"><strong>${one.name}</strong><span>${one.variants.map((variant) => variant.name).join(" against ")}</span></span>
              <span class="item-time">${one.created_at && ago(one.created_at)}</span>
              <${Status} status=${one.state} />
            </a>
          </li>
        `,
      )}
    </ul>
  `;
}
