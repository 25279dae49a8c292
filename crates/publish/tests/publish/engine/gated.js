// Stands in for what runs gated content.
export const start = () => {};
