/** Icons as strokes of one weight; beside a word they are decoration, alone they carry their label. */

import { html } from "../../vendor/preact-htm.js";

const PATHS = {
  alert: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 5v3.6M8 10.9v.1",
  check: "M3.5 8.4l3 3 6-6.6",
  chevron: "M4 6l4 4 4-4",
  copy: "M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z",
  cross: "M4 4l8 8M12 4l-8 8",
  download: "M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M3 13.5h10",
  external: "M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5",
  flask: "M6 2.5h4M6.8 2.5v4L3.2 12.4a.8.8 0 0 0 .7 1.1h8.2a.8.8 0 0 0 .7-1.1L9.2 6.5v-4M5 10h6",
  globe: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM2.4 8h11.2M8 2.2c2 2 2.4 4 2.4 5.8S10 11.8 8 13.8C6 11.8 5.6 9.8 5.6 8S6 4.2 8 2.2z",
  half: "M8 2.2a5.8 5.8 0 1 0 0 11.6z",
  keyboard: "M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.5 7h.1M11.5 7h.1M5 9.3h6",
  pencil: "M3 13l.6-2.8L10.8 3a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7L5.8 12.4z",
  play: "M5 3.5v9l7-4.5z",
  search: "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3",
  moon: "M13 9.6A5.5 5.5 0 1 1 6.4 3a4.4 4.4 0 0 0 6.6 6.6z",
  sun: "M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM8 1.8v1.3M8 12.9v1.3M1.8 8h1.3M12.9 8h1.3M3.6 3.6l.9.9M11.5 11.5l.9.9M3.6 12.4l.9-.9M11.5 4.5l.9-.9",
  trash: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9",
};

/** Draw an icon; with a `label` it is read out. */
export function Icon({ name, label }) {
  const spoken = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return html`<svg class="icon" viewBox="0 0 16 16" ...${spoken}><path d=${PATHS[name]} /></svg>`;
}

/** Draw the mark of the product: a bow that opens upwards. */
export const Logo = () => html`
  <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
    <rect class="logo-ground" width="24" height="24" rx="7" />
    <path class="logo-bow" d="M6 16.5a6 6 0 0 1 12 0M9.3 16.5a2.7 2.7 0 0 1 5.4 0" />
    <circle class="logo-dot" cx="12" cy="6.8" r="1.3" />
  </svg>
`;

const STATES = {
  waiting: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  stopped: "stopped",
  kept: "done in an earlier run",
};

/** Draw a step's state: an empty ring, a turning one, a tick, an exclamation mark, a bar. */
export function StateRing({ state = "waiting" }) {
  return html`
    <svg class=${`ring ring-${state}`} viewBox="0 0 18 18" role="img" aria-label=${STATES[state]}>
      <circle class="ring-line" cx="9" cy="9" r="7.5" />
      ${state === "running" && html`<path class="ring-arc" d="M9 1.5a7.5 7.5 0 0 1 7.5 7.5" />`}
      ${(state === "done" || state === "kept") && html`<path class="ring-sign" d="M5.8 9.3l2.2 2.2 4.3-4.7" />`}
      ${state === "failed" && html`<path class="ring-sign" d="M9 5.3v4.4M9 12.4v.1" />`}
      ${state === "stopped" && html`<path class="ring-sign" d="M6.2 9h5.6" />`}
    </svg>
  `;
}
