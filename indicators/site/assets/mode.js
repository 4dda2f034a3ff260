// Runs before anything is painted: notes that scripts work, and sets the mode that the reader has chosen.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const mode = localStorage.getItem("indicators-mode");
    if (mode === "light" || mode === "dark") root.dataset.mode = mode;
  } catch { /* the browser stores nothing: the page follows the system */ }
})();
