/** What may be said beside the company: the reader, the sender, the goal, the tone. */

import { html } from "../../vendor/preact-htm.js";
import { Choice } from "./choice.js";
import { Field } from "./field.js";

export const DETAIL_FIELDS = [
  "industries", "company_sizes", "geographies", "personas", "disqualifiers",
  "sender_name", "sender_title", "sender_company", "postal_address", "opt_out",
  "goal", "preset", "tone", "language",
];

const PRESETS = [["", "As the reader likes it"], ["direct", "Direct"], ["warm", "Warm"], ["formal", "Formal"], ["technical", "Technical"], ["executive", "Executive"]];
const LANGUAGES = [["", "The site’s own"], ["en", "English"], ["de", "German"], ["fr", "French"], ["es", "Spanish"], ["it", "Italian"]];

/** Show the fields; `told` gives each its value, problem and handler. */
export function Details({ told, preset, onPreset }) {
  return html`
    <h2 class="group">Goal and tone</h2>
    <${Field} name="goal" label="What a reply should lead to" placeholder="a trial of the reporting module" ...${told("goal")} />
    <${Choice} name="Tone" options=${PRESETS} value=${preset} onChange=${onPreset} />
    <div class="pair">
      <${Field} name="tone" label="Tone in your words" placeholder="dry, like an engineer" ...${told("tone")} />
      <${Field} name="language" label="Language of the emails" options=${LANGUAGES} ...${told("language")} />
    </div>
    <h2 class="group">Reader <span class="hint">what you leave out is inferred from the site</span></h2>
    <div class="pair">
      <${Field} name="personas" label="Job titles" hint="one per line, the first is written to" rows="2" ...${told("personas")} />
      <${Field} name="industries" label="Industries" hint="separated by commas" rows="2" ...${told("industries")} />
      <${Field} name="company_sizes" label="Company sizes" placeholder="51-200 employees" ...${told("company_sizes")} />
      <${Field} name="geographies" label="Countries or regions" ...${told("geographies")} />
    </div>
    <${Field} name="disqualifiers" label="Whom to leave out" ...${told("disqualifiers")} />
    <h2 class="group">Sender</h2>
    <div class="pair">
      <${Field} name="sender_name" label="Name" hint="otherwise a merge field" ...${told("sender_name")} />
      <${Field} name="sender_title" label="Title" ...${told("sender_title")} />
      <${Field} name="sender_company" label="Company" ...${told("sender_company")} />
      <${Field} name="postal_address" label="Postal address" hint="CAN-SPAM asks for one" ...${told("postal_address")} />
    </div>
    <${Field} name="opt_out" label="A way out" placeholder="Not relevant? A short no is enough." ...${told("opt_out")} />
  `;
}
