// The record: the cookie council_notice=1.<revision>.<unix seconds>.<random id>.<ids joined by ~, or 0>.
import { kiosk } from "./tag.js";

// Ids of the categories that are off until allowed.
export const consent = DATA.known.slice(0, DATA.asked);
const jar = !kiosk && document;

// Whether a list of ids allows one: by its own name, or a service by its category's.
export const covers = (ids, one) => ids.some((id) => id == one || DATA.services[id]?.includes(one));

// The record, how it is written and for how many seconds. `>>>= 0` makes a whole number of anything: what it changes is
// not what we wrote.
export const make = (time, id, ids) => {
  const has = (one) => ids.includes(one);
  const categories = DATA.known.flatMap((category) => {
    const own = DATA.services[category] || [];
    // All of its services are the category.
    return has(category) || (own[0] && own.every(has)) ? category : own.filter(has);
  });
  time >>>= 0;
  id >>>= 0;
  return [
    Object.freeze({ revision: DATA.revision, time, id, categories: Object.freeze(categories) }),
    [1, DATA.revision, time, id, categories.join("~") || 0].join("."),
    // Six months after a refusal, twelve after an acceptance. Consented ids come first in the list.
    15768000 * (1 + covers(consent, categories[0])),
  ];
};

export const read = () => {
  try {
    const [, text, twice] = ("; " + jar.cookie).split("; council_notice=");
    if (!text) return null; // most often; an exception would take its time
    const [, , time, id, ids] = text.split(/[.;]/);
    const [found, again, life] = make(time, id, ids.split("~"));
    // Written again it must be what was read: nothing unknown, nothing twice, nothing more.
    if (twice == null && (text + ";").startsWith(again + ";") && Math.floor((Date.now() / 1000 - time) / life) == 0) return found;
  } catch {} // none, not ours, or a sandboxed frame
  return null;
};

export const write = (cookie, domain = "") => {
  try {
    jar.cookie = `council_notice=${cookie};Path=/;SameSite=Lax;Domain=${domain + (location.protocol == "https:" ? ";Secure" : "")}`; // no domain: this host only
  } catch {}
};

// The name may stand on any parent domain, from other pages' tags; the browser itself refuses public suffixes.
export const wipe = () => {
  const labels = location.hostname.split(".");
  do write(";Max-Age=0", labels.join("."));
  while (labels.shift());
};
