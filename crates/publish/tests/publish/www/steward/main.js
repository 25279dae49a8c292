// Stands in for the steward: a module with another behind it.
import { css } from "./css.js";

export const told = { css, items: DATA.items, receipt: DATA.receipt, signals: DATA.signals, words: DATA.words };
