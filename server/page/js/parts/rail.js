/** The run at a glance: every step with its state, seconds and model calls, and what it all took. */

import { html, useEffect, useRef } from "../../vendor/preact-htm.js";
import { count, dollars, duration, number } from "../format.js";
import { useNow } from "../hooks.js";
import { shownSteps } from "../steps.js";
import { StateRing } from "./icon.js";

/** Show the steps; `elapsed` returns the run's milliseconds at a time. */
export function Rail({ run, elapsed }) {
  const now = useNow(run.status === "running" || run.status === "waiting");
  const steps = shownSteps(run);
  const done = steps.filter((step) => ["done", "kept"].includes(run.steps[step.id]?.state)).length;
  const strip = useRef(null);
  useEffect(() => {
    const item = strip.current.querySelector("[aria-current]");
    if (item && strip.current.scrollWidth > strip.current.clientWidth) {
      strip.current.scrollTo({ left: item.offsetLeft - 24 }); // on a narrow screen the rail is a strip
    }
  }, [run.current]);
  return html`
    <nav class="rail" aria-label="Steps of the run">
      <p class="rail-head"><span>Steps</span><span>${done} of ${steps.length}</span></p>
      <ol ref=${strip}>
        ${steps.map((step) => html`<${Item} step=${step} told=${run.steps[step.id]} current=${run.current === step.id} now=${now} />`)}
      </ol>
      <${Totals} run=${run} milliseconds=${elapsed(now)} />
    </nav>
  `;
}

function Item({ step, told, current, now }) {
  const state = told?.state ?? "waiting";
  return html`
    <li class=${`rail-item rail-${state}`}>
      <a href=${`#step-${step.id}`} aria-current=${current ? "step" : undefined}>
        <${StateRing} state=${state} />
        <span class="rail-name">${step.title}</span>
        ${told?.calls > 0 && html`<span class="rail-calls">${count(told.calls, "call")}</span>`}
        <span class="rail-time">${timeOf(told, now)}</span>
      </a>
    </li>
  `;
}

function timeOf(told, now) {
  if (told?.state === "running") return duration(told.milliseconds + Math.max(0, now - told.since));
  if (told?.state === "stopped") return "stopped";
  if (told?.state === "kept") return "kept";
  return told?.state ? duration(told.milliseconds) : "";
}

function Totals({ run, milliseconds }) {
  const steps = Object.values(run.steps);
  const sum = (name) => steps.reduce((total, step) => total + (step[name] ?? 0), 0);
  const usage = run.pack?.usage;
  const figures = [
    [milliseconds === null ? "–" : duration(milliseconds), "elapsed"],
    [number(usage?.calls ?? sum("calls")), "model calls"],
    [number(usage?.tokens ?? sum("tokens")), "tokens"],
    [usage?.cost == null ? "–" : dollars(usage.cost), "cost"],
  ];
  return html`
    <dl class="totals">
      ${figures.map(([value, name]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
  `;
}
