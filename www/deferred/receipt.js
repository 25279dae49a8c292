// The receipt of a choice, in the form of ISO/IEC TS 27560 (crates/notice/src/cookies/receipt.rs): on view in the preferences, and posted
// to the council's own endpoint where the tag says so (data-record-url).
//
// A receipt that cannot be sent waits in memory for the network, and is gone with the page. To keep it any longer would be
// to store something on the visitor's device for the council's sake, for which no law gives leave; the record stays, and
// the visitor's next choice is posted again. `record_id` tells an endpoint what it has already.
import { find } from "../gate/page.js";
import { stringify } from "./json.js";

// After what allows nothing that needs consent, and after what does.
const MONTHS = DATA.months;
const MONTH = (365 * 864e5) / 12;

export const receipt = (gate) => {
  const url = gate.options.recordUrl;
  let terms;
  // What is the same for everyone; asked for again when it could not be had.
  const template = () => (terms ||= gate.fetchJson(DATA.receipt).catch((error) => ((terms = null), Promise.reject(error))));

  // `before`: the choice that this one replaces, if any is known.
  const make = async (choice, before) => {
    const { purposes, ...rest } = await template();
    const granted = ({ categories }, { purpose_id, purpose_type }) => categories.includes(purpose_id) || categories.includes(purpose_type);
    const consent = (purpose) => purpose.lawful_basis == "consent";
    const yes = purposes.filter((purpose) => granted(choice, purpose));
    const state = (purpose) =>
      yes.includes(purpose)
        ? consent(purpose) ? "given" : "not-objected"
        : consent(purpose) ? (before && granted(before, purpose) ? "withdrawn" : "refused") : "objected";
    const id = String(choice.id);
    const months = MONTHS[+yes.some(consent)];
    return {
      ...rest,
      purposes,
      record_id: id,
      pii_principal_id: id,
      privacy_notice: [[DATA.cookies, rest.policy.checksum], ...Object.entries(gate.notices || {})].map(([id, version]) => ({ id, version, url: gate.address(id, "") })),
      language: gate.lang,
      events: purposes.map((purpose) => ({
        purpose_id: purpose.purpose_id,
        event_time: new Date(choice.time * 1000).toISOString(),
        validity_duration: `P${months}M`,
        entity_id: id,
        event_type: "explicit",
        event_state: state(purpose),
      })),
    };
  };

  // ---- Posted ----

  const queue = [];
  const ownIds = {}; // ids of the choices made here
  let sending;
  // An endpoint's reply sets the record that its request came with. Where another choice was made meanwhile that is undone,
  // before it is sent with the next request; what another page has written stays.
  const restoreRecord = () => {
    const choice = gate.choice();
    const [, text, life] = choice ? gate.make(choice.time, choice.id, choice.categories) : [];
    const found = () => /(?:^|; )council_notice=([^;]*)/.exec(document.cookie)?.[1];
    const stale = () => found() != text && ownIds[found()?.split(".")[3]];
    for (const domain of [gate.options.cookieDomain, ""])
      if (stale()) gate.write(text ? `${text};Max-Age=${life}` : ";Max-Age=0", domain);
  };
  const send = async () => {
    while (queue[0]) {
      const body = stringify(await make(...queue[0]));
      const { ok, status } = await fetch(url, { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body });
      try {
        restoreRecord();
      } catch {} // a sandboxed frame keeps no record
      queue.shift(); // what the endpoint has refused it would refuse again
      if (!ok) gate.fail("record", status);
    }
  };
  const flush = () => {
    if (navigator.onLine) sending ||= send().catch((error) => gate.fail("record", error)).finally(() => (sending = null));
  };
  if (url) {
    template().catch(() => {}); // now, while there is a network
    addEventListener("online", flush);
  }

  // ---- On view ----

  const render = (place, choice) => {
    const said = gate.text.receipt;
    const boxes = [...place.closest("dialog").querySelectorAll("input")];
    const on = (id) => choice.categories.includes(id);
    const part = (id) => boxes.some((box) => box.dataset.of == id && on(box.name));
    const titles = (list) => list.map((box) => box.dataset.title).join(" · ") || said.nothing;
    const yes = boxes.filter((box) => on(box.name));
    // A category of which a part is allowed is told by its parts.
    const no = boxes.filter(({ name, dataset: { of } }) => !on(name) && !part(name) && (!of || (!on(of) && part(of))));
    // Plain `en` would write dates as in the United States.
    const date = (time, form) => new Date(time).toLocaleString(gate.lang == "en" ? "en-GB" : gate.lang, form);
    const time = choice.time * 1000;
    // As long as the gate keeps it.
    const life = MONTH * MONTHS[+yes.some((box) => box.dataset.footing == "consent")];
    const rows = [
      [said.number, String(choice.id)],
      [said.time, date(time, { dateStyle: "long", timeStyle: "short" })],
      [said.yes, titles(yes)],
      [said.no, titles(no)],
      [said.until, date(time + life, { dateStyle: "long" })],
    ];
    place.append(
      gate.build([
        "details", {},
        ["summary", {}, said.heading],
        ["p", {}, said.intro],
        ["dl", {}, ...rows.flatMap(([name, value]) => [["dt", {}, name], ["dd", {}, value]])],
        ["button", { type: "button", class: "button" }, said.save],
      ]),
    );
    place.querySelector("button").onclick = () =>
      make(choice).then((made) => {
        const href = URL.createObjectURL(new Blob([stringify(made, null, 2)], { type: "application/json" }));
        gate.build(["a", { href, download: `cookie-choice-${choice.id}.json` }]).click();
        setTimeout(() => URL.revokeObjectURL(href), 60000);
      }).catch((error) => gate.fail("receipt", error));
  };

  return {
    choice(before, after) {
      // Another tab has posted its own.
      if (!url || !after || !gate.here) return;
      ownIds[after.id] = 1;
      queue.push([after, before]);
      flush();
    },
    look() {
      const place = find("council-notice-preferences")?.shadowRoot.querySelector(".receipt:empty");
      const choice = gate.choice();
      if (place && choice) render(place, choice);
    },
  };
};
