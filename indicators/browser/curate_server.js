// What the page Curate asks the server: text and decisions there, candidates and checks back. Nothing is kept there.

import { filled } from "./curate_dom.js";
import { UnreachableError, send } from "./own_port.js";

export const LIMIT = 200_000;
/** So many characters of what is typed into a box: the server takes no more. */
export const LONGEST = Object.freeze({ name: 120, words: 400, address: 2_000 });
const PATIENCE = 15_000;
const PATIENCE_WITH_MODEL = 150_000;

/** An answer that says what is wrong: `sentence` for the reader, `status` 0 without an answer, `body` where it has more. */
export class Refusal extends Error {
  constructor(status, sentence, body = {}, delay = 0) {
    super(sentence);
    Object.assign(this, { status, sentence, body, delay });
  }
}

/** The text that is read, and how much is left unread; no character is cut in two. */
export const cut = text => {
  const isHigh = /[\ud800-\udbff]/.test(text[LIMIT - 1] ?? "");
  const read = text.slice(0, text.length > LIMIT && isHigh ? LIMIT - 1 : LIMIT);
  return { text: read, unread: text.length - read.length };
};

/** The answer to a question; raises Refusal, and what AbortController raises. */
export async function ask(route, question, words, { isOwn, signal }) {
  const expiry = AbortSignal.timeout(route.startsWith("ask") ? PATIENCE_WITH_MODEL : PATIENCE);
  let answer;
  try {
    answer = await send(route, question, { isOwn, signal: signal ? AbortSignal.any([signal, expiry]) : expiry });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, error instanceof UnreachableError ? filled(words.noOwnPort, { port: error.port }) : words.noAnswer);
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  const own = { 404: words.notOffered, 413: words.tooLong }[answer.status];
  const delay = 1000 * (Number(answer.headers.get("Retry-After")) || 0);
  throw new Refusal(answer.status, body.sentence || own || words.noAnswer, body, delay);
}

/** The text of a file in UTF-8, UTF-16 with its mark, or GB 18030; null if it is no text. */
export async function textOf(file) {
  const bytes = new Uint8Array(await file.slice(0, 4 * LIMIT).arrayBuffer());
  const isCut = file.size > bytes.length;
  const mark = (bytes[0] << 8) | bytes[1];
  const names = { 0xfffe: ["utf-16le"], 0xfeff: ["utf-16be"] }[mark] ?? ["utf-8", "gb18030"];
  for (const name of names) {
    try {
      const decoded = new TextDecoder(name, { fatal: true }).decode(bytes, { stream: isCut });
      return /[\0-\x08\x0e-\x1f]/.test(decoded) ? null : decoded;
    } catch { /* the next one */ }
  }
  return null;
}
