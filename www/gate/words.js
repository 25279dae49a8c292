// What the gate says, in the page's language.
import { fail, fetchJson } from "./page.js";
import { options, page } from "./tag.js";

// The tag's language, else the page's: `pl-PL` is `pl` to us.
export const lang = [options.lang, page.lang, DATA.langs[0]].flatMap((code) =>
  DATA.langs.filter((known) => (code + "-").startsWith(known + "-")),
)[0];
// What ends the names of this language's files.
export const file = `.${lang}.${DATA.hash}.json`;

export let [banner, fallback, dir] = DATA.words;

// Calls back when the words are there: at once in the default language.
export const worded = (then) =>
  lang == DATA.langs[0]
    ? then()
    : fetchJson("words" + file)
        .then((words) => ([banner, fallback, dir] = words))
        .catch((error) => fail("words", error))
        .then(then);
