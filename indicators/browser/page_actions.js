// Buttons of pages that only a browser can answer: one with data-prints prints the page, one with data-copies copies the
// text of the element that its selector finds, and says so in the words of data-copied for a moment.
(() => {
  "use strict";
  if (window.indicatorsPageActions) return;
  window.indicatorsPageActions = true;
  const SHOWN = 2000;

  // Browsers have a clipboard for scripts only at addresses that are safe, and may refuse it; what is selected can be copied.
  const copyText = async element => {
    try {
      await navigator.clipboard.writeText(element.innerText);
    } catch {
      const selection = getSelection();
      selection.selectAllChildren(element);
      document.execCommand("copy");
      selection.removeAllRanges();
    }
  };

  const copy = async button => {
    const element = document.querySelector(button.dataset.copies);
    if (!element || button.dataset.label) return;
    await copyText(element);
    button.dataset.label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = button.dataset.label;
      delete button.dataset.label;
    }, SHOWN);
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-copies], [data-prints]") : null;
    if (!button) return;
    if (button.dataset.copies) copy(button);
    else print();
  });
})();
