// Types of `window.CouncilNotice` and of what it tells on `document`. For editors and compilers; nothing loads it.

/** Categories that a visitor can allow or refuse. `essential` is always allowed and never listed in a choice. */
export type Category = DATA.categories;

/** The id of a `[[service]]` in the cookie policy. All services of a category are the category. */
export type Service = string;

/** What a visitor chose. Frozen. */
export interface Choice {
  /** The cookie policy's revision that was answered. */
  readonly revision: number;
  /** Unix time in seconds. */
  readonly time: number;
  /** Random; says nothing about the visitor. */
  readonly id: number;
  /** What is allowed: categories, and services of the others by their own id; empty after a refusal. */
  readonly categories: readonly (Category | Service)[];
}

export interface CouncilNotice {
  readonly version: string;
  /** Fulfilled once the present choice has been read; what it allows runs as soon as the page is parsed. */
  readonly ready: Promise<void>;
  /**
   * Whether content of a category or service may run now; of several, with spaces or commas between, whether all are allowed.
   * Also knows DATA.aliases.
   */
  allows(category: string): boolean;
  /** The present choice; null before one is made. */
  choice(): Choice | null;
  /** Allows exactly these categories and services; the others are refused. */
  accept(categories: "all" | Category | Service | readonly (Category | Service)[]): void;
  /** Refuses everything that can be refused. */
  reject(): void;
  /** The same as `reject`, for a choice made earlier. */
  withdraw(): void;
  openPreferences(): Promise<void>;
  /** Opens a whole notice; without an id, the page's own. */
  openNotice(id?: string, part?: string): Promise<void>;
  /**
   * What the form of an element would send: the form itself, anything in it, or its notice; without an element, the page's
   * first notice. For forms that are no `<form>`. Null where no notice is shown.
   */
  values(element?: Element): Values | null;
  /** Calls back with the present choice, if there is one, and with every later one; null when it was forgotten. */
  onChoice(listener: (choice: Choice | null) => void): void;
  /** Forgets everything, as between two visitors of a kiosk. */
  reset(): void;
}

/** The two values that a form with a notice sends. */
export interface Values {
  /** The notice and its version, as in `customer-management@2026-11-22`. */
  readonly council_notice: string;
  readonly council_notice_guardian: Guardian;
}

/** The value of the form field `council_notice_guardian`. */
export type Guardian = DATA.guardian;

declare global {
  interface Window {
    readonly CouncilNotice?: CouncilNotice;
  }
  interface DocumentEventMap {
    "council-notice:choice": CustomEvent<Choice | null>;
    /** A notice is shown. */
    "council-notice:notice": CustomEvent<{ id: string; version: string; part?: string; audience?: string; values: Values }>;
    "council-notice:guardian": CustomEvent<{ value: Guardian }>;
    "council-notice:reset": CustomEvent<null>;
    /** Something is stored that the policy does not declare. */
    "council-notice:undeclared": CustomEvent<{ kind: DATA.kinds; name: string }>;
    /** Something failed; the page goes on, with a link in place of what is missing. */
    "council-notice:error": CustomEvent<{ stage: string; message: string }>;
  }
}
