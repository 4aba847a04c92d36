// The whole script: a moved lever asks for pictures, an answered fact for an answer; addresses and history are the browser's own.
document.documentElement.classList.remove("no-script");
const TAB = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join("");
let source = null;
let last = "";
let soon = 0;

const near = (a, b, step) => Math.abs(a - b) < step / 100;

// What of the form belongs in the address: sliders that stand where the bargain puts them do not.
function query(form) {
  const pairs = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.type === "submit") continue;
    if (field.type === "radio" && !field.checked) continue;
    if (field.dataset.base !== undefined) {
      const step = Number(field.dataset.step);
      if (near(Number(field.value), Number(field.dataset.base), step)) continue;
      pairs.append(field.name, String(Number(Number(field.value).toPrecision(4))));
    } else if (field.value) pairs.append(field.name, field.value);
  }
  return pairs;
}

function tell(field) {
  const out = document.getElementById("o-" + field.name);
  const shown = Number(field.value) * Number(field.dataset.factor);
  const places = Number(field.dataset.places);
  out.value = shown.toLocaleString(document.documentElement.lang, { minimumFractionDigits: places, maximumFractionDigits: places }) + field.dataset.suffix;
  const moved = !near(Number(field.value), Number(field.dataset.base), Number(field.dataset.step));
  field.closest(".lever").classList.toggle("moved", moved);
}

// A slider of a form that is sent: on round steps, its value told beside it.
function tellPlain(field) {
  const step = Number(field.dataset.step);
  const own = Number(field.dataset.plain);
  let value = Number(field.min) + Math.round((Number(field.value) - Number(field.min)) / step) * step;
  if (Math.abs(value - own) < step * 0.75) value = own;
  field.value = String(Number(value.toPrecision(4)));
  const places = Number(field.dataset.places);
  field.nextElementSibling.value = (value * Number(field.dataset.factor)).toLocaleString(document.documentElement.lang, { minimumFractionDigits: places, maximumFractionDigits: places }) + field.dataset.suffix;
}

function stop() {
  if (source) source.close();
  source = null;
  document.body.classList.remove("working");
}

// Pictures of the setting as it stands; a newer question ends the older at both ends.
function ask() {
  const form = document.getElementById("setting");
  if (!form) return;
  stop();
  const pairs = query(form);
  pairs.append("tab", TAB);
  if (last && document.getElementById("l-" + last)) pairs.append("last", last);
  document.getElementById("dose").textContent = "";
  const progress = document.getElementById("progress");
  progress.textContent = form.dataset.waiting;
  document.body.classList.add("working");
  source = new EventSource(form.dataset.stream + "?" + pairs);
  source.addEventListener("wait", (e) => { progress.textContent = JSON.parse(e.data).said; });
  source.addEventListener("picture", (e) => {
    const there = document.getElementById("picture");
    const open = [...there.querySelectorAll("details")].map((one) => one.open);
    there.innerHTML = JSON.parse(e.data).html;
    there.querySelectorAll("details").forEach((one, n) => { one.open = open[n] ?? one.open; });
    progress.textContent = "";
    document.body.classList.remove("working");
    const line = there.querySelector(".headline-lines p");
    if (line) document.querySelector(".jump").textContent = line.textContent;
  });
  source.addEventListener("dose", (e) => { document.getElementById("dose").innerHTML = JSON.parse(e.data).html; });
  source.addEventListener("trouble", (e) => { progress.textContent = JSON.parse(e.data).said; stop(); });
  source.addEventListener("done", stop);
  source.onerror = () => { progress.textContent = form.dataset.stopped; stop(); };
}

// Another page of ours put in place of this one's content, as a link would, without losing the place.
let latest = 0;
async function go(address, push) {
  const mine = ++latest;
  let text;
  try {
    text = await (await fetch(address, { headers: { accept: "text/html" } })).text();
  } catch {
    // The laboratory was stopped, or the reader is leaving: the browser's own page says what is so.
    if (mine === latest) location.assign(address);
    return;
  }
  if (mine !== latest) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const at = document.activeElement && document.activeElement.id;
  const top = document.querySelector(".bench")?.scrollTop;
  if (push) history.pushState(null, "", address);
  document.title = page.title;
  document.getElementById("main").replaceWith(document.importNode(page.getElementById("main"), true));
  document.querySelector(".language").replaceWith(document.importNode(page.querySelector(".language"), true));
  if (at) document.getElementById(at)?.focus({ preventScroll: true });
  const bench = document.querySelector(".bench");
  if (bench && top) bench.scrollTop = top;
  begin();
}

