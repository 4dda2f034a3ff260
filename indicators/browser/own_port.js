// Where a page that reads a text sends it: to the dashboard, or on the curator's own machine to a second port of it, which
// no proxy passes on. Another program may take that port after a restart, so the page asks for it each time.

const ONLY_THERE = /^(write|take-back|ask)\b/; // nobody else is offered these

/** The second port does not answer: over SSH it has to be forwarded, too. */
export class UnreachableError extends Error {
  constructor(address) {
    super(`nothing answers at ${address}`);
    this.port = new URL(address).port;
  }
}

/** The answer of fetch to a question below curate/. Raises UnreachableError, and what fetch and AbortController raise. */
export async function send(route, question, { isOwn, signal }) {
  const home = document.baseURI;
  if (!isOwn) return post(home, route, question, signal);
  const place = await post(home, "place", {}, signal);
  if (!place.ok) return place;
  const { address, header, token } = await place.json();
  try {
    return await post(address, route, question, signal, { [header]: token });
  } catch (error) {
    if (signal?.aborted) throw error;
    const answer = ONLY_THERE.test(route) ? null : await post(home, route, question, signal); // where everybody may ask
    if (!answer || answer.status === 404) throw new UnreachableError(address);
    return answer;
  }
}

const post = (base, route, question, signal, headers = {}) => fetch(new URL(`curate/${route}`, base), {
  method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(question),
  credentials: "same-origin", cache: "no-store", signal,
});
