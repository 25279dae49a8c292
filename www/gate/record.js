// The record: the cookie council_notice=1.<revision>.<unix seconds>.<random id>.<ids joined by ~, or 0>.
// Nothing here looks at the page: includes of the cookie bar read the record by the same rule (www/include/main.js).

// Ids of all categories that can be refused.
export const optional = DATA.optional;
const services = DATA.services;
// Those that are off until allowed.
export const consent = optional.slice(0, DATA.consentCount);

// Says whether a list of ids allows one: by its own name, or a service by its category's.
export const covers = (ids, one) => ids.some((id) => id == one || services[id]?.includes(one));

// The record, how it is written and for how many seconds. `>>>= 0` makes a whole number of anything: what it changes is
// not what we wrote.
export const make = (time, id, ids) => {
  const has = (one) => ids.includes(one);
  const categories = optional.flatMap((category) => {
    const own = services[category] || [];
    // All of its services are the category.
    return has(category) || (own[0] && own.every(has)) ? category : own.filter(has);
  });
  time >>>= 0;
  id >>>= 0;
  return [
    Object.freeze({ revision: DATA.revision, time, id, categories: Object.freeze(categories) }),
    [1, DATA.revision, time, id, categories.join("~") || 0].join("."),
    // Consented ids come first in the list.
    covers(consent, categories[0]) ? DATA.accepted : DATA.refused,
  ];
};

// The record among a page's cookies. Without one it gives nothing, and throws only where something like one stands: most pages have
// none, and to throw is slow.
export const parse = (cookies) => {
  const [, text, twice] = ("; " + cookies).split("; council_notice=");
  if (!text) return;
  const [, , time, id, ids] = text.split(/[.;]/);
  const [found, again, life] = make(time, id, ids.split("~"));
  // Written again it must be what was read: nothing unknown, nothing twice, nothing more.
  if (twice == null && (text + ";").startsWith(again + ";") && !Math.floor((Date.now() / 1000 - time) / life)) return found;
};
