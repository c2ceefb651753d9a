/** Buttons that say when they have done their work. */

import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { copyText } from "../clipboard.js";
import { Icon } from "./icon.js";

/** Copy a text; the button says so for a moment. `what` names the text to those who only hear. */
export function CopyButton({ text, what, label = "Copy" }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied && setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => copyText(text).then(() => setCopied(true));
  return html`
    <button type="button" class=${`quiet ${copied ? "is-done" : ""}`} onClick=${copy} data-copies>
      <${Icon} name=${copied ? "check" : "copy"} />${copied ? "Copied" : label}<span class="unseen"> ${what}</span>
    </button>
  `;
}

/** A button whose work takes a while or can be refused; the refusal stands beside it. */
export function WorkButton({ work, children, kind = "plain", busy = "Working…" }) {
  const [state, setState] = useState({ works: false, failed: "" });
  const run = async () => {
    setState({ works: true, failed: "" });
    try {
      await work();
      setState({ works: false, failed: "" });
    } catch (error) {
      setState({ works: false, failed: error.message });
    }
  };
  return html`
    <span class="work">
      <button type="button" class=${kind} disabled=${state.works} onClick=${run}>${state.works ? busy : children}</button>
      ${state.failed && html`<span class="refusal" role="alert">${state.failed}</span>`}
    </span>
  `;
}
