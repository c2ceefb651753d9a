/** The structured view of what each step has made; null while there is nothing to structure. */

import { html } from "../../vendor/preact-htm.js";
import { count } from "../format.js";
import { Claims } from "./claims.js";
import { Email } from "./email.js";
import { Plan } from "./plan.js";
import { Profile } from "./profile.js";
import { Quality } from "./quality.js";
import { Subjects } from "./subjects.js";
import { Tone } from "./tone.js";
import { Website } from "./website.js";

const VIEWS = {
  website: ({ company }) => company && html`<${Website} company=${company} />`,
  profile: ({ icp }) => icp && html`<${Profile} icp=${icp} />`,
  subjects: ({ subject_lines: lines, quality, ab_test: test, claims = [] }) =>
    lines && html`<${Subjects} lines=${lines} scores=${quality?.subject_scores} test=${test} claims=${claims} />`,
  outreach: ({ outreach, subject_lines: lines, quality, claims = [] }) =>
    outreach && html`<${Email} part="outreach" body=${outreach.body} subject=${subjectOf(lines)} claims=${claims} quality=${quality} />`,
  follow_up: ({ follow_up: email, subject_lines: lines, quality, claims = [] }) =>
    email &&
    html`
      <${Email}
        part="follow_up" body=${email.body} subject=${email.subject ?? `Re: ${subjectOf(lines)}`} claims=${claims} quality=${quality}
        when=${email.send_after_days && `${count(email.send_after_days, "day")} after the first email, in the same thread`}
      />
    `,
  tone: ({ tone }) => tone && html`<${Tone} tone=${tone} />`,
  claims: ({ claims, warnings = [] }) => claims && html`<${Claims} claims=${claims} warnings=${warnings} />`,
  judge: () => html`<p class="muted">What it thinks stands beside the score.</p>`,
  quality: ({ quality }, rounds) => quality && html`<${Quality} quality=${quality} rounds=${rounds} />`,
  plan: ({ ab_test: test }) => test && html`<${Plan} test=${test} />`,
};

const subjectOf = (lines) => lines?.[0]?.text ?? "…";

/** Return the view of a step. */
export const viewOf = (step, run) => VIEWS[step.id]?.(run.made, run.rounds) ?? null;

const TEXTS = {
  subjects: ({ subject_lines: lines }) => lines?.map((line) => line.text).join("\n"),
  outreach: ({ outreach }) => outreach?.body,
  follow_up: ({ follow_up: email }) => email?.body,
};

/** Return what copying a step's card copies; undefined where there is nothing to paste. */
export const textOf = (id, run) => TEXTS[id]?.(run.made);

/** The part of the pack that a step writes, where it can be written anew. */
export const PART_OF = { subjects: "subject_lines", outreach: "outreach", follow_up: "follow_up" };
