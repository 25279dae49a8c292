// The service worker of a kiosk page: published as kiosk-worker.js with the release written into it.
//
// It holds the released files, and what the page of its scope is made of: its scripts, styles, pictures and fonts, and the
// page itself where that is the same for everyone. No POST, no address with a query, nothing of another origin and nothing
// that a script asks for ever comes in here. The released files are answered from here; all else comes from the network for
// as long as that answers. A new release waits until the page says that nobody is in front of the screen.
//
// A page may greet a visitor by name, or carry a token of theirs. So whatever is kept is asked for without cookies, as a
// stranger asks, and what may not be kept, by its own headers or because a page comes out differently each time, is not.
//
// The build puts in place of each DATA.<name>:
//   version  changes with every byte of the files
//   files    what every kiosk page loads
//   words    [[language, direction, what is said without a network], …], the default language first

const SCOPE = new URL(registration.scope);
const PAGE = SCOPE.origin + SCOPE.pathname;
const BASE = new URL(".", location.href).href;
const KEPT = `council-notice-kiosk-files ${SCOPE} `;
const NAME = KEPT + DATA.version;
// Up to release 0.1 pages were kept as a visitor got them: of these only the addresses count.
const FORMER = `council-notice-kiosk ${SCOPE} `;
const OWN = new Set(DATA.files.map((file) => new URL(file, BASE).href));

const HASH = /\.[0-9a-f]{8}\.[a-z]+$/;
const ours = (url) => OWN.has(url) || (url.startsWith(BASE) && HASH.test(url));

// How long somebody at the screen waits for the network, in milliseconds, where there is something else to show.
const PATIENCE = 5000;

const usable = (address) => {
  const url = new URL(address, BASE);
  url.hash = "";
  return url.origin === SCOPE.origin && !url.search && url.href;
};

// ---- What may be kept ----

const TYPES = { js: /script/, mjs: /script/, css: /^text\/css/, json: /json/, wasm: /^application\/(wasm|octet-stream)/ };
const OTHERS = /^(image|font)\/|script|^text\/css|^application\/(x-font|font|vnd\.ms-fontobject|octet-stream)/;

// Whether an answer is what its address promises. A host, or the login page of a network, may answer anything with a page.
const sound = (url, { status, redirected, headers }) => {
  const end = url.split(".").pop();
  const type = url === PAGE ? /html/ : (end === "json" && !ours(url) ? null : TYPES[end]) || OTHERS;
  return status === 200 && !redirected && type.test(headers.get("Content-Type"));
};

const personal = ({ headers }) =>
  /no-store|private/i.test(headers.get("Cache-Control")) || /\*|cookie|authorization/i.test(headers.get("Vary"));

const load = async (url) => {
  const response = await fetch(url, { cache: url === PAGE ? "no-store" : "no-cache", credentials: OWN.has(url) ? "same-origin" : "omit", redirect: "manual" });
  if (!sound(url, response) || (OWN.has(url) && personal(response))) throw new Error(`${response.status} ${url}`);
  return response;
};

const same = async (one, other) => (await one.clone().text()) === (await other.clone().text());

// An address as it is to be kept now: `had` where nothing has changed, nothing where it may not be kept. Throws when the
// answer is missing or is no such file, which says nothing about what is kept already.
const look = async (url, had) => {
  const now = await load(url);
  if (personal(now)) return;
  if (had && (await same(had, now))) return had;
  if (url !== PAGE) return now;
  const again = await load(url);
  return !personal(again) && (await same(now, again)) ? now : undefined;
};

// ---- Keeping ----

const former = async () => (await caches.keys()).filter((name) => (name.startsWith(KEPT) && name !== NAME) || name.startsWith(FORMER));

const held = async (url) => (await caches.open(NAME)).match(url, { ignoreVary: true });

