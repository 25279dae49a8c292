// Says everything in the page's new language, when the page's `lang` changes and the tag names none.
import { find } from "../gate/page.js";
import { build } from "./build.js";
import { langs } from "./data.js";
import { findAll } from "./tree.js";
import { speak } from "./widget.js";

export const language = (gate) => {
  // A shared screen offers its visitor a choice of languages.
  if (gate.options.kiosk || gate.said.lang) return;
  const page = document.documentElement;
  const [, hash] = /\.(\w+)\.json$/.exec(gate.index);
  const pageLanguage = () => {
    const code = page.lang.toLowerCase().replace(/_/g, "-") + "-";
    return langs.find((lang) => code.startsWith(lang + "-")) || langs[0];
  };
  const words = { [gate.lang]: gate.words, [langs[0]]: gate.first };

  const follow = async () => {
    const lang = pageLanguage();
    if (lang == gate.lang) return;
    const { words: text } = await import(gate.files + `deferred.${lang}.${hash}.js`);
    if (lang != pageLanguage()) return; // another one meanwhile
    words[lang] ||= text.bar;
    Object.assign(gate, { lang, text, words: words[lang], index: `index.${lang}.${hash}.json` });
    const bar = find("council-notice-cookies");
    if (bar) {
      [bar.lang, bar.dir] = [lang, text.dir];
      if (bar.dataset.state == "banner") gate.show(build(gate.words[0]));
    }
    for (const link of findAll("council-notice:not([service]) > a")) if (link.parentNode == gate.own) link.textContent = gate.words[1];
    await speak(gate);
    gate.run();
  };
  const observer = new MutationObserver(() => follow().catch((error) => gate.fail("language", error)));
  observer.observe(page, { attributeFilter: ["lang"] });
};
