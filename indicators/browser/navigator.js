// Links between pages of the dashboard: an ordinary click is told to the server, which answers with the other page in the
// same session. With another button or a modifier, without a script, or copied, they are ordinary links.

import "./page_actions.js"; // it listens for buttons of pages

const isPlain = event => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

const followed = event => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null;
  return link && isPlain(event) && !event.defaultPrevented ? link : null;
};

// Links to other sites open in a tab of their own: the session of this one goes on. Streamlit removes their target.
const leave = event => {
  const link = event.target instanceof Element ? event.target.closest('a[rel~="external"]') : null;
  if (!link || link.target || !isPlain(event) || event.defaultPrevented) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener,noreferrer");
};

// A button that copies the text before it.
const copy = async event => {
  const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
  const text = button?.previousElementSibling;
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent);
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  } catch { // no permission, or an address without https: the text is selected instead
    getSelection().selectAllChildren(text);
  }
};

const scrollToTop = () => {
  document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0, behavior: "instant" });
};

// What is told to the server, through the element of this component that was drawn last; null before the first.
let tell = null;
let shown = ""; // the page
let clicked = {}; // the link that was clicked last while there was no connection
let isResuming = false; // a new session may take the page for another at first

// Whether the browser is connected is an attribute of the element in which Streamlit draws everything.
const STATE = "data-test-connection-state";
const stateElement = () => document.querySelector(`[${STATE}]`);
const isConnected = () => (stateElement()?.getAttribute(STATE) ?? "CONNECTED") === "CONNECTED";
let wasConnected = true;
let observed = null;

// After some time without a connection, or a restart of the server, the browser is in a new session, which knows nothing
// of parts of the page that are drawn alone: a choice in them would be ignored without a word.
const connection = new MutationObserver(() => {
  const hasReturned = isConnected() && !wasConnected;
  wasConnected = isConnected();
  if (!hasReturned) return;
  isResuming = !clicked.link;
  tell("returned", { page: shown, ...clicked });
  clicked = {};
});

const observe = () => {
  const element = stateElement();
  if (!element || element === observed) return;
  observed = element;
  connection.observe(element, { attributes: true, attributeFilter: [STATE] });
};

const follow = event => {
  const link = tell && followed(event);
  if (!link) return;
  event.preventDefault();
  isResuming = false;
  const [address, inPlace] = [link.getAttribute("href"), link.hasAttribute("data-page")];
  if (isConnected()) tell(inPlace ? "opened" : "followed", address);
  else clicked = { link: address, inPlace };
};

// They are never removed: Streamlit draws an element anew now and then, and a click may come in between.
document.addEventListener("click", follow);
document.addEventListener("click", leave);
document.addEventListener("click", copy);

export default function ({ data, setTriggerValue }) {
  if (shown === data) isResuming = false;
  if (!isResuming) {
    if (tell && shown !== data) scrollToTop();
    shown = data;
  }
  tell = setTriggerValue;
  observe();
}
