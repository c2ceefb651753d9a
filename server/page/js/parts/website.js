/** What was read: the pages, what the company is, and the facts with their quotes. */

import { html } from "../../vendor/preact-htm.js";
import { count, host, words } from "../format.js";
import { PageLink } from "./words.js";

export function Website({ company }) {
  const strongest = [...company.facts].sort((one, other) => other.weight - one.weight);
  return html`
    <p class="lead">
      <strong>${company.name}</strong>${company.sells && html`<span class="lead-rest">: ${lowerFirst(company.sells, company)}</span>`}
    </p>
    ${company.pages.length > 0 &&
    html`
      <p class="caption">${count(company.pages.length, "page")} read on ${host(company.website)}</p>
      <ul class="chips">
        ${company.pages.map(
          (page) => html`<li class="chip"><${PageLink} url=${page.url} /><span class="chip-more">${count(page.words, "word")}</span></li>`,
        )}
      </ul>
    `}
    <details class="fold">
      <summary>${count(company.facts.length, "fact")}, each with its quote</summary>
      <${Facts} facts=${strongest} />
    </details>
  `;
}

/** What it sells is told after a colon, in the company's own spelling where the language needs it. */
const lowerFirst = (text, company) => (company.language === "de" ? text : text.charAt(0).toLowerCase() + text.slice(1));

function Facts({ facts }) {
  return html`
    <ol class="facts">
      ${facts.map(
        (fact) => html`
          <li>
            <span class="tag">${words(fact.kind)}</span>
            <div>
              <p>${fact.text}</p>
              ${fact.quote !== fact.text && html`<blockquote>${fact.quote}</blockquote>`}
              <${PageLink} url=${fact.page} />
            </div>
          </li>
        `,
      )}
    </ol>
  `;
}
