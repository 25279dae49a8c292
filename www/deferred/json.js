// JSON, without what old libraries have taught lists and texts to make of themselves.
export const stringify = (value, ...more) => {
  const taught = [Array, Object, String, Number].map(({ prototype }) => [prototype, Object.getOwnPropertyDescriptor(prototype, "toJSON")]);
  const changed = taught.filter(([, own]) => own?.configurable);
  for (const [prototype] of changed) delete prototype.toJSON;
  try {
    return JSON.stringify(value, ...more);
  } finally {
    for (const [prototype, own] of changed) Object.defineProperty(prototype, "toJSON", own);
  }
};
