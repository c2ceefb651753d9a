/** The A/B test that is worth running with this pack, and what a list can and cannot tell. */

import { html } from "../../vendor/preact-htm.js";
import { number, percent, signedPercent } from "../format.js";
import { Variant } from "./subjects.js";
import { Words } from "./words.js";

export function Plan({ test }) {
  const figures = [
    [number(test.sample_size_per_variant), "emails per subject line"],
    [number(test.total_sample_size), "emails in all"],
    [percent(test.baseline_rate, 2), "replies assumed without a change"],
    [signedPercent(test.minimum_uplift), "smallest uplift it sees"],
  ];
  return html`
    <p class="hypothesis">${test.hypothesis}</p>
    <ul class="arms">
      ${test.variants.map(
        (variant) => html`
          <li class=${`arm arm-${variant.name}`}>
            <${Variant} name=${variant.name} />
            <div><p class="arm-line"><${Words} text=${variant.subject_line} /></p><p class="caption">${variant.rationale}</p></div>
          </li>
        `,
      )}
    </ul>
    <dl class="tiles">
      ${figures.map(([value, name]) => html`<div class="tile"><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    <div class="tells">
      <div><h3>What it can tell</h3><p>${test.can_tell}</p></div>
      <div><h3>What it cannot</h3><p>${test.cannot_tell}</p></div>
    </div>
    ${test.detectable.length > 0 && html`<${Detectable} rows=${test.detectable} />`}
    <details class="fold">
      <summary>How this is measured, and where the numbers come from</summary>
      <p>${test.metric_description}</p>
      <ul class="remarks">${test.sources.map((source) => html`<li>${source}</li>`)}</ul>
    </details>
  `;
}

/** Show the smallest uplift that a list of each size can show; the bars share one scale. */
function Detectable({ rows }) {
  const largest = Math.max(...rows.map((row) => row.minimum_uplift ?? 0));
  return html`
    <table class="table detectable">
      <caption>The smallest uplift that a list can show</caption>
      <thead><tr><th scope="col">Recipients</th><th scope="col">Uplift</th></tr></thead>
      <tbody>
        ${rows.map(
          ({ recipients, minimum_uplift: uplift }) => html`
            <tr>
              <th scope="row">${number(recipients)}</th>
              <td>
                ${uplift === null
                  ? html`<span class="muted">none</span>`
                  : html`<span class="reach"><span style=${{ width: `${(uplift / largest) * 100}%` }} /></span>${signedPercent(uplift)}`}
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
