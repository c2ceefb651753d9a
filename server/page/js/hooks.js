/** What views share of time and state. */

import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "../vendor/preact-htm.js";

/** Show a store's state, anew whenever it changes. */
export function useStore(store) {
  const [, poke] = useReducer((times) => times + 1, 0);
  useEffect(() => {
    poke(); // what changed between the first render and now was not heard
    return store.subscribe(poke);
  }, [store]);
  return store.state;
}

/** Return the time, ten times a second as long as `runs` holds. */
export function useNow(runs) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}

/** Return a ref and the width of the element that has it; charts are drawn in its real pixels. */
export function useWidth(initial = 600) {
  const ref = useRef(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(200, Math.floor(entry.contentRect.width))));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** Name the document after what it shows. */
export function useTitle(title) {
  useEffect(() => void (document.title = title ? `${title} · Overture` : "Overture"), [title]);
}
