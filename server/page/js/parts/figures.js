/** The figures of each variant, as they count. */

import { html } from "../../vendor/preact-htm.js";
import { count, number, percent, signedPercent } from "../format.js";
import { Variant } from "./subjects.js";
import { Words } from "./words.js";

/** Show the figures; while it is too early, nothing that compares the variants. */
export function Figures({ variants, texts, early }) {
  return html`
    <div class="variants">
      ${variants.map((variant) => html`<${Tile} variant=${variant} text=${textOf(texts, variant.name)} />`)}
    </div>
    <div class="scroller" tabindex="0" role="region" aria-label="Figures of each variant">
      <table class="table numbers">
        <thead>
          <tr>
            <th scope="col">Variant</th>
            ${COLUMNS.map(([, name]) => html`<th scope="col">${name}</th>`)}
            <th scope="col">Chance to be best</th><th scope="col">Against the first</th>
          </tr>
        </thead>
        <tbody>
          ${variants.map(
            (variant, at) => html`
              <tr>
                <th scope="row"><${Variant} name=${variant.name} /></th>
                ${COLUMNS.map(([key]) => html`<td>${number(variant.counts[key])}</td>`)}
                <td>${early || variant.chance_to_be_best == null ? "–" : chance(variant.chance_to_be_best)}</td>
                <td>${early || at === 0 ? "–" : uplift(variant)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

const COLUMNS = [
  ["assigned", "Assigned"], ["sent", "Sent"], ["delivered", "Delivered"], ["replied", "Replied"], ["clicked", "Clicked"],
  ["bounced_hard", "Bounced"], ["complained", "Complained"], ["unsubscribed", "Opted out"],
];

/** Return a chance; certainty is never one. */
const chance = (share) => (share > 0.99 ? ">99%" : share < 0.01 ? "<1%" : percent(share, 0));

/** Return what the variant says, where it says one thing. */
const textOf = (variants, name) => {
  const found = variants?.find((variant) => variant.name === name);
  return found?.subject_line ?? found?.outreach ?? "";
};

function Tile({ variant, text }) {
  const { counts, reply_rate: rate } = variant;
  return html`
    <div class=${`tile arm-${variant.name}`}>
      <p class="tile-head"><${Variant} name=${variant.name} /><span><${Words} text=${text} /></span></p>
      <p class="tile-figure">${rate ? percent(rate.estimate) : "–"}</p>
      <p class="caption">
        ${count(counts.replied, "reply", "replies")} of ${number(counts.sent)} sent${rate && ` · between ${percent(rate.low)} and ${percent(rate.high)}`}
      </p>
    </div>
  `;
}

/** Show the change against the first variant; without a reply there it is undefined. */
function uplift({ uplift: change }) {
  if (!change) return html`<span class="muted">not defined</span>`;
  const { estimate, low, high } = change;
  return html`${signedPercent(estimate)}<span class="muted"> (${signedPercent(low)} to ${signedPercent(high)})</span>`;
}
