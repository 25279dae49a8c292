// The notice that the tag or the page's address asks for: puts it into its form, and keeps it there and right while the
// page changes its content, its form or its address.
import { build } from "../gate/page.js";
import { find } from "./placements.js";

// How often within ten seconds a notice is put back that the page takes out of the same form.
const TIMES = 3;

const { prepend, querySelector } = Element.prototype; // a form's fields may go by these names

export const placed = (gate) => {
  const { options } = gate;
  const turns = new WeakMap(); // by form: how often its notice was put in of late, and whether it is due again
  let wanted = options.service && options;
  let placements, page, decide;
  // Resolved once it is known what this page wants: until then the room stays, and the link in it.
  gate.decided = new Promise((resolve) => (decide = resolve));
  if (wanted) decide();

  const link = () => ["a", { href: gate.address(wanted.service, wanted.part) }, gate.words[1]];
  const has = (form) => querySelector.call(form, "council-notice");

  const put = (form) => {
    const turn = turns.get(form) || { count: 0 };
    turns.set(form, turn);
    if (turn.due || turn.count > TIMES) return;
    const act = () => {
      turn.due = 0;
      if (!wanted || has(form)) return;
      if (turn.count++ == TIMES) {
        // The link alone: nothing that the page looks for.
        prepend.call(form, build(link()));
        gate.fail("form", "the page takes the notice out of its form again and again: a link stands there");
      } else {
        prepend.call(form, (gate.own = build(["council-notice", {}, link()])));
        setTimeout(() => turn.count <= TIMES && turn.count--, 10000);
      }
    };
    // What was put back in the same breath could be taken out in the same breath, for ever.
    if (turn.count) turn.due = setTimeout(act);
    else act();
  };

  const formOf = () => wanted?.form && document.querySelector(wanted.form);
  const place = () => {
    const form = formOf();
    if (form && !has(form)) put(form);
  };

  // The page has turned out to be, or has become, another: another notice, or none.
  const turn = () => {
    const row = placements && find(placements, location.hostname, location.pathname);
    const next = row && { service: row[1], part: row[2], audience: row[3], form: options.form || row[4] };
    decide();
    if (JSON.stringify(next) == JSON.stringify(wanted) && next) return;
    wanted = next;
    const { own } = gate;
    if (wanted && own?.isConnected && own.parentNode == formOf()) own.querySelector("a").href = link()[1].href;
    else if (own) {
      gate.own = null;
      turns.delete(own.parentNode);
      own.parentNode?.removeChild(own);
    }
    // Those that stand where the page's author has put them show what is wanted now.
    for (const notice of document.querySelectorAll("council-notice:not([service])")) notice.connectedCallback?.();
  };

  const follow = () => {
    if (options.service || page == location.href) return;
    page = location.href;
    if (placements || !gate.near()) return turn();
    gate.fetchJson(DATA.placements).then(
      (rows) => {
        placements = rows;
        turn();
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
  // A change of address that changes nothing on the page.
  self.navigation?.addEventListener("currententrychange", () => setTimeout(look));
  follow(); // the file is on its way while the page is
  return { look };
};
