/** Three subject lines: angle, length, score, what each rests on, and where the A/B plan uses it. */

import { html } from "../../vendor/preact-htm.js";
import { CopyButton } from "./button.js";
import { PageLink, Words } from "./words.js";

const ANGLES = {
  problem: "names what hurts",
  outcome: "names what is different afterwards",
  proof: "leads with evidence",
};

export function Subjects({ lines, scores, test, claims }) {
  return html`
    <ol class="subjects">
      ${lines.map((line, at) => {
        const variant = test?.variants.find((one) => one.subject_line === line.text);
        const claim = claims.find((one) => one.part === "subject_lines" && one.sentence === line.text);
        const score = scores?.[at] ?? line.score;
        return html`
          <li class="subject">
            <div class="subject-text">
              <p><${Words} text=${line.text} />${variant && html`<${Variant} name=${variant.name} />`}</p>
              <p class="caption"><span class="tag">${line.angle}</span>${ANGLES[line.angle]} · ${line.text.length} characters</p>
              ${claim &&
              html`
                <details class="quote">
                  <summary>what it rests on</summary>
                  <blockquote>${claim.quote}</blockquote>
                  <${PageLink} url=${claim.page} />
                </details>
              `}
            </div>
            ${score != null && html`<${Bar} value=${score} name=${`Score of subject line ${at + 1}`} />`}
            <${CopyButton} text=${line.text} what=${`subject line ${at + 1}`} />
          </li>
        `;
      })}
    </ol>
  `;
}

/** Mark a variant of a test by letter, colour and shape. */
export const Variant = ({ name }) => html`<span class=${`variant variant-${name}`}><span class="unseen">variant </span>${name}</span>`;

/** Show a score from 0 to 100 as a bar and a number; `before` is marked where it differs. */
export function Bar({ value, before = null, name, passed = value >= PASSES }) {
  const moved = before !== null && before !== value;
  const spoken = moved ? `${name}: ${value} of 100, before ${before}` : `${name}: ${value} of 100`;
  return html`
    <span class=${`bar bar-${band(value, passed)}`} role="img" aria-label=${spoken}>
      <span class="bar-track">
        <span class="bar-fill" style=${{ width: `${value}%` }} />
        ${moved && html`<span class="bar-before" style=${{ left: `${before}%` }} />`}
      </span>
      <span class="bar-value">${value}</span>
    </span>
  `;
}

/** Where a score passes, unless the request says otherwise. */
const PASSES = 75;
/** What a major fault caps a part's score at. */
const FAULTY = 65;

/** Return the band of a score. */
export const band = (score, passed = score >= PASSES) => (passed ? "good" : score > FAULTY ? "fair" : "poor");
