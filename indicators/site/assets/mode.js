// Before anything is painted: scripts work, and in which mode the reader wants the page.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const mode = localStorage.getItem("indicators-mode");
    if (mode === "light" || mode === "dark") root.dataset.mode = mode;
  } catch { /* a browser that keeps nothing: the page follows the system */ }
})();
