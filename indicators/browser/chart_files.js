// The files of a chart that the server makes when they are asked for: a button, and the list of links that it opens.

/** How many lists there are, so that each has an id. */
let count = 0;

export class ChartFiles {
  /** Build a button and an empty list, which `element` holds; it is not to be seen before `show`. */
  constructor() {
    count += 1;
    this.button = document.createElement("button");
    Object.assign(this.button, { type: "button", ariaExpanded: "false", onclick: () => this.toggle() });
    this.list = document.createElement("div");
    Object.assign(this.list, { id: `chart-files-${count}`, className: "chart-files-list", hidden: true });
    this.button.setAttribute("aria-controls", this.list.id);
    this.element = document.createElement("div");
    Object.assign(this.element, { className: "chart-files", hidden: true });
    this.element.append(this.button, this.list);
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.element.contains(relatedTarget)) this.close(); // it would hide what has the focus now
    });
    this.onOutside = event => { if (!this.element.contains(event.target)) this.close(); };
    this.onEscape = event => { if (event.key === "Escape") this.close(); };
  }

  /** Offer these files, in a closed list; null where none are offered. */
  show(offer) {
    this.close();
    this.element.hidden = !offer;
    if (!offer) return;
    const { label, query, formats, notes } = offer;
    this.button.textContent = label;
    const links = Object.entries(formats).map(([format, words]) => entry(address(format, query), words));
    this.list.replaceChildren(document.createElement("ul"), ...notes.map(paragraph));
    this.list.firstChild.append(...links);
  }

  toggle() {
    if (!this.list.hidden) return this.close();
    this.button.ariaExpanded = "true";
    this.list.hidden = false;
    this.list.scrollIntoView({ block: "nearest" });
    document.addEventListener("pointerup", this.onOutside);
    document.addEventListener("keydown", this.onEscape);
  }

  /** Close the list; whoever was in it is at its button again. */
  close() {
    if (this.list.contains(document.activeElement)) this.button.focus();
    this.button.ariaExpanded = "false";
    this.list.hidden = true;
    document.removeEventListener("pointerup", this.onOutside);
    document.removeEventListener("keydown", this.onEscape);
  }
}

/** Where the server makes a file, below the path that the dashboard has on it. */
const address = (format, query) => {
  const { origin, pathname } = window.location;
  return `${origin}${pathname.replace(/\/+$/, "")}/download/${format}?${query}`;
};

const entry = (href, words) => {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href, download: "", textContent: words });
  item.append(link);
  return item;
};

const paragraph = words => Object.assign(document.createElement("p"), { textContent: words });
