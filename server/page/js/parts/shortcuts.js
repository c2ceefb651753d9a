/** The list of single keys, and the switch that turns them off. */

import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { keysAreOn, onKeys, switchKeys } from "../keyboard.js";
import { navigate } from "../router.js";
import { Icon } from "./icon.js";

const KEYS = [
  ["/", "New campaign"],
  ["1 – 9", "Go to a step"],
  ["c", "Copy the step that has the focus"],
  ["Esc", "Stop the run"],
  ["?", "This list"],
];

/** Focus the address of a new campaign, wherever one is. */
function compose() {
  if (location.pathname === "/") document.getElementById("website").focus();
  else navigate("/"); // which focuses it
}

export function Shortcuts() {
  const dialog = useRef(null);
  const [on, setOn] = useState(keysAreOn);
  const show = () => dialog.current.showModal();
  useEffect(() => onKeys({ "/": compose, "?": show }), []);
  const change = (event) => (switchKeys(event.target.checked), setOn(event.target.checked));
  return html`
    <button type="button" class="quiet keys-button" onClick=${show} title="Keyboard short cuts"><${Icon} name="keyboard" label="Keyboard short cuts" /></button>
    <dialog ref=${dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keyboard</h2>
      <dl class="keys">${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
      <label class="check"><input type="checkbox" checked=${on} onChange=${change} />Single-key short cuts</label>
      <div class="dialog-actions"><button type="button" class="primary" onClick=${() => dialog.current.close()}>Close</button></div>
    </dialog>
  `;
}
