// Cookies and storage keys by name. Nothing here throws: a page that may not store anything has none.
import { Set } from "./own.js";

const area = (kind) => (kind == "local-storage" ? localStorage : sessionStorage);

export const names = (kind) => {
  try {
    if (kind != "cookie") return Object.keys(area(kind));
    const pairs = document.cookie.split("; ").filter((pair) => pair && !pair.startsWith("council_notice="));
    return [...new Set(pairs.map((pair) => pair.slice(0, Math.max(0, pair.indexOf("=")))))];
  } catch {
    return [];
  }
};

// Whether it is there. Storage may hold very many names.
export const has = (kind, name) => {
  try {
    return kind == "cookie" ? names(kind).includes(name) : area(kind).getItem(name) != null;
  } catch {
    return false;
  }
};

export const remove = (kind, name) => {
  try {
    if (kind == "cookie") for (const place of places()) document.cookie = `${name}=;Max-Age=0${place}`;
    else area(kind).removeItem(name);
  } catch {} // it is still there, and the next look finds it
};

// Every domain and path that a cookie which this page can see may stand on. No page is told which; the browser refuses
// a domain that is a public suffix.
const places = () => {
  const labels = location.hostname.split(".");
  const domains = ["", ...labels.map((_, at) => ";Domain=" + labels.slice(at).join("."))];
  const steps = location.pathname.split("/").slice(1);
  // Without a path it is this folder, whatever is in its name.
  const paths = ["", "/", ...steps.flatMap((_, at) => ["", "/"].map((end) => "/" + steps.slice(0, at + 1).join("/") + end))];
  // `Secure` ends a cookie with it as one without, and what has a prefix in its name wants it; `Partitioned` is another one.
  const kinds = location.protocol == "https:" ? [";Secure", ";Secure;Partitioned"] : [""];
  return domains.flatMap((domain) =>
    paths.flatMap((path) => kinds.map((kind) => domain + (path && ";Path=" + path) + kind)),
  );
};
