/** The finished pack: its score, and everything that can be done with it. */

import { html } from "../../vendor/preact-htm.js";
import { call, json } from "../api.js";
import { keepDraft } from "../draft.js";
import { saveResponse, saveText } from "../download.js";
import { words } from "../format.js";
import { fileName, markdown, packCsv, plainText } from "../pack_text.js";
import { toForm } from "../request.js";
import { navigate } from "../router.js";
import { forget } from "../runs.js";
import { CopyButton, WorkButton } from "./button.js";
import { Menu } from "./menu.js";
import { band } from "./subjects.js";

const CIRCUMFERENCE = 2 * Math.PI * 26;

export function PackBar({ pack, request, features, onReplay }) {
  const { score, passed } = pack.quality;
  return html`
    <section class="pack-bar" aria-labelledby="pack-title">
      <svg class=${`dial dial-${band(score, passed)}`} viewBox="0 0 60 60" role="img" aria-label=${`Score ${score} of 100`}>
        <circle cx="30" cy="30" r="26" />
        <circle class="dial-arc" cx="30" cy="30" r="26" stroke-dasharray=${`${(score / 100) * CIRCUMFERENCE} ${CIRCUMFERENCE}`} />
        <text x="30" y="35.5">${score}</text>
      </svg>
      <div class="pack-words">
        <h2 id="pack-title">${headline(pack)}</h2>
        <${Fields} placeholders=${pack.placeholders} />
      </div>
      <div class="pack-actions">
        <${CopyButton} text=${plainText(pack)} what="the subject lines and both emails" label="Copy all" />
        <${Menu} label="Download" icon="download" actions=${downloads(pack, features)} />
        ${features.experiments && html`<${WorkButton} kind="primary" busy="Creating…" work=${() => experiment(pack)}>Start experiment<//>`}
        <${Menu} label="More" actions=${more(pack, request, features, onReplay)} />
      </div>
    </section>
  `;
}

function headline({ quality }) {
  const flags = [quality.subject_lines, quality.outreach, quality.follow_up].flatMap((part) => part.checks).filter((check) => check.verdict !== "pass");
  if (!quality.passed) return "Needs a hand before it is sent";
  return flags.length ? `Ready, with ${flags.length === 1 ? "one thing" : `${flags.length} things`} to look at` : "Ready to send";
}

/** Show what the sending platform has to fill. */
function Fields({ placeholders }) {
  if (!placeholders.length) return html`<p class="caption">No merge field to fill.</p>`;
  return html`
    <p class="caption fields">
      Your platform fills
      ${placeholders.map(({ name, description, fallback }) => html`
        <span class="field" title=${fallback ? `${description}; without one: “${fallback}”` : description}>${`{{${name}}}`}</span>
      `)}
    </p>
  `;
}

function downloads(pack, { platforms }) {
  const path = `/v1/campaigns/email/${encodeURIComponent(pack.id)}/export`;
  const exported = (platform) => call("GET", `${path}?platform=${platform}`, { headers: { Accept: "*/*" } });
  return [
    { label: "Markdown", act: () => saveText(fileName(pack, "md"), markdown(pack), "text/markdown") },
    { label: "JSON", act: () => saveText(fileName(pack, "json"), JSON.stringify(pack, null, 2), "application/json") },
    { label: "CSV", act: () => saveText(fileName(pack, "csv"), packCsv(pack), "text/csv") },
    ...platforms.map((platform) => ({
      label: `For ${words(platform)}`,
      act: async () => saveResponse(await exported(platform), fileName(pack, platform)),
    })),
  ];
}

function more(pack, request, features, onReplay) {
  const edit = request && { label: "Edit and run again", act: () => (keepDraft(toForm(request)), navigate("/")) };
  const remove = features.remove && { label: "Delete", kind: "danger", act: () => confirm("Delete this campaign for good?") && erase(pack.id) };
  const replay = onReplay && { label: "Replay the run", act: onReplay };
  return [edit, replay, { label: "Print", act: () => print() }, remove].filter(Boolean);
}

/** Delete a campaign, if it is still as it was read a moment ago. */
async function erase(id) {
  const path = `/v1/campaigns/email/${encodeURIComponent(id)}`;
  const etag = (await call("GET", path)).headers.get("etag");
  await call("DELETE", path, { headers: etag ? { "If-Match": etag } : {} });
  forget(id);
  navigate("/campaigns");
}

async function experiment(pack) {
  const name = `${pack.company.name}: subject lines`;
  const made = await json("POST", "/v1/experiments", { body: { name, campaign: pack.id } });
  navigate(`/experiments/${encodeURIComponent(made.id)}`);
}
