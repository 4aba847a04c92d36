"use strict";
// Three conveniences; the page says all it says without them, with equal weights.
// 1. A link to something inside folded parts unfolds them. Printing unfolds sections, register and works, and folds them again.
// 2. Pointing at a mechanism, or reaching it by keyboard, brings its arrows forward.
// 3. Weights: regret is computed anew from the steps in the page, as analysis/regret.py does it.
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
    folded = [...document.querySelectorAll("details.section:not([open]), details.appendix:not([open])")];
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

  document.documentElement.classList.remove("no-script");
  const words = JSON.parse(document.body.dataset.words || "{}");
  const filled = (sentence, slots) => sentence.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
  const Z = 1.959963984540054;
  const mean = (row) => row.reduce((sum, one) => sum + one, 0) / row.length;
  const half = (row) => {
    const middle = mean(row);
    return Z * Math.sqrt(row.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (row.length - 1) / row.length);
  };
  const lost = (parts, [bargains, futures, ends], scales, share) => {
    const rows = Array.from({ length: bargains }, () => new Float64Array(futures));
    for (let f = 0; f < futures; f += 1) {
      let best = -Infinity;
      for (let b = 0; b < bargains; b += 1) {
        let gained = 0;
        for (let e = 0; e < ends; e += 1) gained += parts[(b * futures + f) * ends + e] * scales[e] * share[e];
        rows[b][f] = gained;
        if (rows[b][f] > best) best = rows[b][f];
      }
      for (let b = 0; b < bargains; b += 1) rows[b][f] = best - rows[b][f];
    }
    return rows;
  };
  const percent = (part) => {
    // A half goes to the even number, as it does where the page was drawn.
    const exact = part * 100;
    const whole = Math.abs((exact % 1) - 0.5) < 1e-9 ? 2 * Math.round(exact / 2) : Math.round(exact);
    if (whole === 0 && part > 0) return words.under;
    if (whole === 100 && part < 1) return words.over;
    return `${whole}\u00a0%`;
  };
  const verdict = (rows, names) => {
    const order = rows.map((row, n) => [mean(row), n]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((one) => one[1]);
    const [least, after] = order;
    const gaps = rows[after].map((one, f) => one - rows[least][f]);
    const [first, next] = [names[least], names[after]].map((name) => filled(words.quoted, { name }));
    return filled(mean(gaps) - half(gaps) > 0 ? words.least : words.unclear, { least: first, after: next });
  };
  for (const block of document.querySelectorAll(".weigh")) {
    const bytes = Uint8Array.from(atob(block.dataset.parts), (one) => one.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const parts = Int16Array.from({ length: bytes.length / 2 }, (_, n) => view.getInt16(2 * n, true));
    const shape = block.dataset.shape.split("x").map(Number);
    const scales = block.dataset.scales.split(" ").map(Number);
    const inputs = [...block.querySelectorAll("input")];
    const lines = [...block.querySelectorAll("tbody tr")];
    const names = lines.map((line) => line.querySelector(".who").textContent);
    const said = block.closest("figure").querySelector(".said");
    const update = () => {
      const sum = inputs.reduce((total, one) => total + Number(one.value), 0);
      const share = inputs.map((one) => (sum ? Number(one.value) / sum : 0));
      inputs.forEach((one, e) => {
        one.parentElement.querySelector("output").textContent = percent(share[e]);
        one.setAttribute("aria-valuetext", percent(share[e]));
      });
      if (!sum) {
        said.textContent = words.zero;
        return;
      }
      const rows = lost(parts, shape, scales, share);
      const longest = Math.max(...rows.map(mean)) || 1;
      lines.forEach((line, b) => {
        const [middle, wide] = [mean(rows[b]), half(rows[b])];
        const tail = Math.max(1, Math.ceil(0.05 * shape[1]));
        const worst = mean([...rows[b]].sort((x, y) => y - x).slice(0, tail));
        line.querySelector(".mean").textContent =
          filled(words.interval, { mean: middle.toFixed(3), low: Math.max(0, middle - wide).toFixed(3), high: (middle + wide).toFixed(3) });
        line.querySelector(".worst").textContent = worst.toFixed(3);
        line.querySelector(".free").textContent = filled(words.of, { part: rows[b].filter((one) => one <= 0).length, all: shape[1] });
        line.querySelector("rect.fill").setAttribute("width", (100 * middle) / longest);
      });
      said.textContent = verdict(rows, names);
    };
    inputs.forEach((one) => one.addEventListener("input", update));
    const figure = block.closest("figure");
    const shown = () => [...figure.querySelectorAll(".mean, .worst, .free, output, .said")];
    const first = shown().map((one) => one.textContent);
    const widths = [...block.querySelectorAll("rect.fill")].map((one) => one.getAttribute("width"));
    block.querySelector(".reset").addEventListener("click", () => {
      inputs.forEach((one) => { one.value = one.defaultValue; });
      update();
      // What was drawn is of all futures; the parts in the page may be of fewer.
      shown().forEach((one, n) => { one.textContent = first[n]; });
      block.querySelectorAll("rect.fill").forEach((one, n) => { one.setAttribute("width", widths[n]); });
    });
  }
})();
