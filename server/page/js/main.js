/** Put the page together: what the service can do, where we are, and the view for it. */

import { html, render, useEffect, useRef, useState } from "../vendor/preact-htm.js";
import { detectFeatures, featuresOf } from "./features.js";
import { Campaign } from "./parts/campaign.js";
import { Campaigns } from "./parts/campaigns.js";
import { Compose } from "./parts/compose.js";
import { Experiment } from "./parts/experiment.js";
import { Experiments } from "./parts/experiments.js";
import { Header } from "./parts/header.js";
import { KeyDialog } from "./parts/key_dialog.js";
import { onRoute, routeOf, startRouting } from "./router.js";

const VIEWS = { compose: Compose, campaigns: Campaigns, campaign: Campaign, experiments: Experiments, experiment: Experiment };

function App() {
  const [features, setFeatures] = useState(null);
  const [route, setRoute] = useState(routeOf(location.pathname));
  useEffect(() => onRoute(setRoute), []);
  useEffect(() => void detectFeatures().then(setFeatures), []);
  useFocusOnView(route);
  const View = VIEWS[route.view];
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    <${Header} view=${route.view} features=${features ?? featuresOf({})} />
    <main id="main" tabindex="-1">${features && html`<${View} key=${`${route.view} ${route.id}`} id=${route.id} features=${features} />`}</main>
    <${KeyDialog} />
  `;
}

/** Move the focus to the first field of a new view, or else its heading; not at the first one. */
function useFocusOnView(route) {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else (document.querySelector("main [data-first]") ?? document.querySelector("main h1"))?.focus({ preventScroll: true });
  }, [route.view, route.id]);
}

startRouting();
render(html`<${App} />`, document.getElementById("app"));
