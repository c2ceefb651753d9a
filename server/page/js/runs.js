/** The runs that this page has seen, so that a view that comes back joins the same line. */

import { RunStore } from "./run_store.js";

const runs = new Map();

/** Keep a run that was started here. */
export const keep = (id, store) => void runs.set(id, store);

/** Return the store of a campaign, opened if it is not yet. */
export function storeOf(id, features) {
  if (!runs.has(id)) {
    const store = new RunStore(features);
    runs.set(id, store);
    store.open(id);
  }
  return runs.get(id);
}

/** Let go of a campaign that no longer exists. */
export const forget = (id) => void runs.delete(id);
