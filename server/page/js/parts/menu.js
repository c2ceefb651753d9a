/** A button that opens a short list of actions. */

import { html, useEffect, useRef } from "../../vendor/preact-htm.js";
import { Icon } from "./icon.js";

/** Show the actions, [{label, act, kind}]; Escape, a choice or a click elsewhere closes them. */
export function Menu({ label, icon, actions }) {
  const ref = useRef(null);
  useEffect(() => {
    const menu = ref.current;
    const close = (event) => menu.contains(event.target) || menu.removeAttribute("open");
    addEventListener("click", close);
    return () => removeEventListener("click", close);
  }, []);
  const shut = () => {
    ref.current.removeAttribute("open");
    ref.current.querySelector("summary").focus();
  };
  const key = (event) => {
    if (event.key !== "Escape" || !ref.current.open) return;
    event.stopPropagation();
    shut();
  };
  return html`
    <details class="menu" ref=${ref} onKeyDown=${key}>
      <summary class="button plain">${icon && html`<${Icon} name=${icon} />`}${label}<${Icon} name="chevron" /></summary>
      <ul>
        ${actions.map(
          ({ label: name, act, kind }) => html`
            <li><button type="button" class=${kind ?? ""} onClick=${() => (shut(), act())}>${name}</button></li>
          `,
        )}
      </ul>
    </details>
  `;
}
