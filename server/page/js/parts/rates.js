/** Cumulative reply rates over time: a colour, a dash and a shape for each variant. */

import { html } from "../../vendor/preact-htm.js";
import { day, percent } from "../format.js";
import { useWidth } from "../hooks.js";

const HEIGHT = 240;
const EDGE = { left: 44, right: 28, top: 14, bottom: 28 };

export function Rates({ series, names }) {
  const [ref, width] = useWidth();
  const top = scaleTop(Math.max(0, ...series.flatMap((point) => point.rates.map(Number))));
  const x = (at) => EDGE.left + (series.length < 2 ? 0.5 : at / (series.length - 1)) * (width - EDGE.left - EDGE.right);
  const y = (rate) => HEIGHT - EDGE.bottom - (rate / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const last = series.at(-1);
  const spoken = last ? names.map((name, at) => `${name} ${rateText(last.rates[at])}`).join(", ") : "no point yet";
  return html`
    <figure class="chart" ref=${ref}>
      <figcaption>Reply rate, cumulative</figcaption>
      <svg width=${width} height=${HEIGHT} role="img" aria-label=${`Cumulative reply rates, at the end: ${spoken}`}>
        ${[0, 0.5, 1].map(
          (share) => html`
            <line class="grid" x1=${EDGE.left} x2=${width - EDGE.right} y1=${y(top * share)} y2=${y(top * share)} />
            <text class="tick" x=${EDGE.left - 8} y=${y(top * share) + 4} text-anchor="end">${percent(top * share)}</text>
          `,
        )}
        ${dates(series).map(([at, anchor]) => html`<text class="tick" x=${x(at)} y=${HEIGHT - 8} text-anchor=${anchor}>${day(series[at].at)}</text>`)}
        ${names.map((name, at) => html`<${Line} name=${name} points=${pointsOf(series, at).map(([index, rate]) => [x(index), y(rate)])} />`)}
      </svg>
      <${Table} series=${series} names=${names} />
    </figure>
  `;
}

/** Return [day, rate] of the days on which a variant had anything sent. */
const pointsOf = (series, variant) => series.map(({ rates }, index) => [index, rates[variant]]).filter(([, rate]) => rate !== null);

const rateText = (rate) => (rate === null ? "–" : percent(rate));

/** Return the end of the axis: the next round figure, with a round half. */
function scaleTop(rate) {
  const steps = [0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.16, 0.2, 0.3, 0.5, 1];
  return steps.find((step) => step >= rate) ?? 1;
}

/** Return the first and the last point's place, with how their date stands. */
const dates = (series) => (series.length < 2 ? series.map((_, at) => [at, "middle"]) : [[0, "start"], [series.length - 1, "end"]]);

function Line({ name, points }) {
  if (!points.length) return null;
  const [x, y] = points.at(-1);
  return html`
    <g class=${`series series-${name}`}>
      <polyline points=${points.map((point) => point.join(",")).join(" ")} />
      <${Mark} name=${name} x=${x} y=${y} />
      <text x=${x + 9} y=${y + 4}>${name}</text>
    </g>
  `;
}

/** Draw a variant's shape: a circle, a square, a triangle. */
export function Mark({ name, x, y }) {
  if (name === "B") return html`<rect class="mark" x=${x - 4} y=${y - 4} width="8" height="8" />`;
  if (name === "C") return html`<path class="mark" d=${`M${x} ${y - 5}l5 9h-10z`} />`;
  return html`<circle class="mark" cx=${x} cy=${y} r="4.5" />`;
}

const Table = ({ series, names }) => html`
  <details class="fold">
    <summary>As a table</summary>
    <table class="table numbers">
      <thead><tr><th scope="col">Day</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${series.map(({ at, rates }) => html`<tr><th scope="row">${day(at)}</th>${rates.map((rate) => html`<td>${rateText(rate)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </details>
`;
