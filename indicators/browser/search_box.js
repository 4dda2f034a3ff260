// The search box and the list of what it finds, for the dashboard (search.js) and the site (site/assets/site.js).
//
// A combobox with a list of links: "/" goes to the box, the first hit is chosen until arrows choose another, Enter opens
// the chosen one, and Esc closes the list. Words are set as text, so they can never become markup. A plain script, like
// search_ranking.js.
(() => {
  "use strict";
  const { prepare, search, marks } = window.IndicatorsSearch;
  const ID = "_id_"; // what stands for an id in an address
  const SVG = "http://www.w3.org/2000/svg";
  const ICONS = {
    search: "M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2M11 11l4 4",
    place: "M8 15c3-4 4.5-6.5 4.5-8.5a4.5 4.5 0 1 0-9 0C3.5 8.5 5 11 8 15M8 5.5v1.5",
    bars: "M3 9v5M8 3v11M13 6v8",
    lines: "M2 4h12M2 8h12M2 12h8",
  };
  const ICON_OF = { metric: "bars", region: "place", sector: "bars", group: "bars" };
  const FIGURE_FIELDS = ["period", "region", "sector", "group"];
  const NATURES = ["actual", "target", "expected"]; // in the order of the index
  const FEW = 8; // figures that are listed at first
  const MORE = 40; // and further ones each time that they are asked for
  const MARGIN = 16; // pixels between the list and the edge of the window
  const WIDEST = 912;

  const create = (name, properties = {}, ...children) => {
    const { role, ...rest } = properties;
    const element = Object.assign(document.createElement(name), rest);
    if (role) element.setAttribute("role", role);
    element.append(...children);
    return element;
  };

  const icon = name => {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  };

  const filled = (template, facts) => template.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

  /** The text with the words marked that are in it; all of it where a word fits it only as it is read. */
  const marked = (text, words) => {
    const parts = [];
    let end = 0;
    for (const [start, stop] of marks(text, words, words.length > 0)) {
      parts.push(text.slice(end, start), create("mark", { textContent: text.slice(start, stop) }));
      end = stop;
    }
    return [...parts, text.slice(end)];
  };

  const isEditable = element =>
    element instanceof HTMLElement && (element.isContentEditable || /^(?:input|textarea|select)$/i.test(element.tagName));

  class SearchBox {
    /** `label` names the box, `placeholder` says what one can type, and `loading` is what the list says without an index.
     *
     * `ask` is called when the index is first needed. */
    constructor(parent, { label, placeholder, loading, ask }) {
      this.ask = ask;
      this.loading = loading;
      this.addresses = {};
      this.ready = null; // the index, made ready
      this.isAsked = false;
      this.options = [];
      this.chosen = -1;
      this.most = FEW;
      this.input = create("input", {
        type: "search", role: "combobox", placeholder, ariaLabel: label, autocomplete: "off", spellcheck: false,
        ariaExpanded: "false", ariaAutoComplete: "list", id: "search-input",
      });
      this.input.setAttribute("aria-controls", "search-list");
      this.list = create("div", { id: "search-list", role: "listbox", ariaLabel: label });
      this.foot = create("div", { className: "search-foot" });
      this.panel = create("div", { className: "search-panel page", hidden: true }, this.list, this.foot);
      this.status = create("span", { className: "search-status", role: "status" });
      this.key = create("kbd", { textContent: "/", ariaHidden: "true" });
      this.box = create("div", { className: "search-box", role: "search" },
        icon("search"), this.input, this.key, this.panel, this.status);
      this.listen();
      parent.append(this.box);
    }

    listen() {
      this.onKeyAnywhere = event => {
        const isOurs = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (!isOurs || isEditable(event.target) || !this.box.offsetParent) return;
        event.preventDefault();
        this.input.focus();
        this.input.select();
      };
      this.onResize = () => this.place();
      document.addEventListener("keydown", this.onKeyAnywhere);
      window.addEventListener("resize", this.onResize);
      this.input.addEventListener("focus", () => this.open());
      this.input.addEventListener("click", () => this.open());
      this.input.addEventListener("input", () => {
        this.most = FEW;
        this.open();
      });
      this.input.addEventListener("keydown", event => this.onKey(event));
      this.box.addEventListener("focusout", event => this.box.contains(event.relatedTarget) || this.close());
      this.panel.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus
      this.panel.addEventListener("click", event => this.onClick(event));
      this.panel.addEventListener("mousemove", event => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(this.options.indexOf(option));
      });
    }

    remove() {
      document.removeEventListener("keydown", this.onKeyAnywhere);
      window.removeEventListener("resize", this.onResize);
      this.box.remove();
    }

    /** Where hits lead: the address of each kind of page, in which _id_ stands for the id. */
    lead(addresses) {
      this.addresses = addresses;
      if (!this.panel.hidden) this.show();
    }

    /** The index to look through from now on; null if that in hand is of other data. */
    receive(index) {
      this.ready = index && prepare(index);
      this.isAsked = false;
      if (document.activeElement === this.input) this.open();
    }

    address(kind, id) {
      return this.addresses[kind].replace(ID, encodeURIComponent(id));
    }

    // --- opening and closing -----------------------------------------------------------------------------------------

    open() {
      if (!this.ready && !this.isAsked) {
        this.isAsked = true;
        this.ask();
      }
      this.panel.hidden = !this.ready && !this.input.value.trim();
      this.show();
      this.place();
      this.input.ariaExpanded = String(!this.panel.hidden);
    }

    close() {
      this.panel.hidden = true;
      this.input.ariaExpanded = "false";
      this.choose(-1);
    }

    /** Put the list below the head of the page, as wide as there is room for. */
    place() {
      if (this.panel.hidden) return;
      const head = this.box.closest(".masthead, .st-key-masthead, header") || this.box;
      const [box, bounds] = [this.box.getBoundingClientRect(), head.getBoundingClientRect()];
      const room = document.documentElement.clientWidth;
      const isNarrow = room < 700;
      const right = isNarrow ? room : Math.min(bounds.right, room - MARGIN);
      const width = isNarrow ? room : Math.min(WIDEST, right - MARGIN);
      const top = Math.max(bounds.bottom, box.bottom + 6);
      Object.assign(this.panel.style, {
        right: `${box.right - right}px`, width: `${width}px`, top: `${top - box.top}px`,
        maxHeight: `${Math.max(240, window.innerHeight - top - MARGIN)}px`,
      });
    }

    // --- keys and clicks ---------------------------------------------------------------------------------------------

    onKey(event) {
      if (event.isComposing || event.keyCode === 229) return; // letters of a Chinese word; Safari ends it with Enter, 229
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        if (this.panel.hidden) this.open();
        else if (this.options.length) this.choose((this.chosen + step + this.options.length) % this.options.length, true);
      } else if (event.key === "Enter") {
        this.options[this.chosen]?.click();
      } else if (event.key === "Escape" && !this.panel.hidden) {
        this.close();
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    onClick(event) {
      const example = event.target.closest("button");
      if (example) {
        this.input.value = example.textContent;
        this.most = FEW;
        this.input.focus();
        this.open();
      } else if (event.target.closest(".search-more")) {
        const before = this.options.findIndex(option => option.classList.contains("search-more"));
        this.most += MORE;
        this.show();
        this.choose(before, true);
      } else if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        this.close();
      }
    }

    choose(number, scroll = false) {
      this.options[this.chosen]?.setAttribute("aria-selected", "false");
      this.chosen = number;
      const option = this.options[number];
      if (!option) return this.input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      if (scroll) option.scrollIntoView({ block: "nearest" });
    }

    // --- what is found -----------------------------------------------------------------------------------------------

    show() {
      const results = this.ready && search(this.ready, this.input.value, this.most);
      this.choose(-1);
      const groups = results ? this.groups(results) : [];
      this.list.replaceChildren(...groups);
      this.options = [...this.list.querySelectorAll("[role=option]")];
      for (const [number, option] of this.options.entries()) option.id = `search-option-${number}`;
      this.choose(this.options.length ? 0 : -1); // the one that Enter opens
      this.showStatus(results);
      this.showFoot();
    }

    showStatus(results) {
      const words = this.ready?.index.words;
      let [status, instead] = ["", ""]; // `instead` stands where hits would
      if (!this.ready) status = instead = this.loading;
      else if (results && !this.options.length) status = instead = words.none;
      else if (results) {
        const close = results.close.reduce((sum, { rows }) => sum + rows.length, 0);
        const others = results.entries.length + results.articles.length;
        status = filled(words.status, { figures: results.count, close, others });
      }
      this.status.textContent = status;
      this.panel.dataset.instead = instead;
    }

    showFoot() {
      if (!this.ready || this.foot.hasChildNodes()) return;
      const { words, examples } = this.ready.index;
      const keys = [[["↑", "↓"], words.choose], [["Enter"], words.open], [["Esc"], words.shut]];
      const key = ([names, label]) =>
        create("span", {}, ...names.map(name => create("kbd", { textContent: name })), ` ${label}`);
      const buttons = examples.map(text => create("button", { type: "button", tabIndex: -1, textContent: text }));
      const listed = buttons.flatMap((button, number) => (number ? [" · ", button] : [button]));
      this.foot.replaceChildren(
        create("span", { className: "search-keys" }, ...keys.map(key)), create("span", {}, words.examples, ...listed),
        ...(words.bound ? [create("span", {}, words.bound)] : []));
    }

    groups(results) {
      const { words } = this.ready.index;
      const several = ["figures", "figuresBoth"][results.words.length - 1] || "figuresAll";
      const heading = filled(words[several], { count: results.count });
      const shown = results.figures.length;
      const first = results.count > shown ? filled(words.first, { heading, shown }) : heading;
      const figures = rows => rows.map(row => this.figure(row, results));
      const reason = ({ kind, word, by }) => filled(words.reasons[kind], { word, by });
      return [
        this.group(first, [...figures(results.figures), ...this.more(results.count - shown)]),
        ...results.close.map(each =>
          this.group(filled(words.close, { reason: reason(each) }), figures(each.rows), "close")),
        this.group(words.entries, results.entries.map(entry => this.entry(entry, results))),
        this.group(words.articles, results.articles.map(row => this.article(row, results))),
      ].filter(Boolean);
    }

    group(heading, options, kind = "") {
      if (!options.length) return null;
      const title = create("div", { className: "search-heading", textContent: heading, ariaHidden: "true" });
      return create("div", { role: "group", ariaLabel: heading, className: `search-group ${kind}` }, title, ...options);
    }

    /** What lists further figures, if there are any. */
    more(left) {
      const label = filled(this.ready.index.words.more, { count: Math.min(left, MORE) });
      return left > 0 ? [create("div", { role: "option", className: "search-more", textContent: label })] : [];
    }

    option(kind, id, ...parts) {
      const spaced = parts.flatMap(part => [part, " "]);
      return create("a", { role: "option", href: this.address(kind, id), tabIndex: -1, ariaSelected: "false",
        className: `search-hit ${kind}` }, ...spaced);
    }

    figure(row, { words, bars }) {
      const { figures, tables, corrected, index } = this.ready;
      const nature = NATURES[figures.nature[row]];
      const fitting = field => words.filter(({ fit }) => (fit.direct[field] || fit[field])[figures[field][row]]);
      const entry = field => tables[field][figures[field][row]];
      const aside = FIGURE_FIELDS.map(entryField => [entryField, entry(entryField)])
        .filter(([, each]) => each && !each.whole).map(([field, each]) => marked(each.label, fitting(field)));
      if (nature !== "actual") aside.push([index.words.natures[figures.nature[row]]]);
      if (corrected.has(row)) aside.push([index.words.corrected]);
      const { outlet, published } = entry("article");
      const growth = figures.growth[row];
      const numbers = words.filter(({ fit }) => fit.number?.[row]);
      const inGrowth = numbers.filter(({ word }) => growth.includes(word) && !figures.number[row].includes(word));
      const scale = create("span", { className: "search-scale" });
      const falls = growth.startsWith("−") ? " fall" : "";
      if (bars.has(row)) {
        const width = `${(100 * bars.get(row)).toFixed(1)}%`;
        scale.append(create("i", { className: `bar ${nature}`, style: `width: ${width}` }));
      }
      return this.option("figure", figures.id[row],
        create("i", { className: `mark ${nature}`, ariaHidden: "true" }),
        create("span", { className: "search-what" },
          create("b", {}, ...marked(entry("metric").label, fitting("metric"))), " ",
          create("small", {}, ...aside.flatMap((part, number) => (number ? [index.words.join, ...part] : part)))),
        create("span", { className: "search-number" },
          ...marked(figures.number[row], numbers.filter(each => !inGrowth.includes(each)))),
        scale,
        create("span", { className: `search-growth${falls}` }, ...marked(growth, inGrowth)),
        create("span", { className: "search-outlet" }, `${outlet}${index.words.comma}${published}`));
    }

    entry({ table, row }, { words }) {
      const { id, name, about } = this.ready.tables[table][row];
      const fitting = words.filter(({ fit }) => fit.direct[table][row]);
      return this.option(table, id, icon(ICON_OF[table]),
        create("span", { className: "search-what" }, ...marked(name, fitting)),
        create("span", { className: "search-outlet" }, about));
    }

    article(row, { words }) {
      const { id, label, outlet, published } = this.ready.tables.article[row];
      const within = words.filter(({ word }) => label.toLowerCase().includes(word));
      return this.option("article", id, icon("lines"),
        create("span", { className: "search-what" }, ...marked(label, within)),
        create("span", { className: "search-outlet" }, `${outlet}${this.ready.index.words.comma}${published}`));
    }
  }

  window.IndicatorsSearchBox = SearchBox;
})();
