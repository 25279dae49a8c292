// A notice's place on the page: <council-notice> with a link in it, and room for the card that will come. From when the
// deferred module is here it sees to both (deferred/element.js, deferred/notice-position.js).
import { build, dress, page } from "./page.js";
import { gate } from "./shared.js";
import { home, said } from "./tag.js";

export const address = (id = said.service, part = said.part) =>
  home + "notices/" + (id ? id + "/" : "") + (part ? "#part-" + part : "");

// A form's fields may go by the names of its methods.
export const put = (form) => page.prepend.call(form, (gate.own = build(["council-notice", {}, ["a", { href: address() }, gate.words[1]]])));

// Before the first paint, what stands below is kept out of sight until the card is there: what has not been seen does
// not jump.
export const keepRoom = () => {
  gate.height = (performance.getEntriesByType("paint")[0] ? 20 : 99) + "vh";
  return dress(document, `council-notice:not(:defined,[release]){display:block;min-height:${gate.height}}`);
};
