/** Every sentence about the seller, with the page and the words that support it. */

import { html } from "../../vendor/preact-htm.js";
import { count } from "../format.js";
import { PageLink, Words } from "./words.js";

const PARTS = { subject_lines: "subject line", outreach: "outreach", follow_up: "follow-up" };

export function Claims({ claims, warnings }) {
  if (!claims.length) return html`<p class="muted">These emails claim nothing about the company.</p>`;
  return html`
    <p class="caption">${count(claims.length, "claim")}, each found on its page word for word by code, not by a model.</p>
    <details class="fold">
      <summary>All claims with their quotes</summary>
      <table class="table claims">
      <thead>
        <tr><th scope="col">In the emails</th><th scope="col">On the site</th></tr>
      </thead>
      <tbody>
        ${claims.map(
          (claim) => html`
            <tr>
              <td><${Words} text=${claim.sentence} /><span class="tag">${PARTS[claim.part]}</span></td>
              <td><blockquote>${claim.quote}</blockquote><${PageLink} url=${claim.page} whole /></td>
            </tr>
          `,
        )}
      </tbody>
      </table>
    </details>
    ${warnings.length > 0 && html`<ul class="remarks">${warnings.map((text) => html`<li>${text}</li>`)}</ul>`}
  `;
}
