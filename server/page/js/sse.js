/** Read Server-Sent Events from a fetched body; EventSource can send neither a body nor a key. */

/** Return a function that takes pieces of text and returns the events that they complete, as WHATWG HTML 9.2.6 has it. */
export function createParser() {
  let rest = "";
  let event = { id: null, name: "message", data: [] };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/); // a CR at the end may be half of a CRLF
    rest = lines.pop();
    const events = [];
    for (const line of lines) {
      if (line !== "") read(event, line);
      else {
        if (event.data.length) events.push({ ...event, data: event.data.join("\n") });
        event = { id: null, name: "message", data: [] };
      }
    }
    return events;
  };
}

function read(event, line) {
  const at = line.indexOf(":");
  if (at === 0) return; // a comment
  const name = at < 0 ? line : line.slice(0, at);
  const value = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
  if (name === "id") event.id = value;
  else if (name === "event") event.name = value;
  else if (name === "data") event.data.push(value);
}

/** Yield lists of events as they come: {id, name, data}, with data read as JSON. */
export async function* readEvents(body) {
  const parse = createParser();
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = parse(value);
    if (events.length) yield events.map((event) => ({ ...event, id: Number(event.id), data: JSON.parse(event.data) }));
  }
}
