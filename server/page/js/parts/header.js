/** The head of every view: where one can go, and light or dark. */

import { html, useState } from "../../vendor/preact-htm.js";
import { Icon, Logo } from "./icon.js";
import { Shortcuts } from "./shortcuts.js";

export function Header({ view, features }) {
  const links = [
    ["/", "New", view === "compose", true],
    ["/campaigns", "Campaigns", view === "campaigns" || view === "campaign", features.history],
    ["/experiments", "Experiments", view === "experiments" || view === "experiment", features.experiments],
  ];
  return html`
    <header class="top">
      <a class="brand" href="/"><${Logo} />Overture</a>
      <nav aria-label="Main">
        ${links
          .filter(([, , , there]) => there)
          .map(([href, name, here]) => html`<a href=${href} aria-current=${here ? "page" : undefined}>${name}</a>`)}
      </nav>
      <div class="top-tools"><a class="quiet button api-link" href="/docs" data-leaves>API</a><${Shortcuts} /><${Theme} /></div>
    </header>
  `;
}

const prefersDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

function Theme() {
  const root = document.documentElement;
  const [dark, setDark] = useState((root.dataset.theme ?? (prefersDark() ? "dark" : "light")) === "dark");
  const turn = () => {
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("overture.theme", root.dataset.theme);
    setDark(!dark);
  };
  return html`
    <button type="button" class="quiet" onClick=${turn} title=${dark ? "Light" : "Dark"}>
      <${Icon} name=${dark ? "sun" : "moon"} label=${dark ? "Switch to light" : "Switch to dark"} />
    </button>
  `;
}
