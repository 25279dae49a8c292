// Positions the notice that the tag or the page's address asks for: puts it into its form, and keeps it there and right while the
// page changes its content, its form or its address.
import { find } from "../gate/page.js";
import { build } from "./build.js";
import { isFree } from "./hydration.js";
import { Map } from "./own.js";
import { fileOf, placementAt } from "./placements.js";
import { all } from "./roots.js";
import { fit, fits, isSeen } from "./spot.js";
import { boxed, findAll, methods } from "./tree.js";

// How often within ten seconds a notice is put back that the page takes out of the same form.
const TIMES = 3;

const { closest } = methods; // a form's fields may go by its name

const notices = () => all("council-notice");

export const noticePosition = (gate) => {
  const { options } = gate;
  let hostForm = gate.own?.parentNode; // the form that our own notice was put into, or before
  const attempts = new WeakMap(); // by form: {count, due}: how often its notice was put in of late; the timer that will do it again
  let wanted = options.service && options;
  const rows = new Map(); // of placements, by file
  const files = DATA.placements;
  const file = () => fileOf(files, location.pathname);
  let page, decide;
  // Resolved once it is known what this page wants: until then the room stays, and the link in it.
  gate.decided = new Promise((resolve) => (decide = resolve));
  if (wanted) decide();

  const link = () => ["a", { href: gate.address(wanted.service, wanted.part) }, gate.words[1]];
  const insert = (form, notice) => {
    hostForm = form;
    fit(form, notice);
    if (!isSeen(form)) unseen?.observe(boxed(form));
  };
  // In a form that is shown later.
  const unseen =
    self.ResizeObserver &&
    new ResizeObserver(() => {
      if (!hostForm || !isSeen(hostForm)) return;
      unseen.disconnect();
      requestAnimationFrame(() => gate.own?.parentNode == hostForm && !fits(hostForm, gate.own, []) && fit(hostForm, gate.own));
    });
  const insertNotice = (form) => {
    const attempt = attempts.get(form) || { count: 0 };
    attempts.set(form, attempt);
    if (attempt.due || attempt.count > TIMES) return;
    const act = () => {
      attempt.due = 0;
      if (!isFree(form)) return void (attempt.due = setTimeout(act, 50));
      if (!wanted || noticed(form)) return;
      if (attempt.count++ == TIMES) {
        // The link alone: nothing that the page looks for.
        insert(form, build(link()));
        gate.fail("form", "the page takes the notice out of its form again and again: a link stands there");
      } else {
        const own = (gate.own = build(["council-notice", {}, link()]));
        fitted.add(own);
        insert(form, own);
        setTimeout(() => attempt.count <= TIMES && attempt.count--, 10000);
      }
    };
    // What was put back in the same breath could be taken out in the same breath, for ever.
    if (attempt.count) attempt.due = setTimeout(act);
    else act();
  };

  const formOf = () => (wanted?.form && all(wanted.form)[0]) || null;
  // What a notice names as its form: by `for`, else by standing in one. Undefined where it names none.
  const named = (notice) => {
    const selector = notice.getAttribute("for");
    if (!selector) return closest.call(notice, "form") || undefined;
    try {
      return notice.getRootNode().querySelector(selector) || find(selector);
    } catch {
      if (!reported.has(notice)) gate.fail("options", `for="${selector}" is not a CSS selector: the notice has no form`);
      reported.add(notice);
      return null;
    }
  };
  const reported = new WeakSet();
  const fitted = new WeakSet(); // our own, once they stand where they fit
  // One notice a form: the first that its author has put there, before the tag's own.
  const noticed = (form) => {
    const all = notices().filter((notice) => (named(notice) === undefined ? formOf() : named(notice)) == form);
    return all.find((notice) => notice != gate.own) || all[0];
  };
  // The form of a notice, or the container that acts as one: what it names, else what the tag or the placement does.
  gate.formOf = (notice) => {
    const form = named(notice);
    if (form !== undefined) return form;
    return noticed(formOf()) == notice ? formOf() : null;
  };

  const forms = new WeakMap(); // by notice, as it was at the last look
  const place = () => {
    const form = formOf();
    const { own } = gate;
    if (form && !noticed(form)) insertNotice(form);
    else if (form && own?.isConnected && noticed(form) != own && hostForm == form) withdraw();
    // The gate has put it there before anything was drawn.
    if (own?.isConnected && own.parentNode == form && !fitted.has(own)) {
      fitted.add(own);
      insert(form, own);
    }
    // It stood before a form that has gone.
    if (own?.isConnected && hostForm && !hostForm.isConnected) withdraw();
    for (const notice of notices()) {
      const now = gate.formOf(notice);
      // Drawn, or drawn anew, after its notice.
      if (forms.has(notice) && forms.get(notice) != now) notice.connectedCallback?.();
      forms.set(notice, now);
    }
  };
  const withdraw = () => {
    const { own } = gate;
    gate.own = null;
    attempts.delete(hostForm);
    own.parentNode?.removeChild(own);
  };

  // Shows the notice that the placements give this address, after a change of address as well: another notice, or none.
  const applyPlacement = () => {
    const row = placementAt(rows.get(file()) || [], location.hostname, location.pathname);
    const next = row && { service: row[1], part: row[2], audience: row[3], form: options.form || row[4] };
    decide();
    if (JSON.stringify(next) == JSON.stringify(wanted) && next) return;
    wanted = next;
    const { own } = gate;
    if (wanted && own?.isConnected && hostForm == formOf()) own.querySelector("a").href = link()[1].href;
    else if (own) withdraw();
    // Those that stand where the page's author has put them show what is wanted now.
    for (const notice of findAll("council-notice:not([service])")) notice.connectedCallback?.();
  };

  const follow = () => {
    if (options.service || page == location.href) return;
    page = location.href;
    const name = file();
    if (rows.has(name) || !gate.mayHaveNotice()) return applyPlacement();
    gate.fetchJson(name).then(
      (found) => {
        rows.set(name, found);
        applyPlacement();
        place();
      },
      (error) => gate.fail("placements", error), // the next page asks again
    );
  };

  const look = () => {
    follow();
    place();
  };
  gate.wanted = () => wanted || null;
  for (const name of ["popstate", "hashchange"]) addEventListener(name, look);
  // A change of address that changes nothing on the page: where the browser does not tell, or the page has a `navigation` of its own,
  // <nav id="navigation"> for one, it is looked for.
  const { navigation } = self;
  if (navigation?.currentEntry) navigation.addEventListener("currententrychange", () => setTimeout(look));
  else if (!options.service) setInterval(() => page != location.href && look(), 500);
  follow(); // the file is on its way while the page is
  return { look };
};
