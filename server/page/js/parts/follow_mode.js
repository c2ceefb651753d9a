/** Keep the step that is being written in view, until the reader scrolls away. */

import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { Icon } from "./icon.js";

const SCROLLING_KEYS = ["PageUp", "PageDown", "ArrowUp", "ArrowDown", "Home", "End"];

export function FollowMode({ run }) {
  const [follows, setFollows] = useState(true);
  const live = run.status === "running";
  useEffect(() => {
    if (!live) return undefined;
    const leave = (event) => (event.type !== "keydown" || SCROLLING_KEYS.includes(event.key)) && setFollows(false);
    const kinds = ["wheel", "touchmove", "keydown"];
    kinds.forEach((kind) => addEventListener(kind, leave, { passive: true }));
    return () => kinds.forEach((kind) => removeEventListener(kind, leave));
  }, [live]);
  useEffect(() => {
    if (live && follows && run.current) show(run.current, pace());
    if (run.status === "finished" && follows) scrollTo({ top: 0, behavior: pace() });
  }, [run.current, run.status, follows]);
  useEffect(() => {
    if (live && follows && run.current) show(run.current, "auto"); // text that grows out of view
  }, [run.seen]);
  if (!live || follows) return null;
  return html`
    <button type="button" class="jump" onClick=${() => setFollows(true)}><${Icon} name="chevron" />Jump to the live step</button>
  `;
}

/** Scroll to a step's card, if it is not in view as a whole. */
function show(id, behavior) {
  const card = document.getElementById(`step-${id}`);
  if (card && card.getBoundingClientRect().bottom > innerHeight - 80) card.scrollIntoView({ block: "start", behavior });
}

const pace = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
