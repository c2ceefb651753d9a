/** Decide an experiment by hand; whoever does says why. */

import { html, useState } from "../../vendor/preact-htm.js";
import { WorkButton } from "./button.js";
import { Field } from "./field.js";

export function Declare({ experiment, onDeclare }) {
  const names = experiment.variants.map((variant) => variant.name);
  const [form, setForm] = useState({ variant: names[0], reason: "" });
  const [problem, setProblem] = useState("");
  const set = (name, value) => (setProblem(""), setForm((old) => ({ ...old, [name]: value })));
  const declare = async () => {
    if (!form.reason.trim()) return setProblem("Say why; the reason is kept with the decision.");
    return onDeclare({ variant: form.variant, reason: form.reason.trim() });
  };
  return html`
    <details class="card fold declare">
      <summary>Declare a winner by hand</summary>
      <div class="declare-form">
        <${Field} name="variant" label="Variant" options=${names.map((name) => [name, name])} value=${form.variant} onInput=${set} />
        <${Field} name="reason" label="Reason" placeholder="the list is used up" value=${form.reason} problem=${problem} onInput=${set} />
        <${WorkButton} kind="primary" work=${declare}>Declare<//>
      </div>
    </details>
  `;
}
