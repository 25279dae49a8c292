// Waiting for files: not for ever, and with words for what came instead.

// Milliseconds until what does not answer has failed.
const PATIENCE = 7000;

export const withTimeout = (promise, what) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error(`${what}: no answer in ${PATIENCE / 1000} s`)), PATIENCE))]);

// The JSON that lies at an address. `checked` resolves with what else is asked of it (pinned.js).
export const fetchJson = (address, checked) => {
  const read = async (cache) => {
    const got = await fetch(address, { cache, ...(await checked) });
    if (!got.ok) throw new Error(`${address}: ${got.status}`);
    try {
      return await got.json(); // a page may have a `JSON` of its own
    } catch (error) {
      if (error.name != "SyntaxError") throw error;
      // A file that was fetched while it was being uploaded would stay in the browser's cache for a year.
      if (!cache) return read("reload");
      throw new Error(`${address} is not JSON but ${got.headers.get("content-type")}`);
    }
  };
  return withTimeout(read(), address);
};
