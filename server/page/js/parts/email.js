/** An email as its reader gets it, with the page behind every claim beside it. */

import { html, useState } from "../../vendor/preact-htm.js";
import { Body, PageLink, Words } from "./words.js";

/** Show one email; `part` is outreach or follow_up. */
export function Email({ part, body, subject, when, claims, quality }) {
  const [active, setActive] = useState(null);
  const own = claims.filter((claim) => claim.part === part);
  const length = quality?.[part].checks.find((check) => check.name === "length")?.detail;
  return html`
    <div class=${`mail ${own.length ? "has-notes" : ""}`}>
      <article class="paper">
        <dl class="envelope">
          <div><dt>Subject</dt><dd><${Words} text=${subject} /></dd></div>
          ${when && html`<div><dt>Sent</dt><dd>${when}</dd></div>`}
        </dl>
        <div class="letter">
          <${Body} text=${body} claims=${own} active=${active} onActive=${setActive} notes=${`note-${part}`} />
        </div>
        ${length && html`<p class="paper-foot">${length}</p>`}
      </article>
      ${own.length > 0 && html`<${Notes} part=${part} claims=${own} active=${active} onActive=${setActive} />`}
    </div>
  `;
}

function Notes({ part, claims, active, onActive }) {
  return html`
    <div class="notes">
      <ol>
        ${claims.map(
          (claim, at) => html`
            <li
              id=${`note-${part}-${at}`}
              class=${active === at ? "is-active" : ""}
              onMouseEnter=${() => onActive(at)}
              onMouseLeave=${() => onActive(null)}
            >
              <span class="note-number" aria-hidden="true">${at + 1}</span>
              <blockquote>${claim.quote}</blockquote>
              <${PageLink} url=${claim.page} />
            </li>
          `,
        )}
      </ol>
    </div>
  `;
}
