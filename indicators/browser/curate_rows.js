// The numbers that are laid aside together, as they are listed.

const IN_DATE = /^[年月日时号到至.\-—–~～ ]{1,3}$/;

/** The digits of one date as one row. */
export const wholeDates = (rows, whole) => {
  const merged = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const isSame = last?.dates && row.dates && IN_DATE.test(whole.slice(last.end, row.start));
    if (isSame) merged[merged.length - 1] = { ...last, end: row.end };
    else merged.push(row);
  }
  return merged;
};

/** A number as it is printed: with the letters of a road, or the word that makes it a date. */
export const named = ({ start, end, dates }, whole) => {
  const before = whole.slice(Math.max(0, start - 6), start).match(/[A-Za-z#＃№第]+$/)?.[0] ?? "";
  const after = dates ? whole.slice(end, end + 2).match(/^[年月日时分号]/)?.[0] ?? "" : "";
  return before + whole.slice(start, end) + after;
};
