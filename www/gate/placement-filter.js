// Says whether a notice may belong on this page by its address.
//
// The filter is 256 bits. It holds the first folder of every placement ("/housing", "host/housing"; "/" and "/index.html" are
// the home page, "" and "host" every page): each sets the two bits that the two bytes of its hash name. Bit n: digit n >> 2,
// 1 << (n & 3).
const has = (key) => {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + character.charCodeAt()) | 0;
  return [sum, sum >> 8].every((bit) => (("0x" + DATA.places[(bit >> 2) & 63]) >> (bit & 3)) & 1);
};

export const mayHaveNotice = () => {
  const folder = "/" + location.pathname.split("/")[1];
  return ["", location.hostname].some((host) => [host, host + folder].some(has));
};
