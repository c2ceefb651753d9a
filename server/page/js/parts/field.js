/** One field of a form, with its hint and, where the service refused it, what is wrong. */

import { html } from "../../vendor/preact-htm.js";

/** Show a field; `rows` makes it a text of several lines, `options` ([[value, label]]) a choice. */
export function Field({ name, label, hint, value, problem, onInput, rows, options, ...rest }) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  const common = {
    id: name,
    name,
    onInput: (event) => onInput(name, event.target.value),
    "aria-invalid": problem ? "true" : undefined,
    "aria-describedby": described || undefined,
    ...rest,
  };
  return html`
    <div class=${`field-box ${problem ? "is-wrong" : ""}`}>
      <label for=${name}>${label}</label>
      ${control(common, value, rows, options)}
      ${hint && html`<p class="hint" id=${`${name}-hint`}>${hint}</p>`}
      ${problem && html`<p class="problem" id=${`${name}-problem`}>${problem}</p>`}
    </div>
  `;
}

function control(common, value, rows, options) {
  if (rows) return html`<textarea rows=${rows} value=${value} ...${common} />`;
  if (!options) return html`<input type="text" autocomplete="off" value=${value} ...${common} />`;
  return html`
    <select ...${common}>
      ${options.map(([key, label]) => html`<option value=${key} selected=${key === value}>${label}</option>`)}
    </select>
  `;
}
