// The tag's attributes as typed values, for the widget and for the features here: the other half of gate/tag.js. Each default
// is written once, in one of the two. A new attribute is a member of `typed` below, and of EXPECTED where it can be wrong; tests hold
// the manual (editor/tag.md) and the types for compilers (packages/npm/index.d.ts) to these names. Beside them: what the widget reads,
// in crates/notice/src/options.rs; what must work on a page without a notice and before a choice, in `needsDeferred` of gate/tag.js.
import { find } from "../gate/page.js";
import { build } from "./build.js";

// Seconds.
const LEAST_IDLE = DATA.idle;
const GUARDIAN = DATA.guardian;

// What an attribute should have been, and what is taken instead.
const EXPECTED = {
  kiosk: ({ kiosk }) => `a number of seconds from ${LEAST_IDLE} to 3600: ${kiosk} is used`,
  cookies: () => "banner, settings or off: banner is used",
  cookiesPosition: () => "bottom or top: bottom is used",
  guardian: () => `${GUARDIAN.join(", ").replace(/, (\w+)$/, " or $1")}: the notice decides`,
  lang: (_, lang) => `a language of this site: ${lang} is used`,
  form: () => "a CSS selector: no form has a notice",
  consentMode: () => "google: other words are left out",
  googleLayer: () => "the name of a variable: dataLayer is used",
  reload: () => "withdrawal or off: a button offers it",
  cookieDomain: () => "a domain that this page is in: the choice stays with this host",
  recordUrl: () => "an address to post to: nothing is posted",
};

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

// Reads what the gate has not, tells `council-notice:error` of what is not taken as it stands (stage "options"), and
// answers with the options. `service`, `part`, `audience` and `form` are undefined where the tag does not say.
export const options = ({ said, lang, fail }) => {
  const wrong = [];
  // What an attribute says, where `take` takes it; else what holds without it.
  const read = (name, take, otherwise) => {
    if (!said[name]) return otherwise;
    try {
      const taken = take(said[name]);
      if (taken != null) return taken;
    } catch {} // no selector, no address
    wrong.push(name);
    return otherwise;
  };
  const oneOf = (...words) => (said) => words.find((word) => word == said);
  const seconds = (text) => {
    const taken = /^\d+$/.test(text) ? Math.max(LEAST_IDLE, Math.min(text, 3600)) : 60;
    if (text && text != taken) wrong.push("kiosk");
    return taken;
  };
  const consentModes = () => {
    const all = said.consentMode.toLowerCase().split(/\s+/);
    const known = all.filter((one) => one == "google");
    if (known.length < all.length && said.consentMode != "off") wrong.push("consentMode");
    return known;
  };
  const unlessOff = (take) => (said) => (said == "off" ? "" : take(said));
  const inDomain = (domain) => (("." + location.hostname).endsWith("." + domain.replace(/^\./, "").toLowerCase()) ? domain : null);
  const address = (url) => (/^https?:$/.test(build(["a", { href: url }]).protocol) ? url : null);

  // The gate takes the page's language or the default one for what it does not know.
  if (said.lang && !(said.lang.toLowerCase().replace(/_/g, "-") + "-").startsWith(lang + "-")) wrong.push("lang");
  const typed = {
    service: said.service || undefined,
    part: said.part || undefined,
    audience: said.audience || undefined,
    form: read("form", (selector) => (find(selector), selector)),
    // Undefined where the notice decides.
    guardian: read("guardian", oneOf(...GUARDIAN)),
    cookies: read("cookies", oneOf("banner", "settings", "off"), "banner"),
    cookiesPosition: read("cookiesPosition", oneOf("bottom", "top"), "bottom"),
    // Idle seconds before the screen is wiped; 0 where the page is no kiosk.
    kiosk: /^(off|false)$/.test(said.kiosk ?? "off") ? 0 : seconds(said.kiosk),
    // Whether an editor may ask for the audit.
    audit: (said.audit ?? "off") != "off",
    // Who is told of each choice.
    consentMode: read("consentMode", consentModes, []),
    googleLayer: read("googleLayer", (name) => (/^[\w$]+$/.test(name) ? name : null), "dataLayer"),
    // After a withdrawal: "withdrawal" loads the page anew, "button" offers it, "off" only says it.
    reload: read("reload", oneOf("withdrawal", "off"), "button"),
    cookieDomain: read("cookieDomain", unlessOff(inDomain), ""),
    recordUrl: read("recordUrl", unlessOff(address), ""),
  };
  for (const name of wrong) fail("options", `data-${kebab(name)}="${said[name]}" is not ${EXPECTED[name](typed, lang)}`);
  return typed;
};
