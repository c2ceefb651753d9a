/** Whom to write to, and what every line of it rests on. */

import { html } from "../../vendor/preact-htm.js";
import { words } from "../format.js";
import { Icon } from "./icon.js";
import { PageLink } from "./words.js";

const SOURCES = { given: "Taken from your request.", inferred: "Inferred from the website: a hypothesis.", completed: "Yours, with what was missing inferred." };

const BASES = {
  given: "in your request",
  stated: "the site says so",
  implied: "follows from the site",
  unknown: "nothing supports it",
};

export function Profile({ icp }) {
  const rows = [
    ["Industries", icp.industries, "industries", icp.sectors.map((sector) => `NAICS ${sector.code} ${sector.title}`)],
    ["Company size", icp.company_sizes, "company_sizes", icp.size_bands.map((band) => `${band} employees`)],
    ["Geography", icp.geographies, "geographies", icp.countries.map(countryName)],
    ["Leave out", icp.disqualifiers, "disqualifiers", []],
  ];
  return html`
    <p class="caption">${SOURCES[icp.source]}</p>
    ${icp.breadth.too_broad && html`<p class="note note-warn"><${Icon} name="alert" />${icp.breadth.reason}</p>`}
    <dl class="rows">
      ${rows.map(
        ([name, values, field, derived]) => html`
          <div class="row">
            <dt>${name}</dt>
            <dd>
              ${values.length ? values.join(", ") : html`<span class="muted">not told</span>`}
              ${derived.length > 0 && html`<span class="derived">${derived.join(" · ")}</span>`}
            </dd>
            <dd class="proof"><${Proof} evidence=${evidenceOf(icp, field)} /></dd>
          </div>
        `,
      )}
    </dl>
    <div class="personas">
      ${icp.personas.map((persona, at) => html`<${Persona} persona=${persona} first=${at === 0} />`)}
    </div>
    <div class="basis-line"><span class="caption">That these are the readers:</span><${Proof} evidence=${evidenceOf(icp, "personas")} /></div>
  `;
}

const evidenceOf = (icp, field) => icp.evidence.find((one) => one.field === field);

/** Show what a field rests on; its quote opens on demand. */
function Proof({ evidence }) {
  if (!evidence) return null;
  const basis = html`<span class=${`basis basis-${evidence.basis}`}>${BASES[evidence.basis]}</span>`;
  if (!evidence.quote) return basis;
  return html`
    <details class="quote">
      <summary>${basis}</summary>
      <blockquote>${evidence.quote}</blockquote>
      <${PageLink} url=${evidence.page} />
    </details>
  `;
}

function Persona({ persona, first }) {
  const lists = ["pains", "goals", "triggers", "objections"].filter((name) => persona[name].length);
  return html`
    <article class=${`persona ${first ? "is-first" : ""}`}>
      <h3>${persona.title}<span class="tag">${persona.seniority}</span></h3>
      ${first && html`<p class="caption">The emails are written to this reader.</p>`}
      <dl>
        ${lists.map(
          (name) => html`<div><dt>${words(name)}</dt>${persona[name].map((text) => html`<dd>${text}</dd>`)}</div>`,
        )}
      </dl>
    </article>
  `;
}

const REGIONS = new Intl.DisplayNames("en", { type: "region" });

function countryName(code) {
  try {
    return REGIONS.of(code);
  } catch {
    return code; // no country that this browser knows
  }
}
