/** The form that makes a campaign: an address or a text, and folded, everything that may be said beside it. */

import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { json, Refused } from "../api.js";
import { draft, keepDraft } from "../draft.js";
import { useTitle } from "../hooks.js";
import { BLANK, fieldOf, toRequest } from "../request.js";
import { navigate } from "../router.js";
import { RunStore } from "../run_store.js";
import { keep } from "../runs.js";
import { STEPS } from "../steps.js";
import { Details, DETAIL_FIELDS } from "./details.js";
import { Field } from "./field.js";
import { Icon } from "./icon.js";
import { isOfWebsite } from "./problem.js";
import { Recent } from "./recent.js";

export function Compose({ features }) {
  useTitle("");
  const [form, setForm] = useState(draft());
  const [state, setState] = useState({ starts: false, problems: {}, refusal: null });
  const box = useRef(null);
  const set = (name, value) => setForm(keepDraft({ ...draft(), [name]: value }));
  const submit = async (event) => {
    event?.preventDefault();
    setState({ starts: true, problems: {}, refusal: null });
    try {
      await begin(features, toRequest(draft()));
    } catch (error) {
      setState({ starts: false, ...problemsOf(error) });
    }
  };
  useEffect(() => box.current.querySelector("[aria-invalid]")?.focus(), [state.problems]);
  const field = { onInput: set };
  const told = (name) => ({ ...field, value: form[name], problem: state.problems[name] });
  return html`
    <div class="compose">
      <header class="hero">
        <h1 tabindex="-1">From a website to a campaign you can stand behind</h1>
        <p>A profile, three subject lines, two emails. Every claim with its page, every score with its reason.</p>
      </header>
      <form class="composer" ref=${box} onSubmit=${submit} novalidate aria-label="New campaign">
        <div class="composer-main">
          <${Field}
            name="website" label="Website of the company that sends" placeholder="company.com" inputmode="url" data-first spellcheck=${false}
            autocapitalize="none" ...${told("website")}
          />
          <button type="submit" class="primary large" disabled=${state.starts}>${state.starts ? "Starting…" : "Generate"}</button>
        </div>
        ${state.refusal && html`<p class="note note-bad" role="alert"><${Icon} name="alert" />${state.refusal}</p>`}
        <${Examples} onPick=${(website) => (set("website", website), submit())} disabled=${state.starts} />
        <${Fold} title="Paste text about the company" hint="for sites that cannot be read, or what they leave out" open=${opens(state.problems, ["description", "facts", "name"], form)}>
          <${Field} name="description" label="What it sells, and to whom" rows="6" ...${told("description")} />
          <div class="pair">
            <${Field} name="name" label="Company name" ...${told("name")} />
            <${Field} name="facts" label="Facts the emails may use" hint="one sentence per line" rows="3" ...${told("facts")} />
          </div>
        <//>
        <${Fold} title="Reader, sender, goal and tone" hint="all optional" open=${opens(state.problems, DETAIL_FIELDS, form)}>
          <${Details} told=${told} preset=${form.preset} onPreset=${(preset) => set("preset", preset)} />
        <//>
      </form>
      <${Recent} features=${features} />
      <${Way} />
    </div>
  `;
}

async function begin(features, request) {
  const store = new RunStore(features);
  const id = await store.start(request);
  keep(id, store);
  keepDraft(BLANK);
  navigate(`/campaigns/${encodeURIComponent(id)}`);
}

/** Return what a refusal says about fields, and the rest of it. */
function problemsOf(error) {
  const errors = error instanceof Refused ? error.problem.errors : [];
  const named = errors.map(({ pointer, detail }) => [fieldOf(pointer), detail]).filter(([name]) => name);
  const loose = errors.filter(({ pointer }) => !fieldOf(pointer)).map(({ detail }) => detail);
  if (!errors.length && isOfWebsite(error.problem)) named.push(["website", error.message]);
  const refusal = named.length || loose.length ? loose.join(" ") : error.message;
  return { problems: Object.fromEntries(named.reverse()), refusal: refusal || null }; // the first of a field counts
}

/** A fold must be open where something in it is wrong or already filled. */
const opens = (problems, names, form) => names.some((name) => problems[name] || form[name]);

function Fold({ title, hint, open, children }) {
  return html`
    <details class="composer-fold" open=${open || undefined}>
      <summary><${Icon} name="chevron" />${title}<span class="hint">${hint}</span></summary>
      <div class="composer-fields">${children}</div>
    </details>
  `;
}

function Examples({ onPick, disabled }) {
  const [examples, setExamples] = useState([]);
  useEffect(() => void json("GET", "/v1/examples").then((answer) => setExamples(answer.examples), () => {}), []);
  if (!examples.length) return null;
  return html`
    <div class="examples">
      <span class="caption">Or try one without internet:</span>
      ${examples.map(
        ({ website, name, description }) => html`
          <button type="button" class="example" title=${description} disabled=${disabled} onClick=${() => onPick(website)}>${name}</button>
        `,
      )}
    </div>
  `;
}

/** Show the way that a campaign takes. */
const Way = () => html`
  <section class="way" aria-labelledby="way-title">
    <h2 id="way-title">What happens then</h2>
    <ol>
      ${STEPS.filter((step) => !step.optional && !step.quiet).map((step) => html`<li><h3>${step.title}</h3><p>${step.doing}</p></li>`)}
    </ol>
  </section>
`;
