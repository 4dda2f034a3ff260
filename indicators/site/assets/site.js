// What every page can do with scripts: change its mode, and find other pages by their titles.
(() => {
  "use strict";
  const root = document.documentElement;

  const button = document.getElementById("mode");
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = (root.dataset.mode || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
    root.dataset.mode = dark === "dark" ? "light" : "dark";
    try { localStorage.setItem("indicators-mode", root.dataset.mode); } catch { /* it lasts as long as the page */ }
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

  // Every word must stand in the title; pages on metrics, regions and sectors come before those of single figures.
  const find = words => {
    const titles = window.INDICATORS_TITLES.titles;
    const found = [];
    for (const title of titles) {
      const text = plain(title[2]);
      if (words.every(word => text.includes(word)) && found.push(title) > MOST) break;
    }
    return found;
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
    const found = find(words);
    list.replaceChildren(...found.slice(0, MOST).map(option));
    status.textContent = found.length ? (found.length > MOST ? search.dataset.more : String(found.length)) : search.dataset.none;
    if (!found.length || found.length > MOST) {
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
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === chosen)));
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
