// The gate: published as council-notice.js, a classic script, the only one written by hand.
//
// It alone reads and writes the record of a choice, and it alone lets gated content run. It asks with a first layer
// made at build time, and loads the widget (WASM) only when something needs a face. Whatever fails, it fails closed:
// nothing is granted, and a link to the static notice stays where the notice would be.
//
// `publish` puts the deployment's data in place of the one free name below, then minifies. Its members:
//   version, revision        of this build; of the cookie policy (a record of another revision is none)
//   consent, exempt          category ids by footing; `essential` is in neither
//   widget, wasm             file names beside this script
//   lang, index, layers      default language; index file by language; file of {first, fallback, frame} by other language
//   first, fallback, frame   the words: trees of the bar and its confirmation; link text; {blocked, once, always}
//   css, places              first-layer.css; the filter described at `claimed`, in base64
(() => {
  const DATA = __DATA__;

  // `document.currentScript` is null for a script put in by a loader, and <img name="currentScript"> takes its place.
  let script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) script = document.querySelector('script[src*="council-notice.js"]');
  // A second tag finds the element defined and leaves. Nothing on the page can pretend that, as it can with a global.
  if (!script?.src || customElements.get("council-notice")) return;

  const base = new URL(".", script.src).href;
  const options = { ...script.dataset };
  const { service, part, audience, cookieDomain } = options;
  const asks = options.cookies != "settings" && options.cookies != "off";
  const page = document.documentElement;
  const asked = options.lang || page.lang;
  const lang = [asked, asked.slice(0, 2), DATA.lang].find((code) => DATA.index[code]);
  const known = [...DATA.consent, ...DATA.exempt];
  const signal = navigator.globalPrivacyControl;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent("council-notice:" + name, { detail }));

  // [tag, attributes, ...children] → element. Never innerHTML: Trusted Types refuse it.
  const build = ([tag, attributes, ...children]) => {
    const element = document.createElement(tag);
    for (const name in attributes) if (attributes[name] != null) element.setAttribute(name, attributes[name]);
    element.append(...children.map((child) => (Array.isArray(child) ? build(child) : child)));
    return element;
  };

  // ---- The record: council_notice=1.<revision>.<unix seconds>.<random id>.<ids joined by ~, or 0> ----

  const NAME = "council_notice=";
  const SHAPE = new RegExp(`^${NAME}1\\.${DATA.revision}\\.([1-9]\\d{8,10})\\.(\\d{1,20})\\.([a-z~]+|0)$`);
  const seconds = () => Math.floor(Date.now() / 1000);
  // Twelve months after an acceptance, six after a refusal.
  const life = (categories) => (categories.some((id) => DATA.consent.includes(id)) ? 31536000 : 15768000);
  const write = (categories) =>
    `${NAME}1.${DATA.revision}.${seconds()}.${crypto.getRandomValues(new Uint32Array(2)).join("")}.${categories.join("~") || 0}`;

  const parse = (text) => {
    const [, time, id, ids = ""] = SHAPE.exec(text) || [];
    const listed = ids.split("~");
    const categories = known.filter((category) => listed.includes(category));
    const age = seconds() - time;
    // Joined again they must be what was written: nothing unknown, nothing twice.
    return (categories.join("~") || "0") == ids && age >= 0 && age < life(categories)
      ? Object.freeze({ revision: DATA.revision, time: +time, id, categories: Object.freeze(categories) })
      : null;
  };

  let record;
  let unkept = null; // stands in for the record where the browser keeps no cookies: always a refusal

  const read = () => {
    try {
      const found = document.cookie.split("; ").filter((cookie) => cookie.startsWith(NAME));
      return (found.length == 1 && parse(found[0])) || unkept;
    } catch {
      return unkept; // a sandboxed frame
    }
  };

  const bake = (cookie, domain) => {
    try {
      document.cookie =
        cookie +
        ";Path=/;SameSite=Lax" +
        (domain ? ";Domain=" + domain : "") +
        (location.protocol == "https:" ? ";Secure" : "");
    } catch {}
  };

  // The name may stand on any parent domain, from other pages' tags; the browser itself refuses public suffixes.
  const forget = () => {
    unkept = null;
    bake(NAME + ";Max-Age=0");
    for (const labels = location.hostname.split("."); labels[0]; labels.shift()) bake(NAME + ";Max-Age=0", labels.join("."));
  };

  const save = (wanted) => {
    const categories = known.filter((category) => wanted.includes(category));
    const text = write(categories);
    const cookie = text + ";Max-Age=" + life(categories);
    const { id } = parse(text);
    forget();
    if (cookieDomain) bake(cookie, cookieDomain);
    if (read()?.id != id) bake(cookie);
    if (read()?.id != id) {
      unkept = parse(write([]));
      tell("error", { stage: "record", message: "This browser keeps no cookies" });
    }
    record = read();
    const count = record.categories.length;
    layer(asks && (count ? (count < known.length ? "saved" : "accepted") : "rejected"));
    run();
    tell("choice", record);
  };

  // Another tab, or another page of a shared domain, may have written meanwhile.
  const sync = () => {
    const id = record?.id;
    record = read();
    if (record?.id == id) return;
    ask();
    run();
    tell("choice", record);
  };

  const ALIASES = { statistics: "analytics", measurement: "analytics", necessary: "essential" };
  const canonical = (category) => ALIASES[category] || category;
  const allows = (category) =>
    canonical(category) == "essential" ||
    (record ? record.categories : signal ? [] : DATA.exempt).includes(canonical(category));
  const accept = (categories) => save(categories == "all" ? known : [].concat(categories).map(canonical));
  const reject = () => save([]);

  // ---- The first layer ----

  let sheet;
  const dress = (host, tree) => {
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(build(tree));
    try {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(DATA.css);
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      shadow.append(build(["style", {}, DATA.css])); // Safari before 16.4 constructs no sheet
    }
    return shadow;
  };

  let bar, banner, line, state, cameFrom;

  // Shows "ask" (the banner), one of the confirmation's states, or nothing.
  const layer = (next) => {
    state = next;
    if (!bar) {
      if (!state) return;
      bar = build(["council-notice-cookies", { lang }]);
      [banner, line] = dress(bar, ["div", {}, ...DATA.first]).firstChild.children;
      banner.tabIndex = line.tabIndex = -1;
      // Does not fire for moves inside the bar: there, both ends look the same from outside.
      bar.addEventListener("focusin", (event) => (cameFrom = event.relatedTarget));
      // What gets focus scrolls clear of the bar. Fires on showing, on resizing and, with height 0, on removal.
      const own = page.style.scrollPaddingBottom;
      new ResizeObserver(() => {
        page.style.scrollPaddingBottom = bar.offsetHeight ? bar.offsetHeight + "px" : own;
      }).observe(bar);
    }
    const focused = bar.shadowRoot.activeElement;
    const asking = state == "ask";
    banner.hidden = !asking;
    // The status line is in the page before it speaks, so that a screen reader hears the change.
    line.toggleAttribute("data-show", !asking);
    for (const words of line.querySelectorAll("[data-state]")) words.hidden = words.dataset.state != state;
    if (!state) bar.remove();
    // Before <body>: first for the keyboard, and out of the way of the page's own `:first-child` and `* + *`.
    else if (!bar.isConnected) page.insertBefore(bar, document.body);
    if (focused) (state ? (asking ? banner : line) : cameFrom)?.focus();
  };

  const ask = () => layer(asks && !record && (signal ? "signal" : "ask"));

  // ---- Gated content ----

  const GATED =
    'script[type="text/plain"][data-category],template[data-category],iframe[data-category][data-src],img[data-category][data-src]';
  let loading = 0;

  // Runs whatever may run and has not: each once, in document order. A script from a file holds back the inline
  // scripts and templates behind it until it has loaded or failed; between files the browser keeps the order.
  const run = () => {
    // Half a script may have arrived: nothing before the page is parsed.
    if (document.readyState == "loading") return;
    // A frame that a framework took away leaves its box behind.
    for (const box of document.querySelectorAll("council-notice-frame")) if (box.previousSibling?.localName != "iframe") box.remove();
    let held;
    for (const element of document.querySelectorAll(GATED)) {
      const { category, src } = element.dataset;
      const kind = element.localName;
      // What has just run may have changed the page or the choice.
      if (!element.isConnected || !element.matches(GATED)) continue;
      if (kind[0] == "i") {
        if (allows(category)) release(element);
        else if (kind != "img") cover(element);
      } else if (allows(category)) {
        const external = src || element.hasAttribute("src");
        const eager = external && element.hasAttribute("async");
        held ||= loading && !external;
        if (held && !eager) continue;
        if (kind == "script") revive(element, external && !eager);
        else {
          unpack(element);
          return run();
        }
      }
    }
    settled();
  };

  const revive = (old, waits) => {
    const { src, type } = old.dataset;
    const { parentNode, nextSibling } = old;
    let script = document.createElement("script");
    try {
      for (const { name, value } of old.attributes) script.setAttribute(name, value);
      script.text = old.text;
      script.nonce = old.nonce; // the attribute reads "" once in a page with a policy
    } catch {
      script = old; // Trusted Types: what the parser wrote is trusted in its own element
    }
    script.type = type || "";
    script.async = old.hasAttribute("async"); // a script made by script is async until told otherwise
    if (src) script.src = src;
    if (waits && !script.noModule) {
      loading++;
      script.onload = script.onerror = () => (loading--, run());
    }
    old.remove(); // and back in the same breath: that is what makes the browser run it
    parentNode.insertBefore(script, nextSibling);
  };

  // Scripts inside a template take their place in the queue like any other.
  const unpack = (template) => {
    for (const script of template.content.querySelectorAll("script:not([data-category])")) {
      script.dataset.type = script.type;
      script.dataset.category = "essential";
      script.type = "text/plain";
    }
    template.removeAttribute("data-category");
    template.after(template.content);
  };

  const boxOf = (frame) => (frame.nextSibling?.localName == "council-notice-frame" ? frame.nextSibling : null);

  // The frame stays where it is (a framework may own it), unseen, with a box of its size behind it.
  const cover = (frame) => {
    if (boxOf(frame)) return;
    const { blocked, once, always } = DATA.frame;
    const source = build(["a", { href: frame.dataset.src, target: "_blank", rel: "noreferrer" }]);
    source.append(source.host);
    const button = (action, label) => ["button", { type: "button", "data-council-notice": action }, label];
    const box = build(["council-notice-frame", { lang }]);
    dress(box, ["div", { part: "frame" }, ["p", {}, blocked, " ", source], button("once", once), button("always", always)]);
    box.style.width = frame.offsetWidth + "px";
    box.style.minHeight = frame.offsetHeight + "px";
    box.was = frame.style.display;
    frame.style.display = "none";
    frame.after(box);
  };

  const release = (element) => {
    const box = boxOf(element);
    element.src = element.dataset.src;
    element.removeAttribute("data-src");
    if (!box) return;
    const focused = box.shadowRoot.activeElement;
    element.style.display = box.was;
    box.remove();
    if (focused) element.focus();
  };

  // ---- The widget ----

  const fetchJson = async (name) => {
    const response = await fetch(base + name);
    if (!response.ok) throw Error(response.status + " " + name);
    return response.json();
  };

  let widget;
  // Everything is asked for at once (the index only to have it in the cache), and a failure of any is one failure.
  const load = async () => {
    const [module, wasm] = await Promise.all([import(base + DATA.widget), fetch(base + DATA.wasm), fetch(base + gate.index)]);
    await module.default({ module_or_path: wasm });
    return module.start(gate);
  };
  const need = async (use, spare) => {
    try {
      await use(await (widget ||= load()));
    } catch (error) {
      widget = null; // the next wish tries again
      fail("widget", error);
      spare?.();
    }
  };

  const fail = (stage, message) => {
    tell("error", { stage, message: String(message) });
    for (const notice of document.querySelectorAll("council-notice")) {
      notice.removeAttribute("data-reserve");
      link(notice);
    }
  };

  const address = (id, part) =>
    id ? base + `notices/${id}/` + (part ? "#part-" + part : "") : service ? address(service, options.part) : base + "notices/";

  const link = (notice) => {
    const href = address(notice.getAttribute("service"), notice.getAttribute("part"));
    if (!notice.firstElementChild) notice.append(build(["a", { href }, DATA.fallback]));
  };

  // Puts a notice at the top of a form, once.
  const place = (selector, attributes) => {
    const form = document.querySelector(selector);
    if (!form || form.querySelector("council-notice")) return null;
    const notice = build(["council-notice", { ...attributes, "data-reserve": "" }]);
    link(notice);
    form.prepend(notice);
    return notice;
  };

  // What the page shows for a notice: its address while it is in the page.
  const ADDRESS = ["service", "part", "audience"];
  const shown = new WeakMap();
  class Notice extends HTMLElement {
    static get observedAttributes() {
      return ADDRESS;
    }
    async connectedCallback() {
      if (!this.shadowRoot) dress(this, ["slot"]);
      await null; // a move is a removal and an insertion: look when both are done
      const now = this.isConnected ? ADDRESS.map((name) => this.getAttribute(name)).join() : undefined;
      if (shown.get(this) === now) return;
      shown.set(this, now);
      need((face) => {
        if (shown.get(this) !== now) return; // changed again meanwhile
        face.unmount(this);
        if (now) return face.mount(this, this.shadowRoot);
      });
    }
    disconnectedCallback() {
      this.connectedCallback();
    }
    attributeChangedCallback() {
      this.connectedCallback();
    }
  }

  // ---- What the page can ask for ----

  let settled;
  const api = {
    version: DATA.version,
    ready: new Promise((resolve) => (settled = resolve)),
    allows,
    choice: () => record,
    accept,
    reject,
    withdraw: reject,
    // Without the widget the first layer asks again: it can take any choice back.
    openPreferences: () => need((face) => face.preferences(), () => layer("ask")),
    // A new tab, for the form may be half filled in.
    openNotice: (id, part) => need((face) => face.notice(id, part), () => open(address(id, part))),
    onChoice(listener) {
      document.addEventListener("council-notice:choice", (event) => listener(event.detail));
      if (record) listener(record);
    },
    reset() {
      forget();
      sync();
      ask();
      if (widget) need((face) => face.reset());
      tell("reset");
    },
  };
  const gate = { ...api, base, options, lang, index: DATA.index[lang], fetchJson, save, tell, fail, place };
  Object.defineProperty(window, "CouncilNotice", { value: Object.freeze(api) });

  const frameOf = (button) => button.getRootNode().host.previousSibling;
  const ACTIONS = {
    accept: () => accept("all"),
    reject,
    preferences: api.openPreferences,
    notice: () => api.openNotice(),
    // Kept only because the visitor asks not to see the word on the signal again.
    hide: () => (state == "signal" ? reject() : 0, layer()),
    once: (button) => release(frameOf(button)),
    always: (button) => accept(known.filter((id) => allows(id) || id == canonical(frameOf(button).dataset.category))),
  };
  const PREFERENCES = "#council-notice-preferences";
  const follow = () => location.hash == PREFERENCES && api.openPreferences();

  // ---- The start ----

  // Is this page, or a folder above it, in the filter of places that have a notice?
  // The filter is 2,048 bits. A key ("/a/b", "host" or "host/a/b"; the path without /index.html and closing slashes)
  // sets three: for i of 0, 1, 2 the 32-bit FNV-1a of the digit i and the key, modulo 2,048. Bit n: byte n >> 3, 1 << (n & 7).
  const claimed = () => {
    const bytes = atob(DATA.places);
    const holds = (key) =>
      [0, 1, 2].every((i) => {
        let hash = 0x811c9dc5;
        for (const character of i + key) hash = Math.imul(hash ^ character.charCodeAt(), 0x01000193);
        return (bytes.charCodeAt((hash & 2047) >> 3) >> (hash & 7)) & 1;
      });
    let path = location.pathname.replace(/(\/index\.html)?\/*$/, "/");
    do {
      path = path.slice(0, path.lastIndexOf("/"));
      if (holds(path) || holds(location.hostname + path)) return true;
    } while (path);
  };
  const wanted = service || claimed();

  const scan = () => {
    try {
      if (wanted && options.form) place(options.form, { service, part, audience });
    } catch (error) {
      options.form = ""; // not a selector: say so once
      fail("form", error);
    }
    run();
  };

  // Captured at the window: it hears clicks inside shadow roots, and before a page's own handler stops them.
  addEventListener("click", (event) => {
    for (const element of event.composedPath()) {
      const action = ACTIONS[element.hash == PREFERENCES ? "preferences" : element.dataset?.councilNotice];
      if (action) {
        event.preventDefault();
        return action(element);
      }
    }
  }, true);
  addEventListener("hashchange", follow);
  document.addEventListener("readystatechange", scan);
  document.addEventListener("visibilitychange", sync);
  // At once where the browser tells of it (secure pages), else when the tab is next looked at.
  window.cookieStore?.addEventListener("change", sync);

  record = read();
  if (DATA.layers?.[lang])
    fetchJson(DATA.layers[lang]).then((words) => Object.assign(DATA, words), (error) => fail("words", error)).then(ask);
  else ask();
  customElements.define("council-notice", Notice);
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  follow();
  if ((wanted && !service && !options.form) || options.kiosk) need(() => {});
})();
