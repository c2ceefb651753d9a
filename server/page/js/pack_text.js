/** A pack as text: Markdown to read, CSV for a table, plain text to paste. */

import { csv } from "./csv.js";

/** Return both emails as one would paste them. */
export function plainText(pack) {
  const subjects = pack.subject_lines.map((line) => `- ${line.text}`).join("\n");
  const later = `${pack.follow_up.send_after_days} days later`;
  return [
    `Subject lines\n${subjects}`,
    `First email\n\n${pack.outreach.body}`,
    `Follow-up (${later}, ${pack.follow_up.subject})\n\n${pack.follow_up.body}`,
  ].join("\n\n---\n\n");
}

/** Return the pack as Markdown, claims and plan included. */
export function markdown(pack) {
  const { company, icp, quality, ab_test: test } = pack;
  const persona = icp.personas[0];
  return `${[
    `# Campaign for ${company.name}`,
    `Score ${quality.score} of 100, written by ${pack.model}, language ${pack.language}.`,
    "## Customer profile",
    list([
      ["Industries", icp.industries.join(", ")],
      ["Company sizes", icp.company_sizes.join(", ")],
      ["Geographies", icp.geographies.join(", ")],
      ["Written to", persona?.title],
      ["Leave out", icp.disqualifiers.join(", ")],
    ]),
    "## Subject lines",
    pack.subject_lines.map((line) => `- ${line.text} (${line.angle}, ${line.score ?? "no score"})`).join("\n"),
    "## Outreach email",
    quoted(pack.outreach.body),
    `## Follow-up, ${pack.follow_up.send_after_days} days later`,
    `Subject: ${pack.follow_up.subject}`,
    quoted(pack.follow_up.body),
    "## Claims",
    pack.claims.map((claim) => `- ${claim.sentence}\n  - “${claim.quote}” (${claim.page})`).join("\n"),
    "## A/B test",
    test.hypothesis,
    test.variants.map((variant) => `- ${variant.name}: ${variant.subject_line}`).join("\n"),
    `${test.sample_size_per_variant} emails per subject line, ${test.total_sample_size} in all.`,
    test.can_tell,
    test.cannot_tell,
  ].join("\n\n")}\n`;
}

/** Return one row per subject line, with both emails: what an import into a sending tool takes. */
export function packCsv(pack) {
  const head = ["variant", "angle", "subject", "body", "follow_up_subject", "follow_up_body", "follow_up_after_days"];
  const rows = pack.subject_lines.map((line, at) => [
    String.fromCharCode(65 + at),
    line.angle,
    line.text,
    pack.outreach.body,
    `Re: ${line.text}`,
    pack.follow_up.body,
    pack.follow_up.send_after_days,
  ]);
  return csv([head, ...rows]);
}

/** Return the name for a file of this pack. */
export const fileName = (pack, ending) => `${pack.company.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}-campaign.${ending}`;

const list = (pairs) => pairs.filter(([, text]) => text).map(([name, text]) => `- ${name}: ${text}`).join("\n");

const quoted = (text) => text.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
