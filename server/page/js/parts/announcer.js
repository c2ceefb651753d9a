/** The one place that speaks of a run's progress. */

import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { changesToSay } from "../announce.js";

export function Announcer({ run }) {
  const before = useRef(run);
  const [text, setText] = useState("");
  useEffect(() => {
    const said = changesToSay(before.current, run);
    before.current = run;
    if (said.length) setText(said.join(" "));
  }, [run]);
  return html`<p class="unseen" role="status" data-announcer>${text}</p>`;
}
