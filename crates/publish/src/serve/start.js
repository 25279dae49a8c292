// The start page of the preview: the tag builder, and every notice. All that is shown comes from site.json, as text.
const $ = (selector) => document.querySelector(selector);
const form = $("#builder");

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
};

const options = (select, all) => {
  const { value } = select;
  select.replaceChildren(...all.map(([id, title]) => make("option", { value: id }, title)));
  if (all.some(([id]) => id == value)) select.value = value;
};

// A page with a form and that tag, at the widths of a phone and of a desk.
const pair = (attributes) => {
  const query = new URLSearchParams(attributes);
  const frame = (name) => {
    const title = `${name}: ${attributes.service} ${attributes.part || attributes.audience || ""}`;
    return make("figure", {}, make("iframe", { class: name, src: "try.html?" + query, loading: "lazy", title }), make("figcaption", {}, name));
  };
  return make("div", { class: "pair" }, frame("phone"), frame("desk"));
};

const views = ({ parts, audiences }) => [
  ["", "the whole notice"],
  ...parts.map(([id, title]) => ["part " + id, title]),
  ...audiences.map(([id, title]) => ["audience " + id, title]),
];

const seen = (view) => {
  const [kind, id] = view.split(" ");
  return id ? { [kind]: id } : {};
};

const escaped = (text) => text.replace(/[&"<]/g, (mark) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[mark]);

const called = new Intl.DisplayNames("en", { type: "language" });

// What stands for the site's own form where no placement names one.
const ANY_FORM = "#form";

let site;
// Where the notice, as it is to be seen, is placed in the site; else where any view of it is.
const placedForm = ({ service, part, audience }) => {
  const all = site.placements.filter((one) => one.service == service && one.form);
  return (all.find((one) => one.part == part && one.audience == audience) || all[0])?.form;
};

// The selector starts with that of the site, until somebody writes another. Where the placements name the notices, they name the
// forms as well.
let written;
const preset = (chosen) => {
  if (!written) form.elements.form.value = chosen ? placedForm({ service: chosen.id, ...seen(form.view.value) }) || ANY_FORM : "";
};

// Everything that the form says of the tag, without what a page would do anyway.
const asked = () => {
  const { service, view, form: selector, lang, cookies, kiosk } = Object.fromEntries(new FormData(form));
  const all = { service, ...seen(view), form: selector, lang, cookies, kiosk };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
};

// Copies a text when it is pressed, and says so beside it.
const copies = (button, text) => {
  const said = make("span", { role: "status" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await text());
    said.textContent = " Copied.";
  });
  return [button, said];
};

// An include with what to do about it. Pasted, it names the style sheet that every release has.
const include = (path) => {
  const pasted = async () => (await (await fetch(path)).text()).replace(/card-[0-9a-f]{8}\.css"/, 'card.css"');
  const line = () => `<!--# include virtual="${path}" -->`;
  const button = (words) => make("button", { type: "button" }, words);
  return make("li", {}, make("a", { href: path }, path), " ", ...copies(button("Copy to paste"), pasted), " ", ...copies(button("Copy for the server"), line));
};

// Those that there are, with their texts.
const includes = async ({ service, part, audience, lang = site.languages[0], cookies }, folder) => {
  const card = [service, part || audience, lang];
  const bar = ["cookies", folder.slice(0, -1), lang];
  const names = [...(service ? [card] : []), ...(cookies == "off" ? [] : [bar])];
  const paths = names.map((name) => `/includes/${name.filter(Boolean).join(".")}.html`);
  const read = (path) => fetch(path).then((got) => (got.ok ? got.text() : ""), () => "");
  const all = await Promise.all(paths.map(async (path) => ({ path, text: await read(path) })));
  return all.filter(({ text }) => text);
};

// The hashes that stand at the top of a cookie bar, with a space before each.
const allowed = (texts) => {
  const found = texts.map((text) => /^<!--[^]*?script-src (\S+); style-src (\S+)\n-->/.exec(text)).find(Boolean);
  return found ? [` ${found[1]}`, ` ${found[2]}`] : ["", ""];
};

// For a page that pins the gate: the hash of each module that the gate leads to. Nothing else of that host is imported, also not
// under another name, as is done where one could not be had.
const importMap = (host, { modules }) => {
  const named = Object.entries(modules).map(([name, integrity]) => [host + name, integrity]);
  const imports = { [host]: null, ...Object.fromEntries(named.map(([address]) => [address, address])) };
  return JSON.stringify({ imports, integrity: Object.fromEntries(named) }, null, 1).replace(/</g, "\\u003c");
};

// What a security policy allows an inline script by. The browser can tell only on this machine, or over https.
const hashed = async (text) => {
  if (!crypto.subtle) return "'nonce-…'";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
};

// What a tag that names no notice shows on the pages that a placement claims.
const placement = ({ address, service, part, audience, form: selector }, attributes) => {
  const view = Object.fromEntries(Object.entries({ service, part, audience }).filter(([, id]) => id));
  const of = Object.values(view).join(" ");
  const where = attributes.form || selector;
  const place = where ? ` in ${where}` : ", which names no form: only where <council-notice> stands";
  const details = make("details", {}, make("summary", {}, make("strong", {}, address), `: ${of}${place}`));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.children[1]) return;
    details.append(pair({ ...attributes, ...view, form: ANY_FORM }));
    // The bar is offered with the tag.
    const cards = await includes({ ...attributes, ...view, cookies: "off" }, "");
    details.append(make("ul", {}, ...cards.map(({ path }) => include(path))));
  });
  return details;
};

