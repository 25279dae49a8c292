// The gate: published as council-notice.js, a classic script. What only some pages need is in steward/.
//
// It alone reads and writes the record of a choice, and it alone lets gated content run. It asks with a first layer
// made at build time, and loads the widget (WASM) only when something needs a face. Whatever fails, it fails closed:
// nothing is granted, and a link to the static notice stays where the notice would be.
//
// `publish` puts the deployment's data in place of each DATA.<name>, which stands once, then minifies:
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   known, asked       ids of the categories that can be refused, and how many of them, the first, need consent; the
//                      others are exempt: on until somebody objects
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   widget, wasm       file names beside this script
//   langs, hash        languages, the default one first; what ends the names of other files: steward.<hash>.js,
//                      index.<lang>.<hash>.json, and for all but the default words.<lang>.<hash>.json, which holds the next line
//   words              the banner's tree; the text of a link to a notice; ltr or rtl
//   css, places        first-layer.css; the filter described at `wanted`, in hexadecimal digits
(() => {
  const known = DATA.known;
  const consent = known.slice(0, DATA.asked);
  const services = DATA.services;
  const revision = DATA.revision;
  const langs = DATA.langs;
  let [banner, fallback, dir] = DATA.words;

  // The first tag on the page decides. Not `document.currentScript`: a loader leaves it null, <img name="currentScript">
  // takes its place, and of two async tags either may run first.
  const script = document.querySelector('script[src*="council-notice.js"]');
  // A second run finds the element defined and leaves. No markup can pretend that, as it can with a global.
  if (!script || customElements.get("council-notice")) return;

  const [base] = script.src.split("council-notice.js");
  const options = { ...script.dataset };
  const page = document.documentElement;
  // The tag's language, else the page's: `pl-PL` is `pl` to us.
  const lang = [options.lang, page.lang, langs[0]]
    .flatMap((code) => langs.filter((known) => (code + "-").startsWith(known + "-")))[0];
  const hash = DATA.hash;
  const file = `.${lang}.${hash}.json`;
  // Who stands at a kiosk cannot choose for the next one: no banner, no cookie read or written, everything refused.
  const { kiosk } = options;
  const jar = !kiosk && document;
  const signal = () => kiosk || navigator.globalPrivacyControl;

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
  // The record, how it is written and for how many seconds. `>>>= 0` makes a whole number of anything: what it changes is
  // not what we wrote.
  const make = (time, id, ids) => {
    const has = (one) => ids.includes(one);
    const categories = known.flatMap((category) => {
      const own = services[category] || [];
      // All of its services are the category.
      return has(category) || (own[0] && own.every(has)) ? category : own.filter(has);
    });
    time >>>= 0;
    id >>>= 0;
    return [
      Object.freeze({ revision, time, id, categories: Object.freeze(categories) }),
      [1, revision, time, id, categories.join("~") || 0].join("."),
      // Six months after a refusal, twelve after an acceptance. Consented ids come first in the list.
      15768000 * (1 + covers(consent, categories[0])),
    ];
  };

  let record = null;
  let kept; // the record as the browser keeps it
  const past = {}; // ids of the records that this page has put an end to

  const read = () => {
    try {
      const [, text, twice] = ("; " + jar.cookie).split("; council_notice=");
      const [, , time, id, ids] = text.split(/[.;]/);
      const [found, again, life] = make(time, id, ids.split("~"));
      // Written again it must be what was read: nothing unknown, nothing twice, nothing more.
      if (twice == null && (text + ";").startsWith(again + ";") && Math.floor((Date.now() / 1000 - time) / life) == 0) return found;
    } catch {} // none, not ours, or a sandboxed frame
    return null;
  };

  const bake = (cookie, domain = "") => {
    try {
      jar.cookie = `council_notice=${cookie};Path=/;SameSite=Lax;Domain=${domain + (location.protocol == "https:" ? ";Secure" : "")}`; // no domain: this host only
    } catch {}
  };

  // The name may stand on any parent domain, from other pages' tags; the browser itself refuses public suffixes.
  const wipe = () => {
    const labels = location.hostname.split(".");
    do bake(";Max-Age=0", labels.join("."));
    while (labels.shift());
  };
  const end = () => {
    past[record?.id || 0] = 1;
    record = kept = null;
    channel?.postMessage(0); // other tabs look when what follows is done
  };

  const save = (wanted) => {
    const [made, text, life] = make(Date.now() / 1000, Math.random() * 4e9, wanted);
    const { cookieDomain } = options;
    end();
    // Every write waits for the browser, and most often one will do. Otherwise what stands elsewhere under the name goes.
    [cookieDomain, cookieDomain, ""].some((domain, turn) => {
      if (turn == 1) wipe();
      bake(text + ";Max-Age=" + life, domain);
      const found = read();
      return found?.id == made.id && (record = kept = found);
    });
    // What the browser does not keep stands until the page goes, and as a refusal.
    record ||= make(made.time, made.id, [])[0];
    apply(1);
  };

  // Another tab, or another page of a shared domain, may have chosen meanwhile, or the visitor deleted the cookie.
  const sync = () => {
    const found = read();
    // WebKit shows a cookie for a moment after it was deleted.
    if (found?.id == record?.id || past[found?.id] || !(found || kept)) return;
    record = kept = found;
    apply();
  };

  // The steward says in the bar what was chosen here.
  const apply = (here) => {
    gate.here = here;
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
  const granted = () => (record ? record.categories : signal() ? [] : known.slice(consent.length));
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

  const ask = () => show(!record && !signal() && options.cookies != "settings" && build(banner));

  // ---- Gated content ----

  const GATED =
    ':is(script[type="text/plain"]:not([nomodule]),template,:is(iframe,img,source,link):is([data-src],[data-srcset],[data-href]))[data-category]';
  let loading = 0;

  // Runs whatever may run and has not: each once, in document order. A script from a file holds back the inline
  // scripts and templates behind it until it has loaded or failed; between files the browser keeps the order.
  const run = () => {
    // Half a script may have arrived: nothing before the page is parsed.
    if (document.readyState == "loading" || waiting) return;
    let held;
    const queue = [...document.querySelectorAll(GATED)];
    for (let element; (element = queue.shift()); ) {
      // What has just run may have changed the page or the choice.
      if (!element.isConnected || !element.matches(GATED)) continue;
      const { category, src } = element.dataset;
      const external = src || element.src;
      if (!allows(category)) {
        if (element.contentWindow) summon();
      } else if (element.text == null && !element.content) release(element); // neither a script nor a template
      else {
        held ||= loading && !external;
        if (held && !(external && element.hasAttribute("async"))) continue;
        if (element.content) queue.unshift(...unpack(element));
        else revive(element);
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
    const gated = template.content.querySelectorAll(GATED);
    template.after(template.content);
    return gated;
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
    summoned ||= import(`${base}steward.${hash}.js`)
      .then((module) => (steward = module.start(gate)))
      .catch((error) => fail("steward", error))
      .then(() => ((waiting = 0), run()));
  };

  // Looks after what other scripts store, from the moment that there is any.
  const watch = () => {
    try {
      if ((kept ? /;/ : /./).test(document.cookie) || localStorage.length + sessionStorage.length) summon();
    } catch {} // a sandboxed frame keeps nothing
  };

  // ---- The widget ----

  const fetchJson = (name) => fetch(base + name).then((got) => got.json());

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
    tell("error", { stage, message: "" + message });
    // The room kept for what now may not come.
    for (const { shadowRoot } of document.querySelectorAll("council-notice")) shadowRoot.firstChild.style = "";
  };

  const address = (id = options.service, part = options.part) =>
    base + "notices/" + (id ? id + "/" : "") + (part ? "#part-" + part : "");

  // Puts a notice at the top of a form, once.
  const place = (selector, attributes) => {
    const form = document.querySelector(selector);
    if (form && !form.querySelector("council-notice")) {
      const notice = build(["council-notice", attributes, ["a", { href: address() }, fallback]]);
      form.prepend(notice);
      return notice;
    }
  };

  class Notice extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot) {
        // Shows what the element has inside until the widget's card takes its place. Before the first paint, what
        // stands below is kept out of sight meanwhile: what has not been seen does not jump.
        const slot = build(["slot", {}]);
        slot.style = `display:block;min-height:${performance.getEntriesByType("paint")[0] ? 20 : 99}vh`;
        this.attachShadow({ mode: "open" }).append(slot);
      }
      // One call for many changes, and none before they are all done: a move is a removal and an insertion.
      // The widget itself knows what it shows already.
      if (!this.due)
        need((face) => {
          this.due = 0;
          if (this.isConnected) face.mount(this, this.shadowRoot);
          else face.unmount(this);
        });
      this.due = 1;
    }
    disconnectedCallback() {
      this.connectedCallback();
    }
    attributeChangedCallback() {
      this.connectedCallback();
    }
  }

  Notice.observedAttributes = ["service", "part", "audience"];

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
      end();
      wipe();
      apply();
      if (widget) need((face) => face.reset());
      tell("reset");
    },
  };
  const gate = { ...api, known, base, options, lang, index: "index" + file, build, fetchJson, save, tell, fail, place, granted, release, show, summon };
  Object.defineProperty(self, "CouncilNotice", { value: Object.freeze(api) });

  // By an element's mark or a link's place on the page.
  const ACTIONS = {
    accept: () => accept("all"),
    reject,
    preferences: api.openPreferences,
    notice: api.openNotice,
    "#council-notice-preferences": api.openPreferences,
  };
  const follow = () => ACTIONS[location.hash]?.();

  // ---- The start ----

  // Is this page, or a folder above it, in the filter of places that have a notice?
  // The filter is 1,024 bits. A key ("/a/b", "host" or "host/a/b"; the path without /index.html and closing slashes)
  // sets two: those that bits 0 and 10 and the nine above each of its hash name. Bit n: digit n >> 2, 1 << (n & 3).
  const wanted =
    options.service ||
    ["", location.hostname].some((host) => {
      let sum = 0;
      return [host, ...location.pathname.split(/(?=\/)/)].some((step) => {
        for (const character of step) sum = (sum * 31 + character.charCodeAt()) | 0;
        return [sum, sum >> 10].every((bit) => (("0x" + DATA.places[(bit >> 2) & 255]) >> (bit & 3)) & 1);
      });
    });

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
      const action = ACTIONS[element.dataset?.councilNotice || element.hash];
      if (action) {
        event.preventDefault();
        return action();
      }
    }
  }, true);
  addEventListener("hashchange", follow);
  let channel;
  const begin = () => {
    ask();
    run();
    if (!record && signal()) summon(); // to say that it was heard
    (self.requestIdleCallback || setTimeout)(watch);
  };
  const start = () => {
    gate.before = record = kept = read();
    // Other tabs tell of a choice at once; a tab of another sub-domain sees it when it is next looked at.
    try {
      channel = new BroadcastChannel("council-notice");
      channel.onmessage = () => [50, 500].map((wait) => setTimeout(sync, wait));
    } catch {} // Safari before 15.4 has none, Firefox refuses it with cookies switched off
    addEventListener("visibilitychange", sync);
    addEventListener("pageshow", sync); // out of the back/forward cache
    if (lang == langs[0]) begin();
    else
      fetchJson("words" + file)
        .then((words) => ([banner, fallback, dir] = words))
        .catch((error) => fail("words", error))
        .then(begin);
    customElements.define("council-notice", Notice);
    const audit = options.audit != null && location.search.includes("council-notice=audit");
    if (options.consentMode || options.recordUrl || audit) summon();
    scan();
    document.addEventListener("readystatechange", scan);
    new MutationObserver(scan).observe(document, { childList: true, subtree: true });
    follow();
    if (kiosk || audit || (!options.service && wanted)) need();
  };
  // A page made ready in advance is not looked at: until it is, nobody is asked, nothing runs and nothing is fetched.
  if (document.prerendering) document.addEventListener("prerenderingchange", start);
  else start();
})();