const notices = async (cache) => {
  const indexes = await Promise.all([...OWN].filter((url) => /\/index\.[^/]*$/.test(url)).map(async (url) => (await cache.match(url))?.text()));
  return (indexes.join().match(/notices\/[^"]+\.json/g) || []).map((file) => new URL(file, BASE).href);
};

// All or nothing: where one file is missing the release before stays. What is the page's own may be kept as it was.
const install = async () => {
  const cache = await caches.open(NAME);
  const page = new Map();
  for (const name of await former()) {
    const old = await caches.open(name);
    for (const { url } of await old.keys()) page.set(url, name.startsWith(KEPT) ? await old.match(url) : page.get(url));
  }
  await Promise.all([...OWN].map(async (url) => cache.put(url, await load(url))));
  // The notice that the page shows goes by a new name when it has changed.
  const bare = (url) => url.replace(HASH, "");
  const named = await notices(cache);
  const rest = [...page].filter(([url]) => !OWN.has(url)).map(([url, had]) => {
    if (!(url.startsWith(BASE) && HASH.test(url))) return [url, had];
    const next = named.find((file) => bare(file) === bare(url));
    return [next, next === url ? had : undefined];
  });
  await Promise.all(rest.map(async ([url, had]) => {
    const now = url && (await look(url, had).catch(() => had));
    if (now) await cache.put(url, now);
  }));
  if (!registration.active) await skipWaiting();
};

const activate = async () => {
  await clients.claim();
  for (const name of await former()) await caches.delete(name);
};

// What the page has loaded.
const keep = async (addresses) => {
  const cache = await caches.open(NAME);
  const urls = addresses.map(usable).filter(Boolean);
  const language = /\.[\w-]+\.[0-9a-f]{8}\.json$/;
  // Somebody may want the same notice in another language.
  const others = (await notices(cache)).filter((file) => urls.some((url) => language.test(url) && url.replace(language, "") === file.replace(language, "")));
  for (const url of new Set([...urls, ...others])) {
    if (await cache.match(url)) continue;
    // One file that is missing now does not keep the others out.
    await look(url).then((now) => now && cache.put(url, now)).catch(() => {});
  }
};

// The page's own files may change without a release of ours.
const refresh = async (client) => {
  const cache = await caches.open(NAME);
  let changed;
  for (const { url } of await cache.keys()) {
    if (OWN.has(url)) continue;
    const had = await cache.match(url);
    try {
      const now = await look(url, had);
      if (now === had) continue;
      if (!now) await cache.delete(url);
      else await cache.put(url, now), (changed = true);
    } catch {} // offline, as a rule: it is looked at again
  }
  if (changed) client.postMessage("changed");
};

// ---- Answering ----

// What the network says. Where that is nothing, or too late, or not `right`, what is kept.
const ask = (request, had, right) => {
  const answer = fetch(request).then(
    (answer) => (had && !right(answer) ? had : answer),
    (error) => had || Promise.reject(error),
  );
  return had ? Promise.race([answer, new Promise((done) => setTimeout(done, PATIENCE, had))]) : answer;
};

// A page is what the server makes of it, its refusals and redirections too; only when it has none is there another.
const troubled = ({ status }) => status === 429 || status >= 500;
const page = async (request) => {
  const had = await held(PAGE);
  try {
    const answer = await ask(request, had, (answer) => !troubled(answer));
    if (answer === had || !troubled(answer)) return answer;
  } catch {} // no network
  return waiting();
};

// For a page that may not be kept: it asks again by itself.
const waiting = () => {
  const words = DATA.words.map(([lang, dir, text]) => [lang, dir, text.replace(/[&<]/g, (one) => `&#${one.charCodeAt()};`)]);
  const said = words.map(([lang, dir, text]) => `<p lang="${lang}" dir="${dir}">${text}</p>`);
  const style = "body{margin:0;min-height:100vh;display:grid;place-content:center;gap:1em;padding:1em;box-sizing:border-box;text-align:center;font:1.5rem/1.4 system-ui,sans-serif;color-scheme:light dark}p{margin:0;max-width:40ch}";
  const html = `<!doctype html><html lang="${words[0][0]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="10"><title>${words[0][2]}</title><style>${style}</style><main>${said.join("")}</main></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'" };
  return new Response(html, { status: 503, headers });
};

const file = async ({ request, clientId }, url) => {
  // The scope of a worker is every address that begins alike; this one is for its page alone.
  const client = clientId && (await clients.get(clientId));
  if (client && usable(client.url.split("?")[0]) !== PAGE) return fetch(request);
  const had = await held(url);
  return had && ours(url) ? had : ask(request, had, (answer) => sound(url, answer));
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "take over") event.waitUntil(skipWaiting());
  else if (data === "refresh") event.waitUntil(refresh(source).catch(() => {}));
  else if (data.keep) event.waitUntil(keep(data.keep).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.method === "GET" && !request.headers.has("Range") && usable(request.url);
  if (!url) return;
  if (request.mode === "navigate") {
    if (url === PAGE && request.destination !== "iframe") event.respondWith(page(request));
  } else if (request.destination || ours(url)) event.respondWith(file(event, url));
});