let turn = 0;
const tell = async () => {
  const mine = ++turn;
  if (form.service.selectedIndex < 0) return;
  const chosen = site.notices.find(({ id }) => id == form.service.value);
  options(form.view, chosen ? views(chosen) : [["", "as it is placed"]]);
  preset(chosen);
  const attributes = asked();
  const host = site.address || "https://notices.example/";
  const gate = site.gates.find(({ folder }) => folder == form.gate.value) || site.gates[0];
  const pin = form.pin.checked;
  const lines = Object.entries(attributes).map(([name, value]) => `\n  data-${name}="${escaped(value)}"`);
  if (pin) lines.unshift(`\n  integrity="${gate.integrity}" crossorigin="anonymous"`);
  // As the gate has it: a shared screen takes all from beside it.
  const files = (!attributes.kiosk && site.files) || host;
  const map = pin && importMap(files, gate);
  const before = pin ? `<script type="importmap">${map}</script>\n` : "";
  $("#tag").textContent = `${before}<script async src="${escaped(host)}${pin ? gate.pinned : gate.folder + "council-notice.js"}"${lines.join("")}></script>`;
  $("#pinned").hidden = !pin;
  const { origin } = new URL(files);
  const origins = [...new Set([new URL(host).origin, origin])].join(" ");
  const inline = pin ? ` ${await hashed(map)}` : "";
  if (mine != turn) return;
  const policy = (hash) => `script-src ${origins}${inline}${hash} 'wasm-unsafe-eval'; connect-src ${origin}`;
  $("#no-address").hidden = !!site.address;
  $("#policy").textContent = policy("");
  const tried = { ...attributes, ...(gate.folder && { gate: gate.folder }) };
  $("#live").replaceChildren(...(chosen ? [pair({ ...tried, form: ANY_FORM })] : site.placements.map((one) => placement(one, tried))));
  const offered = await includes(attributes, gate.folder);
  // Somebody may have chosen anew meanwhile.
  if (mine != turn) return;
  $("#include").hidden = !offered.length;
  $("#include ul").replaceChildren(...offered.map(({ path }) => include(path)));
  const [script, style] = allowed(offered.map(({ text }) => text));
  $("#include-policy").textContent = `${policy(script)}; style-src ${origins}${style}`;
};

// What the check finds in a notice.
const finding = ({ severity, rule, message, remedy, place }) => {
  const where = place ? ` (${place.file}:${place.line})` : "";
  return make("li", {}, make("strong", {}, `${severity} ${rule}`), ` ${message}${where}. ${remedy}`);
};

const notice = (one) => {
  const ease = one.ease == null ? "" : `, reading ease ${Math.round(one.ease)}`;
  const found = one.findings.length == 1 ? ", 1 finding" : `, ${one.findings.length} findings`;
  const details = make("details", {}, make("summary", {}, make("strong", {}, one.title), ` (${one.id}@${one.version}${ease}${found})`));
  // Each is a page of its own, so that none is loaded before somebody looks.
  details.addEventListener("toggle", () => {
    if (!details.open || details.children[1]) return;
    details.append(make("ul", {}, ...one.findings.map(finding)));
    // Without the bar, which in a small frame would lie over the card.
    for (const [view, title] of views(one)) details.append(make("h3", {}, title), pair({ service: one.id, ...seen(view), form: ANY_FORM, cookies: "off" }));
  });
  return details;
};

let build;
const show = async () => {
  const now = await (await fetch("site.json")).json();
  if (now.build == build) return;
  ({ site, build } = now);
  $("#wrong").hidden = !now.wrong;
  $("#wrong pre").textContent = now.wrong || "";
  $("#wrong p").hidden = !site.gates.length;
  document.title = `Preview: ${site.name || "a site"}`;
  $("h1").textContent = document.title;
  $("#findings").textContent = site.findings;
  $("#own").hidden = !(await fetch("/", { method: "HEAD" })).ok;
  $("#unfinished").hidden = !site.warnings.length;
  $("#unfinished ul").replaceChildren(...site.warnings.map((said) => make("li", {}, said)));
  const byAddress = site.placements.length ? [["", "one tag for all pages"]] : [];
  options(form.service, [...site.notices.map(({ id, title }) => [id, title]), ...byAddress]);
  options(form.gate, site.gates.map(({ folder }) => [folder, folder ? folder.slice(0, -1) : "this site’s own"]));
  $("#whose").hidden = site.gates.length < 2;
  options(form.lang, [["", "the page’s own"], ...site.languages.map((code) => [code, called.of(code)])]);
  $("#notices").replaceChildren(...site.notices.map(notice));
  await tell();
};

form.elements.form.addEventListener("input", () => (written = true));
form.addEventListener("change", tell);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("[data-copy]")) button.nextElementSibling.replaceWith(copies(button, () => $("#" + button.dataset.copy).textContent)[1]);
await show();
setInterval(() => show().catch(() => {}), 500);
