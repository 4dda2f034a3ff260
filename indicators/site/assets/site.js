// What scripts add to every page: a switch between light and dark, and a search through titles.
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

  const MOST = 12;
  const search = document.querySelector(".search");
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const status = document.getElementById("search-status");
  let asked = false;
  let chosen = -1;
  search.hidden = false;

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = `${root.dataset.root}assets/search-${search.dataset.lang}.js`;
    script.onload = show;
    document.head.append(script);
  };

  const plain = text => text.normalize("NFKC").toLowerCase();

  // Every word must occur in the title; pages of metrics, regions, sectors and groups come before those of figures.
  const find = words => {
    const titles = window.INDICATORS_TITLES.titles;
    const results = [];
    for (const title of titles) {
      const text = plain(title[2]);
      if (words.every(word => text.includes(word)) && results.push(title) > MOST) break;
    }
    return results;
  };

  const option = ([kind, key, title], index) => {
    const {folders, kinds} = window.INDICATORS_TITLES;
    const item = document.createElement("li");
    const link = document.createElement("a");
    const label = document.createElement("small");
    item.id = `found-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    link.href = `${root.dataset.root}${search.dataset.lang}/${folders[kind]}/${key}.html`;
    link.tabIndex = -1;
    link.textContent = title;
    label.textContent = kinds[kind];
    link.append(" ", label);
    item.append(link);
    return item;
  };

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const show = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    if (!window.INDICATORS_TITLES || !words.length) { status.textContent = ""; return close(); }
    const results = find(words);
    const tooMany = results.length > MOST;
    list.replaceChildren(...results.slice(0, MOST).map(option));
    status.textContent = tooMany ? search.dataset.more : results.length ? String(results.length) : search.dataset.none;
    if (!results.length || tooMany) {
      const last = document.createElement("li");
      last.textContent = status.textContent;
      last.setAttribute("role", "presentation");
      list.append(last);
    }
    chosen = -1;
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  };

  const move = step => {
    const options = [...list.querySelectorAll("[role=option]")];
    if (!options.length) return;
    chosen = (chosen + step + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
    options[chosen].scrollIntoView({block: "nearest"});
    box.setAttribute("aria-activedescendant", options[chosen].id);
  };

  box.addEventListener("focus", load);
  box.addEventListener("input", () => { load(); show(); });
  box.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter") {
      const options = list.querySelectorAll("[role=option] a");
      if (options.length) options[Math.max(chosen, 0)].click();
    }
  });
  document.addEventListener("click", event => { if (!search.contains(event.target)) close(); });
})();
