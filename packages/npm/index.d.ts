export type { Category, Choice, CouncilNotice, Guardian, Service, Values } from "./council-notice.js";

/** The tag's attributes, without `data-` and in camel case. What each means is in the manual, in "The tag". */
export interface TagOptions {
  /** Id of the notice; without it the page's address decides. */
  service?: string;
  part?: string;
  audience?: string;
  /** CSS selector of the form, or of a container that acts as one. */
  form?: string;
  guardian?: "prompt" | "require" | "off";
  cookies?: "banner" | "settings" | "off";
  cookiesPosition?: "bottom" | "top";
  /** Seconds without a touch before a shared screen is wiped. */
  kiosk?: number | "off";
  /** Language of the texts; without it the page's own. */
  lang?: string;
  /** Whom to tell of each choice. */
  consentMode?: "google";
  googleLayer?: string;
  cookieDomain?: string;
  recordUrl?: string;
  reload?: "withdrawal" | "off";
  audit?: "" | "off";
  /** No `data-` attribute, but that of the tag: what `src` must be, where it names the gate of one release (the manual, "Pinning the gate"). */
  integrity?: string;
}

/**
 * Inserts the tag of council-notice into the page, unless it is there already. It does nothing else: whatever the tag loads
 * comes from where your notices are published. Importing it does nothing.
 */
export function insertTag(src: string, options?: TagOptions): HTMLScriptElement;
