// Before anything is painted: scripts work, and on which ground the reader wants the page.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const ground = localStorage.getItem("indicators-ground");
    if (ground === "light" || ground === "dark") root.dataset.ground = ground;
  } catch { /* a browser that keeps nothing: the page follows the system */ }
})();
