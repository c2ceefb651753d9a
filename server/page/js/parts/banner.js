/** Tell that the line to the service is lost, and that the run is not. */

import { html } from "../../vendor/preact-htm.js";
import { useNow } from "../hooks.js";

export function LostLine({ retryAt, onReconnect }) {
  const now = useNow(true);
  const seconds = Math.max(0, Math.ceil((retryAt - now) / 1000));
  return html`
    <div class="banner">
      <p role="status"><strong>Connection lost.</strong> The run goes on at the service; it is taken up where you left it.</p>
      <span class="muted" aria-hidden="true">${seconds ? `again in ${seconds} s` : "reconnecting…"}</span>
      <button type="button" class="plain" onClick=${onReconnect}>Reconnect now</button>
    </div>
  `;
}
