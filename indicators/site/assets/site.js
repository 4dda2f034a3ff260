// What scripts add to pages: a switch between light and dark, the search box (assets/search.js), and a field that narrows
// the rows of the list of all figures.
(() => {
  "use strict";
  const root = document.documentElement;

  const button = document.getElementById("mode");
  button.hidden = false;
  button.addEventListener("click", () => {
    const mode = root.dataset.mode || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    root.dataset.mode = mode === "dark" ? "light" : "dark";
    try { localStorage.setItem("indicators-mode", root.dataset.mode); } catch { /* then the choice is lost with the page */ }
    document.dispatchEvent(new Event("indicators-mode"));
  });

  // A button that copies the text before it; without permission for that, the text is selected.
  document.addEventListener("click", async event => {
    const copy = event.target instanceof Element ? event.target.closest("button.copy") : null;
    const text = copy?.previousElementSibling;
    if (!text) return;
    try {
      await navigator.clipboard.writeText(text.textContent);
      const label = copy.textContent;
      copy.textContent = copy.dataset.copied;
      setTimeout(() => { copy.textContent = label; }, 1500);
    } catch {
      getSelection().selectAllChildren(text);
    }
  });

  const holder = document.querySelector(".search");
  const { lang, label, placeholder, loading } = holder.dataset;
  const ask = () => {
    const script = document.createElement("script");
    script.src = `${root.dataset.root}assets/search-${lang}.js`;
    script.onload = () => box.receive(window.INDICATORS_SEARCH);
    document.head.append(script);
  };
  const box = new window.IndicatorsSearchBox(holder, { label, placeholder, loading, ask });
  const kinds = [...window.IndicatorsSearch.TABLES, "figure", "article"];
  box.lead(Object.fromEntries(kinds.map(kind => [kind, `${root.dataset.root}${lang}/${kind}/_id_.html`])));

  const field = document.getElementById("find-rows");
  if (!field) return;
  const rows = [...document.querySelectorAll(".figure-rows tbody tr")].map(row => [row, row.textContent.toLowerCase()]);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const [row, text] of rows) row.hidden = !words.every(word => text.includes(word));
  });
  field.parentElement.hidden = false;
})();
