// Which notice belongs on a page by its address. The build holds notices against pages by the same rule
// (crates/notice/src/placement.rs).
import { Set } from "./own.js";

// Whether an address pattern claims a path: `*` stands for anything but a slash, `**` for anything. Goes through the path
// once for each piece of the pattern, whatever stands in it.
export const claims = (pattern, path) => {
  // Where in the path what was read of the pattern can end.
  let ends = new Set([0]);
  for (const [piece] of pattern.matchAll(/\*\*|\*|[^*]+/g)) {
    const next = new Set();
    if (piece[0] != "*") for (const at of ends) path.startsWith(piece, at) && next.add(at + piece.length);
    else {
      let open = false;
      for (let at = 0; at <= path.length; at++) {
        open = ends.has(at) || (open && (piece == "**" || path[at - 1] != "/"));
        if (open) next.add(at);
      }
    }
    ends = next;
  }
  return ends.has(path.length);
};

// The file with the placements that may claim a path: they are split by first folder, so that a page loads few of many. `files` is
// how many there are and what ends their names; the hash is that of gate/placement-filter.js, where each byte counts.
export const fileOf = ([count, hash], path) => {
  let sum = 0;
  for (const character of "/" + path.split("/")[1]) sum = (sum * 31 + character.charCodeAt()) | 0;
  return `placements.${(sum >>> 0) % count}.${hash}.json`;
};

// The first placement that claims the page, as written in the file: [address, service, part, audience, form].
export const placementAt = (placements, host, path) => {
  const page = path.replace(/\/index\.html$/, "/");
  return placements.find(([address]) => {
    const at = address.indexOf("/");
    const [owner, pattern] = at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at)];
    return (!owner || owner.toLowerCase() == host) && claims(pattern, page);
  });
};
