/** What went wrong, in words, and what can be done about it. */

import { html, useState } from "../../vendor/preact-htm.js";
import { toForm, toRequest } from "../request.js";
import { WorkButton } from "./button.js";
import { Field } from "./field.js";
import { Icon } from "./icon.js";

/** Show why a step or a run has failed; `onRetry` and `onSupply` are left out where they cannot help. */
export function Problem({ problem, request, onRetry, onSupply, retryLabel }) {
  const isThin = (problem.code === "insufficient_information" || isOfWebsite(problem)) && onSupply && request;
  return html`
    <div class="trouble">
      <p class="trouble-title"><${Icon} name="alert" />${problem.title ?? problem.detail}</p>
      ${problem.detail !== problem.title && html`<p>${problem.detail}</p>`}
      ${isThin
        ? html`<${Supply} problem=${problem} request=${request} onSupply=${onSupply} />`
        : html`
            ${problem.errors?.length > 0 && html`<ul class="remarks">${problem.errors.map((error) => html`<li>${error.detail}</li>`)}</ul>`}
            ${onRetry && html`<${WorkButton} work=${onRetry} busy="Retrying…">${retryLabel}<//>`}
          `}
      <p class="caption">${problem.code}</p>
    </div>
  `;
}

/** Return whether a problem is one of the website's address or answer: then text can stand in for it. */
export const isOfWebsite = (problem) => /^(url_|site_(?!too_long)|page_not_found)/.test(problem?.code ?? "");

/** Ask for what the website does not say, or for another address. */
function Supply({ problem, request, onSupply }) {
  const [form, setForm] = useState(toForm(request));
  const set = (name, value) => setForm((old) => ({ ...old, [name]: value }));
  const missing = (pointer) => problem.errors?.find((error) => error.pointer === pointer)?.detail;
  return html`
    <div class="supply">
      ${isOfWebsite(problem) && html`<${Field} name="website" label="Website" value=${form.website} onInput=${set} />`}
      <${Field} name="description" label="What it sells, and to whom" hint=${missing("/company/description")} rows="5" value=${form.description} onInput=${set} />
      <${Field} name="facts" label="Facts the emails may use, one per line" hint=${missing("/company/facts")} rows="4" value=${form.facts} onInput=${set} />
      <${WorkButton} kind="primary" busy="Starting…" work=${() => onSupply(toRequest(form))}>${isOfWebsite(problem) ? "Generate" : "Generate with this text"}<//>
    </div>
  `;
}
