// An index (indicators/pages/search_index.py) and what somebody types → what is found, in the order in which it is shown.
//
// What is typed is cut into words: at spaces and marks, and between digits and letters. Units behind a number are left
// out ("56.92亿元" is 56.92), a unit of time makes it a time ("2024年", "7月"), and Chinese words that nothing has as a
// whole are cut into the longest that something has ("东港财政").
//
// How well a word fits a name, from best to worst: it is the name; it is the initials of an English name (GDP); it is one
// of its words, or in a Chinese name; a word of the name begins with it; it is the pinyin (initials or in full) of a
// Chinese name or of its beginning; it is in the pinyin elsewhere; it is in the name of the theme of a metric or of the
// outlet. Of two names that it fits alike, it fits the shorter one better. A figure of a sector or group fits what that is
// part of, less well.
// A number fits a figure best as the amount that is printed, then as its growth or another rate, then as the beginning of
// one of these. Four digits without a point are first a year, then a number; a number with a point is never a year.
//
// Figures that fit every word come first, by the sum of how well the words fit; equal ones as they stand in the index.
// Figures that fit all words but one are close, if the other words name more than a time or a place: first those of another period
// (the nearest year first), then those of another place, sector or group; of another metric or number only where nothing
// fits every word.
// Metrics, places, sectors and groups fit if a word does, those with more such words first; articles if all words do.
//
// A plain script that adds one object to the window: a page that is opened from a disk may load no modules.
(() => {
  "use strict";
  const TABLES = ["metric", "region", "sector", "group"]; // columns of figures whose entries have pages
  const FIELDS = ["region", "metric", "sector", "group", "period", "article", "number"]; // what a word can name
  const SHOWN = { close: 4, entries: 6, articles: 4 };
  const FIT = {
    name: 10, acronym: 9, word: 7, inside: 6, prefix: 5, reading: 5, spoken: 4, passing: 2.5, theme: 2.5, outlet: 2,
  };
  const OF_A_PART = 0.6; // of how well a word fits a sector or group, for what is part of that
  const NUMBER = { amount: 12, rate: 8, amountPrefix: 5, ratePrefix: 3, year: 9, yearPrefix: 2 };
  const STOP = new Set(["of", "the", "in", "and", "for", "的", "和"]);
  const UNIT = new RegExp("^(?:[十百千万亿]*(?:美元|元|人次|标箱|平方米|公里|吨|亩|家|个|项|件|人|名|次|辆|户)|[十百千万亿]+"
    + "|(?:bn|mn|tn|mt|billion|million|trillion|yuan)$)");
  const TIME = /^(?:月|季度|日|号)/;
  const CHINESE = /[\u3400-\u9fff]/;
  const WORDS = /\d{1,2}-\d{1,2}月|\d{4}-(?:\d{2}|[sqh]\d)(?!\d)|\d[\d.]*|[\u3400-\u9fff]+|[\p{L}][\p{L}\p{M}\d]*/gu;

  const plain = text => text.normalize("NFKC").toLowerCase().replace(/(\d),(?=\d{3})/g, "$1").replace(/[–—至]/g, "-");

  const cleaned = number => number.replace(/\.+$/, "");

  // --- names -------------------------------------------------------------------------------------------------------

  const tokens = name => name.match(/[\p{L}\p{N}]+/gu) || [];

  const searchable = ({ names, pinyin = [] }) => ({
    names: names.map(name => {
      const words = CHINESE.test(name) ? [] : tokens(name);
      return { name, words, initials: words.length > 1 ? words.map(word => word[0]).join("") : "" };
    }),
    spoken: pinyin.map(text => {
      const syllables = text.split(" ");
      const starts = new Set();
      syllables.reduce((start, syllable) => (starts.add(start), start + syllable.length), 0);
      return { initials: syllables.map(syllable => syllable[0]).join(""), full: syllables.join(""), starts };
    }),
  });

  const fitOfName = (word, { name, words, initials }) => {
    if (name === word) return FIT.name;
    const covered = word.length / name.length; // below 1: it decides between names that the word fits alike
    if (CHINESE.test(word)) return name.includes(word) ? (name.startsWith(word) ? FIT.word : FIT.inside) + covered : 0;
    let fit = initials === word ? (word.length > 2 ? FIT.acronym : FIT.reading) : 0;
    for (const other of words) {
      if (other === word) fit = Math.max(fit, FIT.word + covered);
      else if (other.startsWith(word)) fit = Math.max(fit, FIT.prefix + covered);
      else if (word.length > 3 && `${other}s` === word) fit = Math.max(fit, FIT.prefix);
    }
    return fit;
  };

  const fitOfPinyin = (word, { initials, full, starts }) => {
    if (word === initials || word === full) return FIT.reading;
    if (word.length > 1 && initials.startsWith(word)) return FIT.spoken;
    if (word.length > 2 && full.startsWith(word)) return FIT.spoken;
    if (word.length > 2 && initials.includes(word)) return FIT.passing;
    for (let at = word.length > 3 ? full.indexOf(word, 1) : -1; at > 0; at = full.indexOf(word, at + 1)) {
      if (starts.has(at)) return FIT.passing;
    }
    return 0;
  };

  const fitOfEntry = (word, { names, spoken }) => {
    let fit = 0;
    for (const name of names) fit = Math.max(fit, fitOfName(word, name));
    if (fit < FIT.reading && !/[^a-z]/.test(word)) {
      for (const reading of spoken) fit = Math.max(fit, fitOfPinyin(word, reading));
    }
    return fit;
  };

  const isNumber = word => /^\d[\d.]*$/.test(word);

  const isYear = word => /^(?:19|20)\d\d$/.test(word);

  const fitOfYears = (word, [first, last]) => {
    if (isYear(word)) return Number(word) === first || Number(word) === last ? NUMBER.year : 0;
    return /^(?:19|20)\d$/.test(word) && `${first} ${last}`.includes(word) ? NUMBER.yearPrefix : 0;
  };

  const fitOfPeriod = (word, { years, search }) => {
    const fit = fitOfYears(word, years);
    if (fit || isNumber(word)) return fit;
    return search.names.some(({ name }) => name === word) ? FIT.name : Math.min(fitOfEntry(word, search), FIT.word);
  };

  const fitOfHeadline = (word, { names, search, years }) => {
    const fit = fitOfYears(word, years);
    if (!isNumber(word)) return fitOfEntry(word, search);
    return Math.max(fit, names.some(name => numbersIn(name).includes(` ${word} `)) ? FIT.word : 0);
  };

  // A number within "56.92 12.6|5.0": amounts stand before the bar, rates behind it.
  const fitOfNumber = (word, text, bar) => {
    let fit = 0;
    for (let at = text.indexOf(` ${word}`); at >= 0; at = text.indexOf(` ${word}`, at + 1)) {
      const kind = `${at < bar ? "amount" : "rate"}${text[at + 1 + word.length] === " " ? "" : "Prefix"}`;
      fit = Math.max(fit, NUMBER[kind]);
    }
    return fit;
  };

  // --- the index, made ready once ----------------------------------------------------------------------------------

  const numbersIn = text => (plain(text).match(/\d+(?:\.\d+)?/g) || []).map(number => ` ${number} `).join("");

  const prepare = index => {
    const { figures } = index;
    const tables = {};
    for (const table of [...TABLES, "period", "publisher", "article", "nature"]) {
      tables[table] = index[table].map(entry => ({ ...entry, search: searchable(entry) }));
    }
    const themes = index.themes.map(searchable);
    const digits = figures.digits.map((further, row) => {
      const [amounts = "", rates = ""] = further.split("|");
      const before = `${numbersIn(figures.number[row])} ${amounts} `;
      return { text: `${before}|${numbersIn(figures.growth[row])} ${rates} `, bar: before.length };
    });
    const fitsOfWords = new Map(); // while somebody types, all words but the last stay what they are
    return {
      index, figures, tables, themes, digits, fitsOfWords, corrected: new Set(figures.corrected), count: figures.id.length,
    };
  };

  // --- what is typed -----------------------------------------------------------------------------------------------

  const MOST_REMEMBERED = 40;

  const fits = (word, ready) => {
    const { fitsOfWords } = ready;
    if (!fitsOfWords.has(word)) {
      if (fitsOfWords.size >= MOST_REMEMBERED) fitsOfWords.clear();
      fitsOfWords.set(word, computedFits(word, ready));
    }
    return fitsOfWords.get(word);
  };

  // How well a word fits each row of each table, and each figure by its number; `direct` is without themes and wholes.
  const computedFits = (word, { tables, themes, digits }) => {
    const fit = {};
    const ofTheme = themes.map(theme => Math.min(fitOfEntry(word, theme), FIT.theme));
    for (const table of TABLES) fit[table] = tables[table].map(({ search }) => fitOfEntry(word, search));
    fit.direct = { ...fit };
    for (const table of ["sector", "group"]) {
      fit[table] = tables[table].map((entry, row) => withWhole(fit.direct[table], entry, row));
    }
    fit.metric = fit.metric.map((own, row) => Math.max(own, ofTheme[tables.metric[row].theme]));
    fit.period = tables.period.map(period => fitOfPeriod(word, period));
    fit.nature = tables.nature.map(({ search }) => fitOfEntry(word, search));
    const ofPublisher = tables.publisher.map(({ search }) => Math.min(fitOfEntry(word, search), FIT.outlet));
    fit.article = tables.article.map(({ publisher }) => ofPublisher[publisher]);
    fit.headline = tables.article.map(article => fitOfHeadline(word, article));
    if (isNumber(word)) fit.number = digits.map(({ text, bar }) => fitOfNumber(word, text, bar));
    return fit;
  };

  const withWhole = (direct, { above = [] }, row) =>
    above.reduce((most, whole) => Math.max(most, OF_A_PART * direct[whole]), direct[row]);

  const isIn = fit => [...FIELDS, "nature"].some(field => fit[field]?.some(Boolean));

  const cut = (word, ready) => {
    const whole = fits(word, ready);
    if (!CHINESE.test(word) || word.length < 3 || isIn(whole)) return [{ word, fit: whole }];
    for (let length = word.length - 1; length > 1; length -= 1) {
      const fit = fits(word.slice(0, length), ready);
      const rest = word.slice(length);
      if (isIn(fit)) return [{ word: word.slice(0, length), fit }, ...(STOP.has(rest) ? [] : cut(rest, ready))];
    }
    return [{ word, fit: whole }];
  };

  const split = query => {
    const words = [];
    let number = null; // the word before, if it is a number
    for (const match of plain(query).matchAll(WORDS)) {
      let [word] = match;
      if (isNumber(word)) {
        words.push((number = cleaned(word)));
        continue;
      }
      if (number && TIME.test(word)) {
        const [unit] = word.match(TIME);
        words[words.length - 1] += unit;
        word = word.slice(unit.length);
      } else if (number) {
        word = word.replace(/^年/, "").replace(UNIT, "");
      }
      number = null;
      if (word && !STOP.has(word)) words.push(word);
    }
    return [...new Set(words)];
  };

  const parse = (query, ready) => {
    const parsed = [];
    for (const { word, fit } of split(query).flatMap(word => cut(word, ready))) {
      parsed.push({ word, fit, kind: kindOf(word, fit), isNumber: isNumber(word) });
    }
    return parsed;
  };

  // What a word names, by which a figure without it is called.
  const kindOf = (word, fit) => {
    if (isYear(word)) return "period";
    let [kind, most] = [isNumber(word) ? "number" : "unknown", 0];
    for (const field of FIELDS) {
      const best = (fit[field] || []).reduce((left, right) => Math.max(left, right), 0);
      if (best > most) [kind, most] = [field, best];
    }
    return kind;
  };

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
    const found = [];
    for (const table of TABLES) {
      for (const [row, entry] of ready.tables[table].entries()) {
        const strong = words.filter(word => !word.isNumber).map(({ fit }) => fit.direct[table][row])
          .filter(fit => fit >= FIT.spoken);
        const sum = strong.reduce((left, right) => left + right, 0);
        if (sum && entry.count && !entry.whole) found.push({ table, row, many: strong.length, sum, count: entry.count });
      }
    }
    found.sort((left, right) =>
      right.many - left.many || right.sum - left.sum || right.count - left.count || left.row - right.row);
    return found.slice(0, SHOWN.entries).map(({ table, row }) => ({ table, row }));
  };

  const articlesOf = (words, ready) => {
    const found = [];
    for (let row = 0; row < ready.tables.article.length; row += 1) {
      const all = words.map(({ fit }) => Math.max(fit.headline[row], fit.article[row]));
      if (all.every(Boolean)) found.push({ row, sum: all.reduce((sum, fit) => sum + fit, 0) });
    }
    return best(found, SHOWN.articles);
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
    const words = parse(query, ready);
    if (!words.length) return null;
    const matched = matches(words, ready);
    const figures = best(matched.exact, most);
    const close = closest(words, matched, most, ready);
    const bars = scaleOf([...figures, ...close.flatMap(({ rows }) => rows)], ready);
    const [entries, articles] = [entriesOf(words, ready), articlesOf(words, ready)];
    return { words, figures, count: matched.exact.length, close, bars, entries, articles };
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
