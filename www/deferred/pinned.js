// What a page checks that pins the gate (manual, Security policy and hosting). Its import map has the hashes of the modules, so that
// this one can be trusted; here is what is fetched. A page that does not pin fetches no list.
import { build } from "./build.js";
import { findAll } from "./tree.js";
const [LIST, SUM] = DATA.sums;
const PINNED = /council-notice\.[0-9a-f]{8}\.js/;
let sums;

// Resolves with what `fetch` needs besides the address of a file; with nothing where nothing is pinned. What the list does not have
// is not asked for.
export const checks = async ({ home, files, release }, name) => {
  const { href } = build(["a", { href: home }]); // a partner's has a step up in it
  const tags = [...findAll("script[integrity]")]; // a page may have an element by the name `scripts`
  if (!tags.some(({ src }) => src.startsWith(href) && PINNED.test(src))) return;
  sums ||= fetch(files + LIST, { integrity: SUM }).then((got) => got.json());
  sums.catch(() => (sums = null)); // the next call tries again
  const integrity = (await sums)[name.replace(`.${release}.`, ".")];
  if (!integrity) throw new Error(name + " is not in " + LIST);
  return { integrity };
};
