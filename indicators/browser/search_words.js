// What somebody types → words, and how well each fits everything in an index (indicators/pages/search_index.py).
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
// Where nothing has a word, the nearest that something has stands for it, with one letter other than it or two letters
// changed about (two of that from eight letters on).
//
// A plain script that adds one object to the window: a page that is opened from a disk may load no modules.
(() => {
  "use strict";
  const TABLES = ["metric", "region", "sector", "group"]; // columns of figures whose entries have pages
  const FIELDS = ["region", "metric", "sector", "group", "period", "article", "number"]; // what a word can name
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
    const words = split(query).flatMap(word => cut(word, ready));
    return words.map(({ word }) => known(word, ready));
  };

  const known = (word, ready) => {
    const fit = fits(word, ready);
    return { word, fit, kind: kindOf(word, fit), isNumber: isNumber(word) };
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

  // --- what is misspelt --------------------------------------------------------------------------------------------

  // How many letters are missing, added, other or changed about; at least `most` + 1 where they are more than `most`.
  const distance = (left, right, most) => {
    if (Math.abs(left.length - right.length) > most) return most + 1;
    let [before, last] = [[], [...Array(right.length + 1).keys()]];
    for (let row = 1; row <= left.length; row += 1) {
      const next = [row];
      for (let column = 1; column <= right.length; column += 1) {
        const isSame = left[row - 1] === right[column - 1];
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
        const isTurned = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
        if (row > 1 && column > 1 && isTurned) next[column] = Math.min(next[column], before[column - 2] + 1);
      }
      [before, last] = [last, next];
    }
    return last[right.length];
  };

  const SHORTEST_MISSPELT = 4;

  // The words and readings of all names, longest first, so that of equally near ones the longest is taken.
  const vocabulary = ready => {
    if (!ready.vocabulary) {
      const all = TABLES.flatMap(table => ready.tables[table].map(({ search }) => search));
      const words = all.flatMap(({ names }) => names.flatMap(name => name.words));
      const readings = all.flatMap(({ spoken }) => spoken.map(({ full }) => full));
      ready.vocabulary = [...new Set([...words, ...readings])].filter(word => word.length >= SHORTEST_MISSPELT)
        .sort((left, right) => right.length - left.length);
    }
    return ready.vocabulary;
  };

  const nearest = (word, ready) => {
    if (word.length < SHORTEST_MISSPELT || /[^a-z]/.test(word)) return "";
    const most = word.length < 8 ? 1 : 2;
    let [closest, apart] = ["", most + 1];
    for (const other of vocabulary(ready)) {
      const far = distance(word, other, most);
      if (far < apart) [closest, apart] = [other, far];
    }
    return closest;
  };

  // The words with the nearest known one for the only one that is not known, and which those two are.
  const respelt = (words, ready) => {
    const unknown = words.filter(({ kind }) => kind === "unknown");
    const by = unknown.length === 1 ? nearest(unknown[0].word, ready) : "";
    if (!by) return [words, null];
    return [words.map(word => (word === unknown[0] ? known(by, ready) : word)), { word: unknown[0].word, by }];
  };

  window.IndicatorsSearchWords = { TABLES, FIT, CHINESE, isYear, prepare, parse, respelt };
})();
