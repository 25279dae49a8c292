// What a page checks that pins the gate (manual, Security policy and hosting). Its import map has the hashes of the modules, so that
// this one can be trusted; here is what is fetched. A page that does not pin fetches no list.
import { build } from "./build.js";
import { findAll } from "./tree.js";
const [LIST, SUM] = DATA.sums;
const PINNED = /council-notice\.[0-9a-f]{8}\.js/;
let sums;

// Says whether the page has pinned the gate.
const isPinned = ({ home }) => {
  const { href } = build(["a", { href: home }]); // a partner's has a step up in it
  const tags = [...findAll("script[integrity]")]; // a page may have an element by the name `scripts`
  return tags.some(({ src }) => src.startsWith(href) && PINNED.test(src));
};

const list = (files) => {
  sums ||= fetch(files + LIST, { integrity: SUM }).then((got) => got.json());
  sums.catch(() => (sums = null)); // the next call tries again
  return sums;
};

// Resolves with what `fetch` needs besides the address of a file; with nothing where nothing is pinned. What the list does not have
// is not asked for.
export const checks = async (gate, name) => {
  if (!isPinned(gate)) return;
  const integrity = (await list(gate.files))[name.replace(`.${gate.release}.`, ".")];
  if (!integrity) throw new Error(name + " is not in " + LIST);
  return { integrity };
};

// Resolves with what a bundle is to be started with: its WebAssembly, where the gate is pinned; else it fetches its own.
export const checkedModule = async (gate, bundle) => {
  if (!isPinned(gate)) return;
  const all = Object.entries(await list(gate.files));
  const [name, integrity] = all.find(([name]) => name.startsWith(bundle + ".") && name.endsWith(".wasm"));
  return { module_or_path: fetch(gate.files + name, { integrity }) };
};
