// What the site says that more than one file here asks for (main.js has the list).
export const langs = DATA.langs;
export const signals = DATA.signals;
export const words = DATA.words;
