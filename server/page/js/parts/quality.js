/** The score, what to mend, the parts beside what they were, and every check with its source. */

import { html } from "../../vendor/preact-htm.js";
import { sentence, words } from "../format.js";
import { Icon } from "./icon.js";
import { band, Bar } from "./subjects.js";

const PARTS = [["subject_lines", "Subject lines"], ["outreach", "Outreach email"], ["follow_up", "Follow-up"]];
const WEIGHT = { gate: 0, major: 1, minor: 2 };
const SIGNS = { pass: ["check", "passed"], half: ["half", "half met"], fail: ["cross", "not met"] };

export function Quality({ quality, rounds }) {
  const flags = PARTS.flatMap(([part, name]) => quality[part].checks.filter((check) => check.verdict !== "pass").map((check) => ({ ...check, part: name })));
  flags.sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
  const first = rounds.length > 1 ? rounds[0] : null;
  return html`
    <div class="quality">
      <div class="quality-score">
        <p class=${`figure figure-${band(quality.score, quality.passed)}`}>${quality.score}<span>of 100</span></p>
        <p>${quality.passed ? "Every part passes." : "Not every part passes."} The pack counts as its weakest part.</p>
        ${quality.rounds.length > 1 && html`<${Rounds} scores=${quality.rounds} best=${quality.score} />`}
      </div>
      <div class="quality-bars">
        ${PARTS.map(
          ([part, name]) => html`
            <div class="quality-bar">
              <span>${name}</span><${Bar}
                value=${quality[part].score} passed=${quality[part].passed} before=${first?.[part].score ?? null} name=${name}
              />
            </div>
          `,
        )}
        ${first && html`<p class="caption">The mark is the score of the first round.</p>`}
      </div>
    </div>
    ${flags.length > 0
      ? html`<ul class="flags">${flags.map((flag) => html`<${Flag} flag=${flag} />`)}</ul>`
      : html`<p class="note note-good"><${Icon} name="check" />Nothing to mend.</p>`}
    ${quality.judgement && html`<${Judgement} judgement=${quality.judgement} />`}
    <div class="folds">
      ${PARTS.map(([part, name]) => html`<${Checks} name=${name} checks=${quality[part].checks} />`)}
    </div>
    <p class="caption">Scores measure adherence to a craft, part by part. None of them predicts replies.</p>
  `;
}

/** Show how the score moved from round to round; the best one is delivered. */
function Rounds({ scores, best }) {
  const at = scores.indexOf(best);
  return html`
    <ol class="rounds" aria-label="Score of each round of writing">
      ${scores.map((score, index) => html`<li class=${index === at ? "is-best" : ""}><span>Round ${index + 1}</span>${score}${index === at && html`<span>kept</span>`}</li>`)}
    </ol>
  `;
}

function Flag({ flag }) {
  return html`
    <li class=${`flag flag-${flag.severity}`}>
      <${Icon} name="alert" />
      <div>
        <p><strong>${flag.part}, ${words(flag.name).toLowerCase()}</strong><span class="tag">${flag.severity}</span></p>
        <p>${sentence(flag.detail)}</p>
        <p class="caption">${flag.source}</p>
      </div>
    </li>
  `;
}

function Checks({ name, checks }) {
  const passed = checks.filter((check) => check.verdict === "pass").length;
  return html`
    <details class="fold">
      <summary>${name}: ${passed} of ${checks.length} checks passed</summary>
      <table class="table checks">
        <thead><tr><th scope="col">Check</th><th scope="col">Found</th><th scope="col">Source</th></tr></thead>
        <tbody>
          ${checks.map(
            (check) => html`
              <tr class=${`check-${check.verdict}`}>
                <th scope="row"><span class="check-name"><${Icon} name=${SIGNS[check.verdict][0]} label=${SIGNS[check.verdict][1]} />${words(check.name)}</span></th>
                <td>${sentence(check.detail)}</td>
                <td class="muted">${check.source}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </details>
  `;
}

function Judgement({ judgement }) {
  return html`
    <details class="fold">
      <summary>What ${judgement.model} thinks as a critic</summary>
      <ul class="opinions">
        ${judgement.opinions.map(
          (opinion) => html`
            <li>
              <p><strong>${words(opinion.part)}, ${opinion.aspect}</strong>: ${opinion.score} of 5</p>
              <p>${opinion.reason}</p>
              <blockquote>${opinion.quote}</blockquote>
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}
