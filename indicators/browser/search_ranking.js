// An index and what somebody types → what is found, in the order in which it is shown (see also search_words.js).
//
// Figures that fit every word come first, by the sum of how well the words fit; equal ones as they stand in the index.
// Figures that fit all words but one are close, if the other words name more than a time or a place: first those of
// another period (the nearest year first), then those of another place, sector or group; of another metric or number only
// where nothing fits every word. Figures that are found by another spelling are close, too.
// Metrics, places, sectors and groups fit if a word does, those with more such words first; articles if all words do.
//
// A plain script, like search_words.js.
(() => {
  "use strict";
  const { TABLES, FIT, CHINESE, isYear, prepare, parse, respelt } = window.IndicatorsSearchWords;
  const SHOWN = { close: 4, entries: 6, articles: 4 };

  // --- figures -----------------------------------------------------------------------------------------------------

  const REFERENCES = [...TABLES, "period", "article", "nature"];

  const fitOfFigure = (numbers, references, row) => {
    let most = numbers ? numbers[row] : 0;
    for (const [column, fit] of references) {
      if (fit[column[row]] > most) most = fit[column[row]]; // it is undefined where the figure has no group
    }
    return most;
  };

  // The rows that fit every word, and those that fit all words but one by the number of that word, best first.
  const matches = (words, ready) => {
    const exact = [];
    const close = words.map(() => []);
    const references = words.map(({ fit }) => REFERENCES.map(field => [ready.figures[field], fit[field]]));
    for (let row = 0; row < ready.count; row += 1) {
      let [sum, missing, lacking] = [0, 0, -1];
      for (let number = 0; number < words.length && missing < 2; number += 1) {
        const fit = fitOfFigure(words[number].fit.number, references[number], row);
        sum += fit;
        if (!fit) [missing, lacking] = [missing + 1, number];
      }
      if (!missing) exact.push({ row, sum });
      else if (missing === 1 && words.length > 1) close[lacking].push({ row, sum });
    }
    return { exact, close };
  };

  const best = (rows, most, distance = () => 0) => {
    const keyed = rows.map(({ row, sum }) => ({ row, sum, far: distance(row) }));
    const isBefore = (left, right) => right.sum - left.sum || left.far - right.far || left.row - right.row;
    if (keyed.length <= 2000) return keyed.sort(isBefore).slice(0, most).map(({ row }) => row);
    const top = []; // sorting thousands for the first few would take longer than to look for them
    for (const each of keyed) {
      if (top.length === most && isBefore(each, top[most - 1]) >= 0) continue;
      top.splice(top.findIndex(other => isBefore(each, other) < 0) >>> 0, 0, each);
      if (top.length > most) top.pop();
    }
    return top.map(({ row }) => row);
  };

  const PREFERRED = ["period", "region", "sector", "group", "unknown", "article", "metric", "number"];
  const ONLY_ALONE = new Set(["metric", "number", "article"]); // what is close only where nothing fits every word

  const NAMES_A_SUBJECT = new Set(["metric", "sector", "group", "number"]);

  const closest = (words, { exact, close }, most, ready) => {
    const lists = [];
    let room = exact.length ? Math.min(SHOWN.close, Math.max(0, most + SHOWN.close - exact.length)) : most;
    const order = words.map((_, number) => number).sort(
      (left, right) => PREFERRED.indexOf(words[left].kind) - PREFERRED.indexOf(words[right].kind) || right - left);
    for (const number of order) {
      const { word, kind } = words[number];
      const others = words.filter((_, other) => other !== number).map(other => other.kind);
      const isLoose = kind === "period" || kind === "unknown"; // another time, or no matter what, of the same place
      const isTelling = others.some(other => NAMES_A_SUBJECT.has(other) || (isLoose && other !== "period"));
      if (!isTelling || !close[number].length || !room) continue;
      if (ONLY_ALONE.has(kind) && (exact.length || lists.length)) continue;
      const year = isYear(word) ? Number(word) : null;
      const distance = row => year && Math.abs(ready.tables.period[ready.figures.period[row]].years[1] - year);
      const rows = best(close[number], room, year ? distance : undefined);
      room -= rows.length;
      lists.push({ kind, word, rows });
    }
    return lists;
  };

  // --- the rest ----------------------------------------------------------------------------------------------------

  const entriesOf = (words, ready) => {
    const hits = [];
    for (const table of TABLES) {
      for (const [row, entry] of ready.tables[table].entries()) {
        const strong = words.filter(word => !word.isNumber).map(({ fit }) => fit.direct[table][row])
          .filter(fit => fit >= FIT.spoken);
        const sum = strong.reduce((left, right) => left + right, 0);
        if (sum && entry.count && !entry.whole) hits.push({ table, row, many: strong.length, sum, count: entry.count });
      }
    }
    hits.sort((left, right) =>
      right.many - left.many || right.sum - left.sum || right.count - left.count || left.row - right.row);
    return hits.slice(0, SHOWN.entries).map(({ table, row }) => ({ table, row }));
  };

  const articlesOf = (words, ready) => {
    const hits = [];
    for (let row = 0; row < ready.tables.article.length; row += 1) {
      const all = words.map(({ fit }) => Math.max(fit.headline[row], fit.article[row]));
      if (all.every(Boolean)) hits.push({ row, sum: all.reduce((sum, fit) => sum + fit, 0) });
    }
    return best(hits, SHOWN.articles);
  };

  // One scale for bars: that of the metric and length of period that most of the rows have, if more than one has it.
  const scaleOf = (rows, ready) => {
    const { figures, tables } = ready;
    const groups = new Map();
    for (const row of rows) {
      const value = figures.value[row];
      const metric = figures.metric[row];
      const length = tables.metric[metric].kind === "flow" ? tables.period[figures.period[row]].length : "";
      const key = `${metric} ${length}`;
      if (value !== null) groups.set(key, [...(groups.get(key) || []), row]);
    }
    const most = [...groups.values()].reduce((left, right) => (right.length > left.length ? right : left), []);
    const values = most.map(row => figures.value[row]);
    if (most.length < 2 || Math.min(...values) < 0 || Math.max(...values) <= 0) return new Map();
    return new Map(most.map((row, place) => [row, values[place] / Math.max(...values)]));
  };

  /** What is found: rows of `most` figures, the number of all that fit, close ones by what is different, and the rest. */
  const search = (ready, query, most = 8) => {
    const typed = parse(query, ready);
    if (!typed.length) return null;
    const [words, spelling] = respelt(typed, ready);
    const matched = matches(words, ready);
    const fitting = best(matched.exact, most);
    const figures = spelling ? [] : fitting;
    const close = spelling
      ? [{ kind: "spelling", ...spelling, rows: fitting }].filter(({ rows }) => rows.length)
      : closest(words, matched, most, ready);
    const bars = scaleOf([...figures, ...close.flatMap(({ rows }) => rows)], ready);
    const [entries, articles] = [entriesOf(words, ready), articlesOf(words, ready)];
    return { words, figures, count: spelling ? 0 : matched.exact.length, close, bars, entries, articles };
  };

  /** Where the words are in a text: pairs of start and end, in order and apart; all of it if only its reading fits. */
  const marks = (text, words, all = false) => {
    const lower = text.toLowerCase();
    const spans = [];
    for (const { word } of words) {
      const isWithin = at => !CHINESE.test(word) && /[\p{L}\p{N}.]/u.test(lower[at - 1] || " ");
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        if (!isWithin(at)) spans.push([at, at + word.length]);
      }
    }
    if (!spans.length) return all && text ? [[0, text.length]] : [];
    spans.sort((left, right) => left[0] - right[0] || right[1] - left[1]);
    return spans.reduce((apart, [start, end]) => {
      const last = apart.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
      return apart;
    }, []);
  };

  window.IndicatorsSearch = { prepare, search, marks, TABLES };
})();
