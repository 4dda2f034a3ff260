// When a page is painted: its last change before it has been quiet for a while. Put into each page before anything else.
(() => {
  const roots = new Set([document]);
  const bench = (window.bench = { changed: 0, began: 0 });
  // Streamlit's signs that it runs, and styles, are no part of what a reader waits for.
  const aside = "head, [data-testid=stHeader], [data-testid=stStatusWidget], [data-testid=stDecoration]";
  const counts = (record) => {
    const at = record.target.nodeType === Node.ELEMENT_NODE ? record.target : record.target.parentElement;
    return !(at && (at.closest(aside) || at.matches("[data-testid=stApp]")));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(counts)) bench.changed = performance.now();
  });
  const watch = (root) =>
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow; // Panel draws in shadow roots, which no observer outside sees
  Element.prototype.attachShadow = function (...options) {
    const root = attach.apply(this, options);
    roots.add(root);
    watch(root);
    listen(root);
    return root;
  };
  const listen = (root) => {
    for (const kind of ["keydown", "pointerdown", "change"])
      root.addEventListener(kind, () => (bench.began = performance.now()), true);
  };
  listen(document);
  const plots = () =>
    [...roots]
      .flatMap((root) => [...root.querySelectorAll(".js-plotly-plot")])
      .filter((plot) => plot.isConnected && plot.querySelector(".main-svg") && plot._fullData);
  const busy = () => {
    const app = document.querySelector("[data-testid=stApp]");
    return document.title === "Updating..." || !!(app && app.dataset.testScriptState !== "notRunning");
  };
  const table = "[data-testid=stDataFrame] canvas, .view-table-page tbody tr, .dash-spreadsheet td, .tabulator-row";
  bench.charts = () =>
    plots().map((plot) => {
      const traces = (plot.data || []).filter((trace) => trace.x);
      return traces.length ? JSON.stringify(traces.map(({ x, y, customdata }) => [x, y, customdata])) : "";
    });
  // The figures that each chart draws, by their ids; in every app these are the first of a mark's custom data.
  bench.figures = () =>
    plots().map((plot) => new Set(plot._fullData.flatMap((trace) => [...(trace.customdata || [])].map((data) => data[0]))).size);
  bench.marks = () =>
    plots().reduce((sum, plot) => sum + plot.calcdata.reduce((marks, points) => marks + points.length, 0), 0);
  // Milliseconds from `began` to the last change, once at least `charts` charts (null: some) are drawn, none of them as `before`.
  bench.painted = ({ charts, before, quiet, patience }) =>
    new Promise((resolve, reject) => {
      const until = performance.now() + patience;
      const look = () => {
        const now = performance.now();
        const drawn = bench.charts();
        const fresh = drawn.length >= (charts ?? 1) && !drawn.some((chart) => chart && before.includes(chart));
        const there = [...roots].some((root) => root.querySelector(table));
        const error = document.querySelector("[data-testid=stException]");
        if (error) reject(new Error(error.textContent));
        else if (now > until) reject(new Error(`${drawn.length} charts, ${fresh ? "" : "not "}fresh, busy: ${busy()}`));
        else if (fresh && there && !busy() && now - bench.changed >= quiet) resolve(bench.changed - bench.began);
        else setTimeout(look, 20);
      };
      look();
    });
})();
