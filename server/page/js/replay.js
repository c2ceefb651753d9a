/** Tell recorded events again at a pace that can be read. */

const PACE = { "node.started": 350, "node.delta": 45, "node.finished": 250 }; // milliseconds before each

/** Yield the events one by one, each with the time at which it is told. */
export async function* paced(events) {
  for (const event of events) {
    await new Promise((resolve) => setTimeout(resolve, PACE[event.name] ?? 0));
    yield { ...event, at: Date.now() };
  }
}
