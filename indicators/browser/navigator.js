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

const pages = new WeakMap(); // the page that is shown, by the element of this component

export default function ({ data, parentElement, setTriggerValue }) {
  if (pages.has(parentElement) && pages.get(parentElement) !== data) scrollToTop();
  pages.set(parentElement, data);
  const follow = event => {
    const link = followed(event);
    if (!link) return;
    event.preventDefault();
    setTriggerValue(link.hasAttribute("data-page") ? "opened" : "followed", link.getAttribute("href"));
  };
  document.addEventListener("click", follow);
  document.addEventListener("click", leave);
  document.addEventListener("click", copy);
  return () => {
    document.removeEventListener("click", follow);
    document.removeEventListener("click", leave);
    document.removeEventListener("click", copy);
  };
}
