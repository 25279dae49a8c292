// The service worker of a kiosk page: published as kiosk-worker.js with the release written into it.
//
// It holds the released files, the page of its scope and what that page has loaded. It answers with these and with
// nothing else: no POST, no address with a query, nothing of another origin ever comes in here. A new release waits until
// the page says that nobody is in front of the screen.
const RELEASE = __RELEASE__; // {version, files}

const KEPT = `council-notice-kiosk ${registration.scope} `;
const NAME = KEPT + RELEASE.version;
const OWN = new Set(RELEASE.files.map((file) => new URL(file, location.href).href));

const HASH = /\.[0-9a-f]{8}\.[a-z]+$/;

const usable = (address) => {
  const url = new URL(address, location.href);
  return url.origin === location.origin && !url.search && url.href;
};

// A copy without the mark of a redirection, which browsers refuse for a page.
const load = async (address, cache) => {
  const response = await fetch(address, { cache, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new Response(await response.blob(), { headers: response.headers });
};

const older = async () => (await caches.keys()).filter((name) => name.startsWith(KEPT) && name !== NAME);

// All or nothing: where one file is missing the release before stays. What is the page's own may be kept as it was.
const install = async () => {
  const cache = await caches.open(NAME);
  const page = new Map();
  for (const name of await older()) {
    const had = await caches.open(name);
    for (const { url } of await had.keys()) page.set(url, await had.match(url));
  }
  await Promise.all([...OWN].map(async (url) => cache.put(url, await load(url, "no-cache"))));
  // The notice that the page shows goes by a new name when it has changed.
  const indexes = await Promise.all([...OWN].filter((url) => /\/index\.[^/]*$/.test(url)).map(async (url) => (await cache.match(url)).text()));
  const notices = indexes.join().match(/notices\/[^"]+\.json/g) || [];
  const next = (url) => notices.map((file) => new URL(file, location.href).href).find((file) => HASH.test(url) && file.replace(HASH, "") === url.replace(HASH, ""));
  const rest = [...page].filter(([url]) => !OWN.has(url) && !(HASH.test(url) && !next(url))).map(([url, had]) => [next(url) || url, had]);
  await Promise.all(rest.map(async ([url, had]) => cache.put(url, await load(url, "no-cache").catch(() => had))));
  if (!registration.active) await skipWaiting();
};

const activate = async () => {
  await clients.claim();
  for (const name of await older()) await caches.delete(name);
};

const keep = async (addresses) => {
  const cache = await caches.open(NAME);
  for (const url of addresses.map(usable)) {
    if (!url || (await cache.match(url))) continue;
    // One file that is missing now does not keep the others out.
    await load(url, "default").then((file) => cache.put(url, file)).catch(() => {});
  }
};

// The page's own files may change without a release of ours.
const refresh = async (client) => {
  const cache = await caches.open(NAME);
  const fresh = [];
  for (const { url } of await cache.keys()) {
    if (OWN.has(url)) continue;
    const [had, now] = [await cache.match(url), await load(url, "no-cache")];
    if ((await had.clone().text()) !== (await now.clone().text())) fresh.push([url, now]);
  }
  for (const [url, now] of fresh) await cache.put(url, now);
  if (fresh.length) client.postMessage("changed");
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "take over") event.waitUntil(skipWaiting());
  // Offline, as a rule: it is asked again.
  else if (data === "refresh") event.waitUntil(refresh(source).catch(() => {}));
  else if (data.keep) event.waitUntil(keep(data.keep).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  address.hash = "";
  const url = request.method === "GET" && usable(address.href);
  if (!url) return;
  const answer = async () => (await (await caches.open(NAME)).match(url, { ignoreVary: true })) || fetch(request);
  event.respondWith(answer());
});
