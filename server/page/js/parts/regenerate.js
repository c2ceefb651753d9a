/** Have one part written anew, with an instruction; the result is a campaign of its own. */

import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { WorkButton } from "./button.js";
import { Field } from "./field.js";

export function Regenerate({ name, onRegenerate, onClose }) {
  const [instruction, setInstruction] = useState("");
  const box = useRef(null);
  useEffect(() => box.current.querySelector("input").focus(), []);
  return html`
    <div class="regenerate" ref=${box}>
      <${Field}
        name=${`instruction-${name}`} label="What should be different?" placeholder="shorter, and ask about the trial"
        value=${instruction} onInput=${(_, value) => setInstruction(value)}
      />
      <${WorkButton} kind="primary" busy="Starting…" work=${() => onRegenerate(instruction.trim())}>Write anew<//>
      <button type="button" class="plain" onClick=${onClose}>Cancel</button>
    </div>
  `;
}
