/** The steps of a run as the page tells them, in order; a step may be done by one of several nodes. */

export const STEPS = [
  { id: "website", nodes: ["read_website"], title: "Read website", doing: "Reading pages and collecting facts" },
  { id: "profile", nodes: ["infer_icp", "adopt_icp"], title: "Customer profile", doing: "Finding out who buys" },
  { id: "subjects", nodes: ["subject_lines"], title: "Subject lines", doing: "Writing three angles" },
  { id: "outreach", nodes: ["outreach"], title: "Outreach email", doing: "Writing the first email" },
  { id: "follow_up", nodes: ["follow_up"], title: "Follow-up", doing: "Writing the second email" },
  { id: "tone", nodes: ["calibrate_tone"], title: "Tone", doing: "Fitting the style to the reader" },
  { id: "claims", nodes: ["ground_claims"], title: "Claims", doing: "Holding every sentence against its page" },
  { id: "judge", nodes: ["judge"], title: "Judge", doing: "Reading as a critic would", optional: true },
  { id: "quality", nodes: ["score_quality"], title: "Quality", doing: "Scoring against the rubric" },
  { id: "plan", nodes: ["plan_ab_test"], title: "A/B plan", doing: "Working out what a list can tell" },
  { id: "pack", nodes: ["assemble_pack"], title: "Pack", doing: "Putting the pack together", quiet: true },
];

const BEFORE = {
  profile: ["website"],
  subjects: ["profile"],
  outreach: ["profile"],
  follow_up: ["outreach"],
  tone: ["subjects", "follow_up"],
  claims: ["tone"],
  judge: ["claims"],
  quality: ["claims"],
  plan: ["quality"],
  pack: ["plan"],
};

const BY_NODE = new Map(STEPS.flatMap((step) => step.nodes.map((node) => [node, step])));

/** Return the step that a node belongs to; a node that the page does not know has none. */
export const stepOf = (node) => BY_NODE.get(node);

/** Return the ids of all steps that must have ended before this one can begin. */
export function upstream(id) {
  const direct = BEFORE[id] ?? [];
  return [...new Set(direct.flatMap((one) => [one, ...upstream(one)]))];
}

/** Return the steps that are shown for a run: optional and quiet ones only once they have something to say. */
export function shownSteps(run) {
  return STEPS.filter((step) => {
    const told = run.steps[step.id];
    return step.quiet ? told?.state === "failed" : !step.optional || told;
  });
}
