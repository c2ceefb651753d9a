/** Text of sites and models, always as text: merge fields as chips, claims with their number. */

import { html } from "../../vendor/preact-htm.js";
import { host, pagePath, safeLink } from "../format.js";
import { claimsOf, fieldsOf } from "../segments.js";
import { Icon } from "./icon.js";

/** Show a text with its merge fields as chips. */
export const Words = ({ text }) =>
  fieldsOf(text).map((piece) => (piece.field ? html`<span class="field">${piece.text}</span>` : piece.text));

/** Show an email's body; a claim can be pointed at or focused, and tells which one is. */
export function Body({ text, claims, active, onActive, notes }) {
  return claimsOf(text, claims).map(({ text: piece, claim }) =>
    claim === null
      ? html`<${Words} text=${piece} />`
      : html`
          <span
            class=${`claim ${active === claim ? "is-active" : ""}`}
            tabindex="0"
            aria-describedby=${`${notes}-${claim}`}
            onMouseEnter=${() => onActive(claim)}
            onMouseLeave=${() => onActive(null)}
            onFocus=${() => onActive(claim)}
            onBlur=${() => onActive(null)}
            ><${Words} text=${piece} /><sup aria-hidden="true">${claim + 1}</sup></span
          >
        `,
  );
}

/** Name the page that something was read on, as a link where it is one of the web. */
export function PageLink({ url, whole = false }) {
  const link = safeLink(url);
  const name = whole ? `${host(url)}, ${pagePath(url)}` : pagePath(url);
  if (!link) return html`<span class="page-link">${pagePath(url)}</span>`;
  return html`
    <a class="page-link" href=${link} target="_blank" rel="noopener noreferrer"
      >${name}<${Icon} name="external" /><span class="unseen"> (opens the page)</span></a
    >
  `;
}
