/** What the form holds, as the request that the service takes, and back. */

import { webAddress } from "./format.js";

export const BLANK = Object.freeze({
  website: "", name: "", description: "", facts: "",
  industries: "", company_sizes: "", geographies: "", personas: "", disqualifiers: "",
  sender_name: "", sender_title: "", sender_company: "", postal_address: "", opt_out: "",
  goal: "", preset: "", tone: "", language: "",
});

/** The form's field for each JSON Pointer that a problem may name; the longest that fits is taken. */
const POINTERS = [
  ["/website", "website"], ["/company/name", "name"], ["/company/facts", "facts"], ["/company", "description"],
  ["/icp/industries", "industries"], ["/icp/company_sizes", "company_sizes"], ["/icp/geographies", "geographies"],
  ["/icp/personas", "personas"], ["/icp", "disqualifiers"],
  ["/sender/name", "sender_name"], ["/sender/title", "sender_title"], ["/sender/company", "sender_company"],
  ["/sender/postal_address", "postal_address"], ["/sender", "opt_out"],
  ["/goal", "goal"], ["/tone", "tone"], ["/language", "language"],
];

/** Return the field that a pointer points into, or null where the form has none. */
export const fieldOf = (pointer) => POINTERS.find(([start]) => pointer === start || pointer.startsWith(`${start}/`))?.[1] ?? null;

/** Return the request; what was left empty is left out. */
export function toRequest(form) {
  const text = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.trim()]));
  return compact({
    website: webAddress(text.website),
    company: compact({ name: text.name, description: text.description, facts: lines(text.facts) }),
    icp: compact({
      industries: parts(text.industries),
      company_sizes: parts(text.company_sizes),
      geographies: parts(text.geographies),
      personas: lines(text.personas)?.map((title) => ({ title })),
      disqualifiers: lines(text.disqualifiers),
    }),
    sender: compact({
      name: text.sender_name,
      title: text.sender_title,
      company: text.sender_company,
      postal_address: text.postal_address,
      opt_out: text.opt_out,
    }),
    goal: text.goal,
    tone: compact({ preset: text.preset, description: text.tone }),
    language: text.language,
  }) ?? {};
}

/** Return the form that a request came from. */
export function toForm(request) {
  const { company, icp, sender, tone } = request;
  const voice = typeof tone === "string" ? { description: tone } : tone;
  const told = {
    website: request.website, name: company?.name, description: company?.description, facts: company?.facts?.join("\n"),
    industries: icp?.industries?.join(", "), company_sizes: icp?.company_sizes?.join(", "),
    geographies: icp?.geographies?.join(", "), personas: icp?.personas?.map((persona) => persona.title).join("\n"),
    disqualifiers: icp?.disqualifiers?.join("\n"),
    sender_name: sender?.name, sender_title: sender?.title, sender_company: sender?.company,
    postal_address: sender?.postal_address, opt_out: sender?.opt_out,
    goal: request.goal, preset: voice?.preset, tone: voice?.description, language: request.language,
  };
  return { ...BLANK, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)) };
}

const list = (text, separator) => text.split(separator).map((one) => one.trim()).filter(Boolean);
const lines = (text) => filled(list(text, "\n"));
const parts = (text) => filled(list(text, /[,\n]/));
const filled = (items) => (items.length ? items : undefined);

function compact(record) {
  const told = Object.entries(record).filter(([, value]) => value !== "" && value !== undefined);
  return told.length ? Object.fromEntries(told) : undefined;
}
