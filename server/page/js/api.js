/** Talk to the service; what it refuses becomes a Refused, what does not reach it an Unreachable. */

const KEY = "overture.key"; // of this tab only; never part of an address

export class Refused extends Error {
  /** Take the RFC 9457 problem document. */
  constructor(problem, status) {
    super(problem.detail ?? problem.title ?? `The service answered ${status}.`);
    this.problem = { status, code: "unknown", errors: [], ...problem, detail: this.message };
  }
}

export class Unreachable extends Error {}

let askForKey = null;

/** Name the function that asks the user for a key; it resolves to the key, or to null where none is given. */
export const onUnauthorized = (ask) => void (askForKey = ask);

/** Send a request and return the response; a 401 asks for a key and tries again. */
export async function call(method, path, { body, headers = {}, signal } = {}) {
  const response = await send(method, path, { body, headers, signal });
  if (response.ok || response.status === 304) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && askForKey) {
    const key = await askForKey(sessionStorage.getItem(KEY) ? "This key was not accepted." : "");
    if (key) {
      sessionStorage.setItem(KEY, key);
      return call(method, path, { body, headers, signal });
    }
  }
  throw new Refused(problem, response.status);
}

/** Send a request and return its answer read as JSON. */
export const json = async (method, path, options) => (await call(method, path, options)).json();

// The cache mode stays the default: "no-store" would send Cache-Control, which asks the service to write anew.
async function send(method, path, { body, headers, signal }) {
  const key = sessionStorage.getItem(KEY);
  const all = { Accept: "application/json", ...headers };
  if (key) all.Authorization = `Bearer ${key}`;
  if (body !== undefined) all["Content-Type"] = "application/json";
  try {
    return await fetch(path, { method, signal, headers: all, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable("The service cannot be reached.");
  }
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText };
  }
}
