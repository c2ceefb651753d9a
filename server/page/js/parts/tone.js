/** What fitting the tone did: before, the difference, after, and each change with its reason. */

import { html, useState } from "../../vendor/preact-htm.js";
import { sentence } from "../format.js";
import { Choice } from "./choice.js";
import { Words } from "./words.js";

const PARTS = [["outreach", "Outreach email"], ["follow_up", "Follow-up"]];
const VIEWS = [["before", "Before"], ["diff", "Difference"], ["after", "After"]];

export function Tone({ tone }) {
  const changed = PARTS.filter(([part]) => tone.before[part] !== tone.after[part]).map(([part]) => part);
  const [view, setView] = useState("diff");
  const [part, setPart] = useState(changed[0] ?? "outreach");
  return html`
    <p class="target"><span class="caption">Target</span> ${tone.target}</p>
    ${changed.length === 0
      ? html`<p class="muted">Both emails already sounded so; not a word was changed.</p>`
      : html`
          <div class="tools">
            <${Choice} name="Version" options=${VIEWS} value=${view} onChange=${setView} />
            <${Choice} name="Email" options=${PARTS} value=${part} onChange=${setPart} />
          </div>
          <div class="paper"><div class="letter"><${Version} tone=${tone} part=${part} view=${view} /></div></div>
          <${Changes} changes=${tone.changes.filter((change) => change.part === part)} />
        `}
  `;
}

function Version({ tone, part, view }) {
  const runs = tone.diff[part];
  if (view !== "diff" || !runs.length) return html`<${Words} text=${tone[view === "before" ? "before" : "after"][part]} />`;
  return runs.map(({ change, text }) => {
    if (change === "same") return html`<${Words} text=${text} />`;
    const spoken = html`<span class="unseen">${change}: </span>`;
    return change === "added"
      ? html`<ins>${spoken}<${Words} text=${text} /></ins>`
      : html`<del>${spoken}<${Words} text=${text} /></del>`;
  });
}

function Changes({ changes }) {
  if (!changes.length) return null;
  return html`
    <ul class="changes">
      ${changes.map(({ what, why }) => html`<li><span>${sentence(what)}</span><span class="muted">${why}</span></li>`)}
    </ul>
  `;
}
