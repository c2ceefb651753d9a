/** Single keys as short cuts; they rest while something is typed, and can be switched off. */

const OFF = "overture.keys.off";

export const keysAreOn = () => localStorage.getItem(OFF) === null;

/** Switch the short cuts on or off for this browser. */
export const switchKeys = (on) => (on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));

/** Call what `keys` has for a pressed key, false from which leaves the key to others; return how to stop that. */
export function onKeys(keys) {
  const listen = (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!keysAreOn() || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (act() !== false) event.preventDefault();
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}

const isTyping = (element) => element.matches?.("input:not([type=radio]), textarea, select, [contenteditable]");
