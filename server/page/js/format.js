/** Figures, times and addresses as people read them. */

const NUMBER = new Intl.NumberFormat("en-US");

export const number = (value) => NUMBER.format(value);

/** Return a duration: 0.3 s, 12 s, 2 min 5 s. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds > 0 && seconds < 0.05) return "<0.1 s";
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Return a share as percent; `digits` after the point. */
export const percent = (share, digits = 1) => `${(share * 100).toFixed(digits)}%`;

/** Return a relative change with its sign. */
export const signedPercent = (share) => `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(0)}%`;

/** Return one or many of something. */
export const count = (amount, one, many = `${one}s`) => `${number(amount)} ${amount === 1 ? one : many}`;

/** Return dollars; small sums with the digits that make them something. */
export const dollars = (amount) => (amount === 0 ? "$0" : `$${amount < 0.01 ? amount.toFixed(4) : amount.toFixed(2)}`);

const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];

/** Return how long ago a time was; the date where that is over a week. */
export function ago(iso, now = Date.now()) {
  const seconds = (now - new Date(iso).getTime()) / 1000;
  if (seconds > 7 * 86400) return day(iso);
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? [];
  return unit ? RELATIVE.format(-Math.floor(seconds / size), unit) : "just now";
}

export const day = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

export const moment = (iso) => new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Return a page's address without what every page of the site shares. */
export function pagePath(url) {
  if (url.startsWith("request:")) return "your text";
  try {
    const { pathname } = new URL(url);
    return pathname === "/" ? "start page" : pathname;
  } catch {
    return url;
  }
}

export function host(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** Return an address that is safe to link to, or null: only the web's own schemes are. */
export const safeLink = (url) => (/^https?:\/\//i.test(url) ? url : null);

/** Return a name in code as words: `one_question` is “One question”. */
export const words = (name) => sentence(name.replaceAll("_", " "));

/** Return a text with its first letter large. */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Return the address that was typed, with the scheme that it may lack. */
export const webAddress = (typed) => (!typed || /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
