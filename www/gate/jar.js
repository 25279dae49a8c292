// The browser's cookies, as far as the record goes: nobody else reads or writes it.
import { parse } from "./record.js";
import { kiosk } from "./tag.js";

const jar = !kiosk && document;

export const read = () => {
  try {
    return parse(jar.cookie) || null;
  } catch {} // none, not ours, or a sandboxed frame
  return null;
};

export const write = (cookie, domain = "", path = "/") => {
  try {
    jar.cookie = `council_notice=${cookie};Path=${path};SameSite=Lax;Domain=${domain + (/^https/.test(origin) ? ";Secure" : "")}`; // no domain: this host only
  } catch {}
};

// The name may stand on any parent domain, from other pages' tags, and on any path, from their scripts; the browser itself
// refuses public suffixes.
export const wipe = () => {
  const labels = location.hostname.split(".");
  // Every beginning of the path: the folders and more.
  do for (let path = location.pathname; path; path = path.slice(0, -1)) write(";Max-Age=0", labels.join("."), path);
  while (labels.shift());
};
