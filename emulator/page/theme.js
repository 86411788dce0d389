// Runs before the page is drawn, so that a dark page never flashes light.
(() => {
  const wished =
    new URLSearchParams(location.search).get("theme") ?? localStorage.getItem("emulator.theme");
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme =
    wished === "dark" || wished === "light" ? wished : isDark ? "dark" : "light";
})();
