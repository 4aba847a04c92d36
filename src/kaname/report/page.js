"use strict";
// Two conveniences; the page says all it says without them.
// 1. A link to something inside folded parts unfolds them. Printing unfolds all and folds again afterwards.
// 2. Pointing at a mechanism, or reaching it by keyboard, brings its arrows forward.
(() => {
  const unfold = (node) => {
    for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const follow = () => {
    const node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!node) return;
    unfold(node);
    node.scrollIntoView({ block: "start" });
    if (node.tabIndex >= -1 && node.hasAttribute("tabindex")) node.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.section:not([open])")];
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));

  const show = (anchor) => {
    for (const arc of document.querySelectorAll(".arc")) {
      arc.classList.toggle("out", arc.classList.contains("from-" + anchor));
      arc.classList.toggle("in", arc.classList.contains("to-" + anchor));
    }
  };
  for (const link of document.querySelectorAll("[data-mechanism]")) {
    link.addEventListener("mouseenter", () => show(link.dataset.mechanism));
    link.addEventListener("focus", () => show(link.dataset.mechanism));
  }
})();