// The days of the law as a slider: what it says goes into the field of the day.
const DAY = 86400000;
function days(field, set) {
  const [first, last] = [Date.parse(field.dataset.first), Date.parse(field.dataset.last)];
  const date = document.getElementById("law-date");
  if (set) field.value = (Date.parse(date.value) - first) / (last - first);
  else date.value = new Date(first + Math.round((Number(field.value) * (last - first)) / DAY) * DAY).toISOString().slice(0, 10);
  field.setAttribute("aria-valuetext", date.value);
}

// Arrows of one mechanism come forward when it is pointed at or reached by keyboard.
function forward(link) {
  for (const arc of document.querySelectorAll(".arc")) {
    arc.classList.toggle("out", arc.classList.contains("from-" + link.dataset.mechanism));
    arc.classList.toggle("in", arc.classList.contains("to-" + link.dataset.mechanism));
  }
}
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (e) => { const link = e.target.closest?.("[data-mechanism]"); if (link) forward(link); });
}

// A page on which something is being made looks again by itself.
let again = 0;
function later() {
  clearTimeout(again);
  const wait = document.querySelector("[data-again]")?.dataset.again;
  if (wait) again = setTimeout(() => (document.hidden ? later() : go(location.href, false)), Number(wait));
}

function begin() {
  stop();
  later();
  document.querySelectorAll("[data-days]").forEach((field) => days(field, true));
  document.querySelectorAll("input[data-base]").forEach(tell);
  document.querySelectorAll("input[data-plain]").forEach(tellPlain);
  ask();
}

document.addEventListener("input", (e) => {
  if (e.target.dataset.days !== undefined) days(e.target, false);
  if (e.target.dataset.plain !== undefined) tellPlain(e.target);
  if (e.target.dataset.base === undefined) return;
  const field = e.target;
  const step = Number(field.dataset.step);
  // Settle on round places, and on the bargain's own place when near it.
  const low = Number(field.min);
  let value = low + Math.round((Number(field.value) - low) / step) * step;
  if (Math.abs(value - Number(field.dataset.base)) < step * 0.75) value = Number(field.dataset.base);
  if (!near(value, Number(field.value), step)) field.value = value;
  tell(field);
  last = field.name;
  clearTimeout(soon);
  soon = setTimeout(ask, 60);
});

document.addEventListener("change", (e) => {
  const form = e.target.form;
  if (!form) return;
  if (e.target.dataset.base !== undefined) {
    const pairs = query(form);
    history.pushState(null, "", form.action.split("?")[0] + "?" + pairs);
    const other = document.querySelector(".language");
    const there = new URLSearchParams(pairs);
    there.set("lang", other.hreflang);
    other.href = location.pathname + "?" + there;
  } else if (e.target.dataset.reload !== undefined) {
    const pairs = query(form);
    for (const field of form.querySelectorAll("[data-base]")) pairs.delete(field.name);
    if (e.target.name === "scenario") for (const name of [...pairs.keys()]) if (name === "bargain" || name.startsWith("pin.")) pairs.delete(name);
    go(form.action.split("?")[0] + "?" + pairs, true);
  } else if (form.dataset.live !== undefined) go(form.action.split("?")[0] + "?" + query(form), true);
});

document.addEventListener("keydown", (e) => {
  const field = e.target;
  if (field.dataset?.base === undefined || !e.key.startsWith("Arrow")) return;
  const way = e.key === "ArrowRight" || e.key === "ArrowUp" ? 1 : -1;
  e.preventDefault();
  field.value = Number(field.value) + way * Number(field.dataset.step);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("click", (e) => {
  const button = e.target.closest("[data-step]");
  if (button && button.tagName === "BUTTON") history.go(Number(button.dataset.step));
});

addEventListener("popstate", () => go(location.href, false));
addEventListener("pagehide", stop);
begin();
