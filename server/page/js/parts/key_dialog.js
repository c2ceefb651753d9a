/** Ask for the key of a service that wants one. */

import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { onUnauthorized } from "../api.js";
import { Field } from "./field.js";

export function KeyDialog() {
  const dialog = useRef(null);
  const answer = useRef(() => {});
  const [form, setForm] = useState({ key: "", problem: "" });
  useEffect(() => {
    let asked = null; // several requests may be refused at once: all wait for one answer
    onUnauthorized((problem) => {
      asked ??= new Promise((resolve) => {
        answer.current = (key) => ((asked = null), resolve(key));
        setForm({ key: "", problem });
        dialog.current.showModal();
      });
      return asked;
    });
  }, []);
  const give = (key) => {
    answer.current(key);
    dialog.current.close();
  };
  const submit = (event) => (event.preventDefault(), give(form.key.trim() || null));
  return html`
    <dialog ref=${dialog} aria-labelledby="key-title" onCancel=${() => give(null)}>
      <form onSubmit=${submit}>
        <h2 id="key-title">This service asks for a key</h2>
        <p class="caption">It is kept until this tab is closed and sent to this service only.</p>
        <${Field} name="key" label="Key" type="password" value=${form.key} problem=${form.problem} onInput=${(_, key) => setForm({ ...form, key })} />
        <div class="dialog-actions">
          <button type="button" class="plain" onClick=${() => give(null)}>Cancel</button>
          <button type="submit" class="primary">Use this key</button>
        </div>
      </form>
    </dialog>
  `;
}
