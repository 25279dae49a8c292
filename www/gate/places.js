// Where on the site a notice belongs by the page's address.
//
// The filter is 1,024 bits. A key ("/a/b", "host" or "host/a/b"; the path without /index.html and closing slashes) sets
// two: those that bits 0 and 10 and the nine above each of its hash name. Bit n: digit n >> 2, 1 << (n & 3).
import { options } from "./tag.js";

// Whether this page, or a folder above it, is in the filter, or the tag names a notice. Each key that the address begins
// with ends where a slash follows.
export const wanted =
  options.service ||
  ["", location.hostname].some((host) => {
    let sum = 0;
    return [...(host + location.pathname + "/")].some((character) => {
      const key = sum;
      sum = (sum * 31 + character.charCodeAt()) | 0;
      return character == "/" && [key, key >> 10].every((bit) => (("0x" + DATA.places[(bit >> 2) & 255]) >> (bit & 3)) & 1);
    });
  });
