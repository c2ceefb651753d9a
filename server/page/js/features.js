/** What the service can do beyond writing a campaign, read once from its own description. */

import { json } from "./api.js";

const CAMPAIGN = "/v1/campaigns/email/{}";
const EXPERIMENTS = "/v1/experiments";

/** Return what is there, as booleans, and the platforms that a pack can be exported for. */
export async function detectFeatures() {
  let paths = {};
  try {
    paths = (await json("GET", "/openapi.json")).paths;
  } catch {
    // a service without a description still writes campaigns
  }
  return featuresOf(paths);
}

/** Return the features of OpenAPI's paths, whatever their parameters are called. */
export function featuresOf(paths) {
  const known = Object.fromEntries(Object.entries(paths).map(([path, item]) => [path.replace(/\{[^}]*\}/g, "{}"), item]));
  const has = (path, method) => Boolean(known[path]?.[method]);
  return {
    history: has("/v1/campaigns/email", "get"),
    events: has(`${CAMPAIGN}/events`, "get"),
    cancel: has(`${CAMPAIGN}/cancel`, "post"),
    retry: has(`${CAMPAIGN}/retry`, "post"),
    remove: has(CAMPAIGN, "delete"),
    regenerate: has(`${CAMPAIGN}/regenerate`, "post"),
    experiments: has(EXPERIMENTS, "get"),
    platforms: platformsOf(known[`${CAMPAIGN}/export`]?.get),
  };
}

function platformsOf(operation) {
  const schema = operation?.parameters?.find((parameter) => parameter.name === "platform")?.schema;
  return schema?.enum ?? schema?.anyOf?.find((one) => one.enum)?.enum ?? [];
}
