// Stands in for the steward: a module with another behind it.
import { DATA } from "./data.js";

export const told = DATA;
