// The gate: published as council-notice.js, a classic script. What only some pages need is in steward/.
//
// It alone reads and writes the record of a choice, and it alone lets gated content run. It asks with a first layer
// made at build time, and loads the widget (WASM) only when something needs a face. Whatever fails, it fails closed:
// nothing is granted, and a link to the static notice stays where the notice would be.
//
// `publish` puts the deployment's data in place of each DATA.<name>, which stands once, then minifies:
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   consent, exempt    category ids by footing; `essential` is in neither
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   widget, wasm, steward  file names beside this script
//   langs, hash        languages, the default one first; the middle of the names of their files: index.<lang>.<hash>.json,
//                      and for all but the default words.<lang>.<hash>.json, which holds the next line
//   words              the banner's tree; the text of a link to a notice; ltr or rtl
//   css, places        first-layer.css; the filter described at `claimed`, in base64
(() => {
  const consent = DATA.consent;
  const exempt = DATA.exempt;
  const services = DATA.services;
  const revision = DATA.revision;
  const langs = DATA.langs;
  let [banner, fallback, dir] = DATA.words;

  // The first tag on the page decides. Not `document.currentScript`: a loader leaves it null, <img name="currentScript">
  // takes its place, and of two async tags either may run first.
  const script = document.querySelector('script[src*="council-notice.js"]');
  // A second run finds the element defined and leaves. No markup can pretend that, as it can with a global.
  if (!script || customElements.get("council-notice")) return;

  const base = new URL(".", script.src).href;
  const options = { ...script.dataset };
  const page = document.documentElement;
  // The tag's language, else the page's: `pl-PL` is `pl` to us.
  const lang = [options.lang, page.lang, langs[0]]
    .flatMap((code = "") => [code, code.split("-")[0]])
    .find((code) => langs.includes(code));
  const file = `.${lang}.${DATA.hash}.json`;
  const known = [...consent, ...exempt];
  // Who stands at a kiosk cannot choose for the next one: no banner, no cookie read or written, everything refused.
  const { kiosk } = options;
  const signal = kiosk || navigator.globalPrivacyControl;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent("council-notice:" + name, { detail }));

  // [tag, attributes, ...children] → element, `xmlns` for a drawing. Never innerHTML: Trusted Types refuse it.
  const build = ([tag, attributes = {}, ...children], parent = page) => {
    const element = document.createElementNS(attributes.xmlns || parent.namespaceURI, tag);
    for (const name in attributes) if (attributes[name]) element.setAttribute(name, attributes[name]);
    element.append(...children.map((child) => (child.map ? build(child, element) : child)));
    return element;
  };

  // ---- The record: council_notice=1.<revision>.<unix seconds>.<random id>.<ids joined by ~, or 0> ----

  // Whether a list of ids allows one: by its own name, or a service by its category's.
  const covers = (ids, one) => ids.some((id) => id == one || services[id]?.includes(one));
  // `>>> 0` makes a whole number of anything: what it changes is not what we wrote.
  const make = (time, id, ids) => {
    const has = (one) => ids.includes(one);
    const categories = known.flatMap((category) => {
      const own = services[category] || [];
      // All of its services are the category.
      return has(category) || (own[0] && own.every(has)) ? category : own.filter(has);
    });
    return Object.freeze({ revision, time: time >>> 0, id: id >>> 0, categories: Object.freeze(categories) });
  };
  const write = ({ time, id, categories }) => [1, revision, time, id, categories.join("~") || 0].join(".");
  // Six months after a refusal, twelve after an acceptance. Consented ids come first in the list.
  const life = ({ categories }) => 15768000 * (1 + covers(consent, categories[0]));

  let record;
  let kept; // the record as the browser keeps it
  const past = {}; // ids of the records that this page has put an end to

  const read = () => {
    try {
      if (kiosk) return null;
      const [, rest, twice] = ("; " + document.cookie).split("; council_notice=");
      const [text] = rest.split(";");
      const [, , time, id, ids] = text.split(".");
      const found = make(time, id, ids.split("~"));
      const age = Date.now() / 1000 - time;
      // Written again it must be what was read: nothing unknown, nothing twice, nothing more.
      if (twice == null && write(found) == text && age >= 0 && age < life(found)) return found;
    } catch {} // none, not ours, or a sandboxed frame
    return null;
  };

  const bake = (cookie, domain = "") => {
    try {
      if (!kiosk)
        document.cookie = `council_notice=${cookie};Path=/;SameSite=Lax;Domain=${domain + (location.protocol == "https:" ? ";Secure" : "")}`; // no domain: this host only
    } catch {}
  };

  // The name may stand on any parent domain, from other pages' tags; the browser itself refuses public suffixes.
  const forget = () => {
    past[record?.id || 0] = 1;
    record = kept = null;
    const labels = location.hostname.split(".");
    do bake(";Max-Age=0", labels.join("."));
    while (labels.shift());
    channel?.postMessage(0); // other tabs look when what follows is done
  };

  const save = (wanted) => {
    const made = make(Date.now() / 1000, Math.random() * 2 ** 32, wanted);
    forget();
    for (const domain of [options.cookieDomain, ""]) {
      if (!record) bake(write(made) + ";Max-Age=" + life(made), domain);
      record = kept = read();
    }
    // What the browser does not keep stands until the page goes, and as a refusal.
    record ||= make(made.time, made.id, []);
    apply(!record.categories[0] ? "rejected" : known.every(allows) ? "accepted" : "saved");
  };

  // Another tab, or another page of a shared domain, may have chosen meanwhile, or the visitor deleted the cookie.
  const sync = () => {
    const found = read();
    // WebKit shows a cookie for a moment after it was deleted.
    if (found?.id == record?.id || past[found?.id] || !(found || kept)) return;
    record = kept = found;
    apply();
  };

  // What stands in `state`, the steward says in the bar.
  const apply = (state) => {
    gate.state = state;
    ask();
    steward?.choice();
    run();
    tell("choice", record);
    summon();
  };

  const ALIASES = { statistics: "analytics", measurement: "analytics", necessary: "essential" };
  const canonical = (category) => ALIASES[category] || category;
  const allows = (category) => {
    const id = canonical(category);
    return id == "essential" || covers(granted(), id);
  };
  const granted = () => (record ? record.categories : signal ? [] : exempt);
  const accept = (categories) => save(categories == "all" ? known : [].concat(categories).map(canonical));
  const reject = () => save([]);

  // ---- The first layer ----

  let bar, own;

  // What gets focus scrolls clear of the bar, and the page's last link can: Firefox and WebKit count no margin of <html>,
  // and its padding would squeeze a page of full height.
  const pad = () => {
    const { style } = document.body;
    own ||= [page.style.scrollPaddingBottom, style.marginBottom];
    const height = bar.isConnected && bar.shadowRoot.firstChild.offsetHeight + 8 + "px";
    [page.style.scrollPaddingBottom, style.marginBottom] = height ? [height, height] : own;
  };

  // Shows one section in the bar: the banner, or what the steward says. Without one the bar goes.
  const show = (section) => {
    if (kiosk || options.cookies == "off") return;
    if (!bar) {
      if (!section) return;
      bar = build(["council-notice-cookies", { lang, dir }]);
      const shadow = bar.attachShadow({ mode: "open" });
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(DATA.css);
        shadow.adoptedStyleSheets = [sheet];
      } catch {} // Safari before 16.4 shows it plain
      addEventListener("resize", pad);
    }
    gate.focused ||= bar.shadowRoot.activeElement; // the steward's line takes it on
    bar.shadowRoot.replaceChildren(section || "");
    if (!section) bar.remove();
    // Before <body>: first for the keyboard, and out of the way of the page's own `:first-child` and `* + *`.
    else if (!bar.isConnected) document.head.after(bar);
    requestAnimationFrame(pad); // not now: measuring would have the page laid out twice
  };

  const ask = () => show(!record && !signal && options.cookies != "settings" && build(banner));

  // ---- Gated content ----

  const GATED =
    'script[type="text/plain"][data-category]:not([nomodule]),template[data-category],:is(iframe,img,source,link)[data-category]:is([data-src],[data-srcset],[data-href])';
  let loading = 0;

  // Runs whatever may run and has not: each once, in document order. A script from a file holds back the inline
  // scripts and templates behind it until it has loaded or failed; between files the browser keeps the order.
  const run = () => {
    // Half a script may have arrived: nothing before the page is parsed.
    if (document.readyState == "loading" || document.prerendering || waiting) return;
    let held;
    for (const element of document.querySelectorAll(GATED)) {
      const { category, src } = element.dataset;
      // What has just run may have changed the page or the choice.
      if (!element.isConnected || !element.matches(GATED)) continue;
      if (!/^(script|template)$/.test(element.localName)) {
        if (allows(category)) release(element);
        else if (element.contentWindow) summon();
      } else if (allows(category)) {
        const external = src || element.src;
        held ||= loading && !external;
        if (held && !(external && element.hasAttribute("async"))) continue;
        if (element.content) {
          unpack(element);
          return run();
        }
        revive(element);
      }
    }
    steward?.look();
  };

  const revive = (old) => {
    const { src, type } = old.dataset;
    let script = document.createElement("script");
    try {
      for (const { name, value } of old.attributes) script.setAttribute(name, value);
      script.text = old.text;
      script.nonce = old.nonce; // the attribute reads "" once in a page with a policy
      if (src) script.src = src;
    } catch (error) {
      script = old; // Trusted Types: what the parser wrote is trusted in its own element
      if (src) fail("script", error);
    }
    script.type = type || "";
    script.async = old.hasAttribute("async"); // a script made by script is async until told otherwise
    if (script.src && !script.async) {
      loading++;
      const done = () => (loading--, run());
      script.addEventListener("load", done);
      script.addEventListener("error", done);
    }
    old.replaceWith(script);
  };

  // Scripts inside a template take their place in the queue like any other.
  const unpack = (template) => {
    for (const script of template.content.querySelectorAll("script:not([data-category])")) {
      script.dataset.type = script.type;
      script.dataset.category = "essential";
      script.type = "text/plain";
    }
    delete template.dataset.category;
    template.after(template.content);
  };

  const release = (element) => {
    for (const name of ["src", "srcset", "href"]) {
      const value = element.dataset[name];
      delete element.dataset[name];
      if (value) element[name] = value;
    }
  };

  // ---- The steward: what only some pages need (www/steward) ----

  let steward, summoned;
  // Consent mode speaks before any script that the choice allows, also when the choice comes first.
  let waiting = options.consentMode;
  const summon = () => {
    summoned ||= import(base + DATA.steward)
      .then((module) => (steward = module.start(gate)))
      .catch((error) => fail("steward", error))
      .then(() => ((waiting = 0), run()));
  };

  // Looks after what other scripts store, from the moment that there is any.
  const watch = () => {
    try {
      if (/(^| )(?!council_notice=)./.test(document.cookie) || localStorage.length + sessionStorage.length) summon();
    } catch {} // a sandboxed frame keeps nothing
  };

  // ---- The widget ----

  const fetchJson = async (name) => (await fetch(base + name)).json();

  let widget;
  // Everything is asked for at once (the index only to have it in the cache), and a failure of any is one failure.
  const load = async () => {
    const [module, wasm] = await Promise.all([import(base + DATA.widget), fetch(base + DATA.wasm), fetch(base + gate.index)]);
    await module.default({ module_or_path: wasm });
    return module.start(gate);
  };
  const need = (use, spare) =>
    (widget ||= load()).then(use).catch((error) => {
      widget = null; // the next wish tries again
      fail("widget", error);
      spare?.();
    });

  const fail = (stage, message) => {
    tell("error", { stage, message: String(message) });
    // The room kept for what now may not come.
    for (const { shadowRoot } of document.querySelectorAll("council-notice")) shadowRoot.firstChild.style.cssText = "";
  };

  const address = (id = options.service, part = options.part) =>
    base + "notices/" + (id ? id + "/" : "") + (part ? "#part-" + part : "");

  // Puts a notice at the top of a form, once.
  const place = (selector, attributes) => {
    const form = document.querySelector(selector);
    if (!form || form.querySelector("council-notice")) return null;
    const notice = build(["council-notice", attributes, ["a", { href: address() }, fallback]]);
    form.prepend(notice);
    return notice;
  };

  class Notice extends HTMLElement {
    static get observedAttributes() {
      return ["service", "part", "audience"];
    }
    connectedCallback() {
      if (!this.shadowRoot) {
        // Shows what the element has inside until the widget's card takes its place. Before the first paint, what
        // stands below is kept out of sight meanwhile: what has not been seen does not jump.
        const slot = build(["slot", {}]);
        slot.style.cssText = `display:block;min-height:${performance.getEntriesByType("paint")[0] ? 20 : 99}vh`;
        this.attachShadow({ mode: "open" }).append(slot);
      }
      // One call for many changes, and none before they are all done: a move is a removal and an insertion.
      // The widget itself knows what it shows already.
      if (!this.due)
        need((face) => {
          this.due = false;
          if (this.isConnected) face.mount(this, this.shadowRoot);
          else face.unmount(this);
        });
      this.due = true;
    }
    disconnectedCallback() {
      this.connectedCallback();
    }
    attributeChangedCallback() {
      this.connectedCallback();
    }
  }

  // ---- What the page can ask for ----

  const api = {
    version: DATA.version,
    ready: Promise.resolve(),
    allows,
    choice: () => record,
    accept,
    reject,
    withdraw: reject,
    // Without the widget the first layer asks again: it can take any choice back.
    openPreferences: () => need((face) => face.preferences(), () => show(build(banner))),
    // A new tab, for the form may be half filled in.
    openNotice: (id, part) => need((face) => face.notice(id, part), () => window.open(address(id, part))),
    onChoice: (listener) => {
      document.addEventListener("council-notice:choice", (event) => listener(event.detail));
      if (record) listener(record);
    },
    reset() {
      forget();
      apply();
      if (widget) need((face) => face.reset());
      tell("reset");
    },
  };
  const gate = { ...api, base, options, lang, index: "index" + file, build, fetchJson, save, tell, fail, place, granted, release, show, summon };
  Object.defineProperty(self, "CouncilNotice", { value: Object.freeze(api) });

  const ACTIONS = {
    accept: () => accept("all"),
    reject,
    preferences: api.openPreferences,
    notice: api.openNotice,
  };
  const PREFERENCES = "#council-notice-preferences";
  const follow = () => location.hash == PREFERENCES && api.openPreferences();

  // ---- The start ----

  // Is this page, or a folder above it, in the filter of places that have a notice?
  // The filter is 2,048 bits. A key ("/a/b", "host" or "host/a/b"; the path without /index.html and closing slashes)
  // sets three: those that bits 0, 10 and 20 and the ten above each of its hash name. Bit n: byte n >> 3, 1 << (n & 7).
  const claimed = () => {
    const bytes = atob(DATA.places);
    return location.pathname.split("/").some((_, depth, steps) =>
      ["", location.hostname].some((host) => {
        let hash = 0;
        for (const character of host + steps.slice(0, depth + 1).join("/")) hash = (hash * 31 + character.charCodeAt()) | 0;
        return [0, 10, 20].every((shift) => (bytes.charCodeAt(((hash >> shift) & 2047) >> 3) >> ((hash >> shift) & 7)) & 1);
      }),
    );
  };
  const wanted = options.service || claimed();

  const scan = () => {
    try {
      if (wanted && options.form) place(options.form);
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
        return action();
      }
    }
  }, true);
  addEventListener("hashchange", follow);
  document.addEventListener("readystatechange", scan);
  // Other tabs tell of a choice at once; tabs of another sub-domain through the cookie, or when they are next looked at.
  const later = () => [50, 500].map((wait) => setTimeout(sync, wait));
  let channel;
  try {
    channel = new BroadcastChannel("council-notice");
    channel.onmessage = later;
  } catch {} // Safari before 15.4 has none, Firefox refuses it with cookies switched off
  self.cookieStore?.addEventListener("change", later);
  addEventListener("visibilitychange", sync);
  addEventListener("pageshow", sync); // out of the back/forward cache

  gate.before = record = kept = read();
  // A page made ready in advance is not looked at: until it is, nobody is asked and nothing runs.
  const begin = () => {
    if (document.prerendering) return;
    ask();
    run();
    if (!record && signal) summon(); // to say that it was heard
    (self.requestIdleCallback || setTimeout)(watch);
  };
  document.addEventListener("prerenderingchange", () => (sync(), begin()));
  const speak = async () => {
    if (lang != langs[0]) [banner, fallback, dir] = await fetchJson("words" + file);
  };
  speak().catch((error) => fail("words", error)).then(begin);
  customElements.define("council-notice", Notice);
  const audit = options.audit != null && location.search.includes("council-notice=audit");
  if (options.consentMode || options.recordUrl || audit) summon();
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  follow();
  if (kiosk || audit || (!options.service && wanted)) need();
})();
