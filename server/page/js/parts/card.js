/** One step of the run: its head, what it is writing, and what it has made. */

import { html } from "../../vendor/preact-htm.js";
import { count, duration, words } from "../format.js";
import { StateRing } from "./icon.js";
import { Words } from "./words.js";

/** Show a step; `children` is the structured view, taken as soon as there is something to structure. */
export function Card({ step, told, actions, children }) {
  const state = told?.state ?? "waiting";
  const title = `${step.id}-title`;
  return html`
    <section
      class=${`card card-${state}`}
      id=${`step-${step.id}`}
      tabindex="-1"
      aria-labelledby=${title}
      aria-busy=${state === "running" ? "true" : undefined}
    >
      <header class="card-head">
        <${StateRing} state=${state} />
        <h2 id=${title}>${step.title}</h2>
        <span class="card-meta">${meta(told)}</span>
        ${actions && html`<div class="card-actions">${actions}</div>`}
      </header>
      ${state === "running" ? html`<${Live} step=${step} told=${told} />` : children && html`<div class="card-body">${children}</div>`}
    </section>
  `;
}

function meta(told) {
  if (!told || told.state === "running") return told?.round > 1 ? `round ${told.round}` : "";
  if (told.state === "kept") return "from an earlier run";
  const calls = told.calls ? count(told.calls, "model call") : null;
  const round = told.round > 1 ? `${told.round} rounds` : null;
  return [round, calls, told.milliseconds ? duration(told.milliseconds) : null].filter(Boolean).join(" · ");
}

/** Show text while it comes: hidden from screen readers, which hear of the step's start and end. */
function Live({ step, told }) {
  const fields = Object.entries(told.texts).filter(([, text]) => text);
  if (!fields.length) return html`<p class="card-body doing">${step.doing}<span class="dots" aria-hidden="true" /></p>`;
  return html`
    <div class="card-body live" aria-hidden="true">
      ${fields.map(
        ([field, text], at) => html`
          <div class="live-field" key=${field}>
            ${fields.length > 1 && html`<span class="live-name">${fieldName(field)}</span>`}
            <p><${Words} text=${text} />${at === fields.length - 1 && html`<span class="caret" />`}</p>
          </div>
        `,
      )}
    </div>
  `;
}

/** Name a field such as `subject_lines.0.text` or `outreach.body` for a reader. */
function fieldName(field) {
  const [first, second] = field.split(".");
  return /^\d+$/.test(second) ? String(Number(second) + 1) : words(first);
}
