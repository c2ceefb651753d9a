/** Which view an address stands for, and how to get from one to another without loading the page anew. */

const ROUTES = [
  [/^\/$/, "compose"],
  [/^\/campaigns$/, "campaigns"],
  [/^\/campaigns\/([^/]+)$/, "campaign"],
  [/^\/experiments$/, "experiments"],
  [/^\/experiments\/([^/]+)$/, "experiment"],
];

/** Return {view, id} of a path; an unknown one is the start. */
export function routeOf(path) {
  for (const [pattern, view] of ROUTES) {
    const found = pattern.exec(path);
    if (found) return { view, id: found[1] && decodeURIComponent(found[1]) };
  }
  return { view: "compose" };
}

const listeners = new Set();

/** Call a function whenever the address changes; return how to stop that. */
export function onRoute(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Go to another address of the page. */
export function navigate(path, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", path);
  scrollTo(0, 0);
  tell();
}

const tell = () => listeners.forEach((listener) => listener(routeOf(location.pathname)));

/** Follow links within the page, and the browser's back and forward. */
export function startRouting() {
  addEventListener("popstate", tell);
  addEventListener("click", (click) => {
    const link = click.target.closest?.("a[href]");
    const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    if (!link || !plain || link.target || link.origin !== location.origin || link.hash || link.hasAttribute("data-leaves")) return;
    click.preventDefault();
    navigate(link.pathname);
  });
}
