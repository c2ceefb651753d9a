// Light or dark as it was chosen here, before anything is painted; as the system has it otherwise.
// A classic script: a module would run after the first paint.
(() => {
  const chosen = localStorage.getItem("overture.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
