/** A few alternatives of which one holds: radio buttons drawn as segments. */

import { html } from "../../vendor/preact-htm.js";

/** Show options, [[value, label]]. */
export function Choice({ name, options, value, onChange }) {
  return html`
    <fieldset class="choice">
      <legend class="unseen">${name}</legend>
      ${options.map(
        ([key, label]) => html`
          <label>
            <input type="radio" name=${`choice-${name}`} value=${key} checked=${value === key} onChange=${() => onChange(key)} />
            <span>${label}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
