/** What each variant's rate may truly be: its interval on one scale. */

import { html } from "../../vendor/preact-htm.js";
import { percent } from "../format.js";
import { useWidth } from "../hooks.js";
import { Mark } from "./rates.js";

const ROW = 56;
const EDGE = { left: 36, right: 20 };

export function Intervals({ variants }) {
  const [ref, width] = useWidth();
  const low = Math.min(...variants.map((variant) => variant.reply_rate.low));
  const high = Math.max(...variants.map((variant) => variant.reply_rate.high));
  const room = (high - low || 0.01) * 0.08; // so that no end touches the edge
  const [from, to] = [Math.max(0, low - room), high + room];
  const x = (rate) => EDGE.left + ((rate - from) / (to - from)) * (width - EDGE.left - EDGE.right);
  const height = variants.length * ROW + 28;
  const spoken = variants.map(({ name, reply_rate: rate }) => `${name} ${percent(rate.estimate)}, between ${percent(rate.low)} and ${percent(rate.high)}`);
  return html`
    <figure class="chart" ref=${ref}>
      <figcaption>Where the true rate may lie</figcaption>
      <svg width=${width} height=${height} role="img" aria-label=${`Intervals of the reply rates: ${spoken.join("; ")}`}>
        ${[from, (from + to) / 2, to].map(
          (rate, at) => html`
            <line class="grid" x1=${x(rate)} x2=${x(rate)} y1="4" y2=${height - 26} />
            <text class="tick" x=${x(rate)} y=${height - 8} text-anchor=${["start", "middle", "end"][at]}>${percent(rate)}</text>
          `,
        )}
        ${variants.map((variant, at) => html`<${Row} variant=${variant} x=${x} y=${at * ROW + ROW / 2 + 4} />`)}
      </svg>
      <p class="caption">Where two intervals overlap widely, the difference may be chance.</p>
    </figure>
  `;
}

function Row({ variant, x, y }) {
  const { estimate, low, high } = variant.reply_rate;
  return html`
    <g class=${`series series-${variant.name}`}>
      <text x="4" y=${y + 4}>${variant.name}</text>
      <rect class="interval" x=${x(low)} y=${y - 7} width=${Math.max(2, x(high) - x(low))} height="14" rx="7" />
      <${Mark} name=${variant.name} x=${x(estimate)} y=${y} />
    </g>
  `;
}
